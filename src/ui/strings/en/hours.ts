/** Texts of working hours and of the daily pause. */
import type { HoursTexts } from '../zh-CN/hours.ts';

export const hours: HoursTexts = {
  quiet: 'Pause every day',
  quietNote: 'Pauses and resumes by itself. How long it was paused is shown under “Not counted”.',
  hours: 'Working hours',
  from: 'From',
  to: 'to',
  period: (n) => `Period ${n}`,
  addPeriod: 'Add a period',
  removePeriod: 'Remove this one',
  holidays: (year) =>
    `Rest days follow the State Council calendar (exchanged days included), built in through ${year}.`,
};
