/** Texts of the tab "After hours". */
import type { AfterHoursTexts } from '../../zh-CN/dashboard/after-hours.ts';

export const afterHours: AfterHoursTexts = {
  definition: (hours) =>
    `After hours: outside ${hours}, and on rest days (State Council calendar, exchanged days included). Your working hours are under Settings; exports always use “outside 08:00–18:00”.`,
  through: (year) => `Holidays are built in through ${year}; later years count weekends as rest days for now.`,
  weeks: 'Week by week, with the part after hours',
  weekSentence: (share) => `${share} of the time in this period was after hours: the hatched part.`,
  week: 'Week',
  share: 'Share',
  weekPoint: (week, share, time) => `Week of ${week}  ${time} after hours, ${share}`,
  evenings: 'Most recent evenings and rest days',
  eveningLine: (time) => time,
  lastAt: (time) => `until ${time}`,
  none: 'Nothing after hours in this period.',
  kind: { evening: 'workday', rest: 'rest day' },
};
