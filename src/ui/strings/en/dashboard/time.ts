/** Texts of the tab "Time". */
import type { TimeTexts } from '../../zh-CN/dashboard/time.ts';

export const time: TimeTexts = {
  timeline: 'This day',
  timelineSentence: (portals, time) =>
    `${portals === 1 ? '1 portal' : `${portals} portals`}, ${time} in all. Hatched background: outside working hours.`,
  fromTo: 'From – to',
  portal: 'Portal',
  state: 'State',
  time: 'Time',
  states: { active: 'working', watching: 'watching', unattended: 'away (not counted)' },
  paler: 'Fainter: watching only',
  point: (at, portal, state, time) => `${at}  ${portal}, ${state}, ${time}`,
  whole: 'Show 24 hours',
  sessions: 'Visits',
  sessionsNote:
    'Visits to one portal less than five minutes apart count as one. Minutes are rounded, so they may add up to a little more or less than the total. Deleting removes everything recorded in that time, on all portals.',
  erasePart: 'Delete',
  erasePartOf: (part) => `Delete ${part}`,
  erasedPart: (part) => `The records of ${part} are deleted`,
  erase: 'Delete this day',
  erased: (day) => `The records of ${day} are deleted`,
  eraseNote: 'Deletes this day’s records and summary, and this week’s comparison codes.',
  calendar: 'Calendar',
  byState: 'Working and watching',
  active: 'Working',
  watching: 'Watching',
  unattended: 'Away (not counted)',
};
