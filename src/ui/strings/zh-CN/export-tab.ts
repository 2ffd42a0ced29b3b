/** All texts of the Monthly report tab, which loads them when it opens. */
import type { PageTexts } from '../texts.ts';
import { monthExport } from './dashboard/export/export.ts';

export const texts: PageTexts['export'] = { monthExport };
