/** Texts of the tab "Portals and forms". */
import type { PortalsTexts } from '../../zh-CN/dashboard/portals.ts';

export const portals: PortalsTexts = {
  portals: 'Portals',
  csv: 'Save this table as CSV',
  open: 'Press a portal’s name to see its details and set its purpose.',
  erase: 'Delete this portal’s records',
  eraseNote:
    'Deletes its single records, its time in every day and its comparison codes. Older daily counts of repeats and check-ins are not kept by portal, so they stay.',
  erased: (name) => `The records of ${name} are deleted`,
  detail: 'Portal in detail',
  kind: 'Kind',
  purpose: 'Purpose',
  exempt: 'Security and emergency work (not counted as burden)',
  days: 'Days with records',
  visits: 'Visits',
  unattended: 'Away (not counted)',
  daysOf: (n) => `${n} days`,
  timesOf: (n) => n,
  forms: 'The same form on several portals',
  formsNote:
    'Forms that ask for the same kinds of items count as one form; forms are numbered, and their names are not kept.',
  form: 'Form',
  formName: (n) => `Form ${n}`,
  submissions: 'Sent',
  on: 'On',
  noForms: 'No form was sent in this period.',
  attempts: 'Sending',
  attempt: (p) =>
    `${p.sent} sent, ${p.near} of them nearly the same as one sent before; ${p.failed} failed, ${p.drafts} drafts. ${p.each} each on average.`,
  purposeSaved: 'Changed. Earlier records also count under the new purpose',
};
