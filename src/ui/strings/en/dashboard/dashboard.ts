/** Texts around the dashboard's tabs: navigation and period. */
import type { DashboardTexts } from '../../zh-CN/dashboard/dashboard.ts';

export const dashboard: DashboardTexts = {
  tabs: {
    overview: 'Overview',
    time: 'Time',
    portals: 'Portals and forms',
    repeats: 'Typed again',
    burden: 'Kinds of burden',
    'after-hours': 'After hours',
    coverage: 'Not counted',
    settings: 'Settings',
    export: 'Monthly report',
  },
  sections: 'Pages',
  period: 'Period',
  units: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
  before: 'Earlier',
  after: 'Later',
  today: 'Today',
  skip: 'Skip to the content',
  backupDue: 'The ledger has not been backed up for a month.',
  backUp: 'Back it up in Settings',
};
