/** Texts of the tab "Not counted". */
import type { CoverageTexts } from '../../zh-CN/dashboard/coverage.ts';

export const coverage: CoverageTexts = {
  missing: 'Workdays without records: ',
  paused: (time) => `Recording was paused for ${time}.`,
  never: 'What this ledger does not see',
  neverList: [
    'Phone apps, chat groups: chain replies, check-ins, “received”',
    'Desktop programs, Excel, windows in IE mode',
    'Sites you have not added, and sites without permission',
    'Pages with a secrecy mark, sites for petitions and complaints, and sites used only for your own affairs (never recorded)',
  ],
  neverTail: 'So the figures here are a lower bound.',
  phone: 'Tasks on the phone can be noted in the popup with one tap.',
  dropped: 'What could not be recorded in full',
  droppedNote: 'Only how often and why, no content. Backups contain these counts too.',
  reason: 'Reason',
  count: 'Times',
  none: 'Nothing.',
  unsure: 'Something is wrong with the ledger, so these counts are incomplete.',
  reasons: {
    'clock-moved': 'The computer’s clock was changed',
    suspended: 'The computer slept or the page froze for over a minute',
    overlap: 'Two pages were shown as in use at the same time; only the later one counts',
    overlong: 'Implausibly long, cut off',
    inconsistent: 'The calculated times contradict each other',
    'not-granted': 'A site without permission',
    malformed: 'Malformed, not accepted',
    'too-many': 'Too many events at once',
    recovered: 'The browser closed suddenly; counted to the last save',
    'unreachable-frame': 'An embedded page that could not be reached',
  },
  groups: 'Portals without permission yet',
  groupsNone: 'Every portal that is switched on has permission.',
  groupsSome: (count) => `${count} kinds of portals or sites are switched on, but not yet allowed by the browser.`,
  toSettings: 'Allow them in Settings',
};
