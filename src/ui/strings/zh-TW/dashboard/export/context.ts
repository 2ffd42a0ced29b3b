/** Texts of the export: the tier, region and post, which owners may state. */
import type { ContextTexts } from '../../../zh-CN/dashboard/export/context.ts';

export const context: ContextTexts = {
  head: '背景（可以不填）',
  none: '不填',
  tier: '所在層級',
  region: '所在大區（本項研究需要；填寫後，與您條件相同的人約剩七分之一）',
  post: '職位類別（本項研究需要；填寫後，與您條件相同的人約剩五分之一）',
  notDrawn: '標準等級的檔案裡沒有您所在的層級、地區和職位。',
};
