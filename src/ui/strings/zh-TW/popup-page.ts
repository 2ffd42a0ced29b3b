/** All texts of the popup. */
import type { PageTexts } from '../texts.ts';
import { common } from './common.ts';
import { popup } from './popup.ts';
import { purposes } from './purposes.ts';
import { quarterHours } from './quarter-hours.ts';
import { storageFaults } from './storage-faults.ts';

export const texts: PageTexts['popup'] = { popup, common, quarterHours, purposes, storageFaults };
