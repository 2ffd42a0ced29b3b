/** Texts of the export: the risk that a reader recognises the owner. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const risk = {
  head: '被认出的风险',
  graded: (grade: string) => `被认出的风险：${grade}`,
  grades: { low: '低', middle: '中', high: '高' },
  office: (often: string) =>
    `如由本单位的人收取：15 个人的单位里，知道您大致用时的人，在模拟中${often}的情况下能认出是哪份。`,
  alike: (n: string) => `十万人里大约有 ${n} 人的文件会和这份一样（按模拟数据估计，不是实测）。`,
  reasons: {
    rare: '这样的组合少见。',
    context: '填的背景太具体。',
    'few-days': '有记录的日子不到 5 天。',
    partial: '本月未结束。',
  },
  remedies: {
    seal: '密封',
    sealFirst: '先加入一项研究，就能密封',
    remove: '去掉这一项',
    wait: '可以等月底以后再导出',
  },
  sure: '风险高，仍要保存',
};
export type RiskTexts = LocalizedTexts<typeof risk>;
