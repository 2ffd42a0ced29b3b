/** All texts of the tab "Monthly report". They are loaded when the tab is opened. */
import type { PageTexts } from '../texts.ts';
import { monthExport } from './dashboard/export/export.ts';

export const texts: PageTexts['export'] = { monthExport };
