/** Texts of the Not counted tab. */
import type { CoverageTexts } from '../../zh-CN/dashboard/coverage.ts';

export const coverage: CoverageTexts = {
  missing: 'Workdays without records: ',
  paused: (time) => `Recording was paused for ${time}.`,
  never: 'What this ledger does not see',
  neverList: [
    'Phone apps, chat groups: chain replies, check-ins, “received”',
    'Desktop programs, Excel, windows in IE mode',
    'Sites you have not added, and sites without permission',
    'Pages that bear a secrecy mark, sites for petitions and complaints, and sites used only for your own affairs (never recorded)',
  ],
  neverTail: 'So the figures here are a lower bound.',
  phone: 'What the phone asks for can be noted in the popup by one tap.',
  dropped: 'What could not be recorded in full',
  droppedNote: 'Only how often and why, nothing of the content; backups hold these counts too.',
  reason: 'Reason',
  count: 'Times',
  none: 'Nothing.',
  unsure: 'Something is wrong with the ledger, so these counts are not complete now.',
  reasons: {
    'clock-moved': 'The computer’s clock was changed',
    suspended: 'The computer slept or the page froze for over a minute',
    overlap: 'Two places claimed the same moment; the later one has it',
    overlong: 'Implausibly long, cut off',
    inconsistent: 'The times worked out contradict each other',
    'not-granted': 'A site without permission',
    malformed: 'Malformed, not accepted',
    'too-many': 'Too many at once',
    recovered: 'The browser closed suddenly; counted to the last save',
    'unreachable-frame': 'An embedded page out of reach',
  },
  groups: 'Portals without permission yet',
  groupsNone: 'Every portal that is switched on has permission.',
  groupsSome: (count) => `${count} kinds of portals or sites are switched on, but not yet allowed by the browser.`,
  toSettings: 'Allow them in Settings',
};
