/** All texts of the dashboard. */
import type { PageTexts } from '../texts.ts';
import { common } from './common.ts';
import { afterHours } from './dashboard/after-hours.ts';
import { backup } from './dashboard/backup.ts';
import { burden } from './dashboard/burden.ts';
import { charts } from './dashboard/charts.ts';
import { clauses } from './dashboard/clauses.ts';
import { coverage } from './dashboard/coverage.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { fieldKinds } from './dashboard/field-kinds.ts';
import { overview } from './dashboard/overview.ts';
import { phone } from './dashboard/phone.ts';
import { portals } from './dashboard/portals.ts';
import { repeats } from './dashboard/repeats.ts';
import { settings } from './dashboard/settings.ts';
import { time } from './dashboard/time.ts';
import { hours } from './hours.ts';
import { purposes } from './purposes.ts';
import { quarterHours } from './quarter-hours.ts';
import { screens } from './screens.ts';
import { sites } from './sites.ts';
import { storageFaults } from './storage-faults.ts';

export const texts: PageTexts['dashboard'] = {
  common,
  quarterHours,
  purposes,
  storageFaults,
  screens,
  sites,
  hours,
  dashboard,
  overview,
  charts,
  time,
  portals,
  repeats,
  fieldKinds,
  burden,
  clauses,
  phone,
  afterHours,
  coverage,
  settings,
  backup,
};
