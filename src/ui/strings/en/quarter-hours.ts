/** Texts of the chart of one day in quarter hours. */
import type { QuarterHoursTexts } from '../zh-CN/quarter-hours.ts';

export const quarterHours: QuarterHoursTexts = {
  dayTitle: 'Through the day',
  dayNothing: 'Nothing was recorded on this day.',
  dayBusiest: (hour, time) => `Peak ${hour}: ${time}. Hatched: after hours.`,
  hour: 'Hour',
  quarter: (at, time, after) => `${at}  ${time}${after ? ', partly after hours' : ''}`,
  time: 'Time',
  afterHours: 'After hours',
};
