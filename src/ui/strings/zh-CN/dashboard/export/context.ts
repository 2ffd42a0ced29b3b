/** Texts of the export: the tier, region and post, which owners may state. */
import type { LocalizedTexts } from '../../../localized-texts.ts';

export const context = {
  head: '背景（可以不填）',
  none: '不填',
  tier: '所在层级',
  region: '所在大区（本项研究需要；填写后，与您条件相同的人约剩七分之一）',
  post: '岗位类别（本项研究需要；填写后，与您条件相同的人约剩五分之一）',
  notDrawn: '标准级别的文件里没有您所在的层级、地区和岗位。',
};
export type ContextTexts = LocalizedTexts<typeof context>;
