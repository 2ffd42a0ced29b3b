/** Texts of the tab "Overview", and texts for periods without records. */
import type { OverviewTexts } from '../../zh-CN/dashboard/overview.ts';

export const overview: OverviewTexts = {
  notConsented: 'You have not agreed to recording yet, so this page is empty.',
  setUp: 'Read what is recorded and decide',
  firstDay: 'Nothing yet. Open a portal that is on; figures appear after about a minute.',
  nothing: 'Nothing was recorded in this period.',
  time: 'Time on portals',
  repeats: 'Typed again',
  after: 'After hours',
  portals: 'Portals',
  perDay: (time) => `${time} a day on days with records`,
  against: (time, more) => `${time} ${more ? 'more' : 'less'} per workday than the period before`,
  againstSame: 'About the same per workday as the period before',
  usual: (days, time, more) => `${time} ${more ? 'more' : 'less'} than the average of the ${days} workdays before`,
  usualSame: (days) => `About the average of the ${days} workdays before`,
  ofEntries: (repeats, all) => `${repeats} of ${all} comparable fields`,
  young: 'The ledger is younger than 35 days, so the share is still low',
  ofTime: (share) => `${share} of the time`,
  switches: (count) => `${count} switches between portals`,
  byPortal: 'By portal',
  portal: 'Portal',
  share: 'Share',
  entries: 'Fields',
  submissions: 'Sent',
  acts: 'Check-ins, uploads etc.',
  allPortals: 'All portals',
  today: 'Today',
  legend: 'Purpose',
  hatched: 'Hatched: after hours',
  workdays: (recorded, expected, isDay) =>
    expected === 0
      ? 'No workday in this period.'
      : isDay
        ? `This workday has ${recorded === 1 ? 'records' : 'no records yet'}.`
        : `${recorded} of ${expected} ${expected === 1 ? 'workday' : 'workdays'} with records.`,
  coverage: 'Phones and desktop programs are not counted.',
  coverageMore: 'What else is not counted',
  sentence: 'One sentence to quote',
  quote: (p) =>
    `${p.period}: I spent ${p.time} on ${p.portals} government portals, ${p.after} of it outside working hours, and filled in ${p.entries} fields; of ${p.eligible} that can be compared I had typed ${p.repeats} before or elsewhere. Recorded by my own browser; a lower bound without phones and desktop programs.`,
  copy: 'Copy',
  purposeMs: (purpose, time) => `${purpose} ${time}`,
};
