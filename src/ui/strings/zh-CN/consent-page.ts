/** All texts of the consent page. */
import type { PageTexts } from '../texts.ts';
import { common } from './common.ts';
import { consent } from './consent.ts';
import { hours } from './hours.ts';
import { screens } from './screens.ts';
import { sites } from './sites.ts';
import { storageFaults } from './storage-faults.ts';

export const texts: PageTexts['consent'] = { consent, common, storageFaults, screens, sites, hours };
