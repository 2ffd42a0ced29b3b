/** Texts of working hours and of the daily pause. */
import type { HoursTexts } from '../zh-CN/hours.ts';

export const hours: HoursTexts = {
  quiet: 'Pause at fixed hours every day',
  quietNote: 'Recording pauses and resumes by itself. “Not counted” shows how long it was paused.',
  hours: 'Working hours',
  from: 'From',
  to: 'to',
  period: (n) => `Period ${n}`,
  addPeriod: 'Add a period',
  removePeriod: 'Remove this period',
  holidays: (year) =>
    `Rest days follow the State Council calendar (exchanged days included), built in through ${year}.`,
};
