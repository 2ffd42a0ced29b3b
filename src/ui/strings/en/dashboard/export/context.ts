/** Texts of the export: the tier, region and post, which owners may state. */
import type { ContextTexts } from '../../../zh-CN/dashboard/export/context.ts';

export const context: ContextTexts = {
  head: 'Context (may be left empty)',
  none: 'not said',
  tier: 'Tier',
  region: 'Region (this study asks; about one in seven would still look like you)',
  post: 'Kind of post (this study asks; about one in five would still look like you)',
  notDrawn: 'A standard file says nothing about your tier, region or post.',
};
