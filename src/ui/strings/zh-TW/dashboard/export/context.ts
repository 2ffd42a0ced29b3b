/** Texts of the export: what owners may state about themselves. */
import type { ContextTexts } from '../../../zh-CN/dashboard/export/context.ts';

export const context: ContextTexts = {
  head: '背景（可以不填）',
  none: '不填',
  tier: '所在層級',
  region: '所在大區（這項研究想知道；同樣的人約少到七分之一）',
  post: '職位類別（這項研究想知道；同樣的人約少到五分之一）',
  notDrawn: '標準等級的檔案裡沒有您所在的層級、地區和職位。',
};
