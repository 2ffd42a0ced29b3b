/** Texts of the owner's full record of a month. */
import type { OwnRecordTexts } from '../../../zh-CN/dashboard/export/own-record.ts';

export const ownRecord: OwnRecordTexts = {
  head: (month) => `Your own full record of ${month}`,
  mark: 'For the owner only; not to be collected or used for assessment · 仅供本人留存，不得收取或用于考核',
  text: (month) =>
    `It names the sites you used in ${month}, with daily figures, and is not the report. Keep it to yourself and never hand it in; nobody may collect it or use it for assessment.`,
  csv: (month) => `Save my full record of ${month} (CSV, not to hand in)`,
  print: (month) => `Print my full record of ${month}`,
  made: 'Made on this computer · nothing was sent',
  columns: [
    'day',
    'portal',
    'kind',
    'purpose',
    'working minutes',
    'watching minutes',
    'entries',
    'submissions',
    'acts',
  ],
  days: ['Day', 'Time', 'After hours', 'Entries', 'Typed again', 'Submissions'],
  measured: 'Measured in this browser',
  selfReported: 'Self-reported (phone and so on), never added to what was measured',
  times: 'times',
  minutes: 'minutes',
  coverage: (days) => `${days} days with a record. Phones, desktop programs and sites not added are not seen.`,
};
