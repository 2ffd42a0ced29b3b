/** All texts of the privacy policy page. */
import type { PageTexts } from '../texts.ts';
import { common } from './common.ts';
import { privacy } from './privacy.ts';

export const texts: PageTexts['privacy'] = { privacy, common };
