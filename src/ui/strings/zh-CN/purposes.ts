/** Names of the purposes of portals, and the question that asks for the purpose of a portal. */
import type { Purpose } from '../../../core/days/day-summary.ts';
import type { LocalizedTexts } from '../localized-texts.ts';

export const purposes = {
  purposes: {
    casework: '本职办理',
    reporting: '上级要求填报',
    study: '学习考核',
    personal: '个人事务',
    none: '未分类',
  } satisfies Record<Purpose | 'none', string>,
  purposeAsk: (name: string) => `您主要用“${name}”做什么？`,
  purposeSkip: '暂不选择',
};
export type PurposesTexts = LocalizedTexts<typeof purposes>;
