/**
 * Rest days in mainland China: weekends and the holidays that the State Council announces. Some weekend days are worked
 * in exchange for a holiday (调休). docs/measurement/attention.md, "After hours"
 */
import type { Day } from '../events.ts';
import { isWeekend } from './local-time.ts';
import { calendarThrough, restOnWeekdays, workOnWeekends } from './workdays-data.ts';

export { calendarThrough };

/** Whether a table of years contains a day. */
const includesDay = (years: Readonly<Record<string, string>>, day: Day): boolean =>
  (years[day.slice(0, 4)] ?? '').includes(day.slice(5));

/**
 * Returns the exception that the calendar makes for a day: `rest` for a weekday that is off (休), `work` for a weekend
 * day that is worked (班), null for no exception.
 */
export function dayMark(day: Day): 'rest' | 'work' | null {
  if (includesDay(restOnWeekdays, day)) return 'rest';
  return includesDay(workOnWeekends, day) ? 'work' : null;
}

/**
 * Whether a day is a rest day. After the year `calendarThrough` only weekends are rest days, and screens must show a
 * notice.
 */
export const isRestDay = (day: Day): boolean => {
  const mark = dayMark(day);
  return mark === null ? isWeekend(day) : mark === 'rest';
};

/** Whether the calendar contains the holidays of a day's year. */
export const isInCalendar = (day: Day): boolean => Number(day.slice(0, 4)) <= calendarThrough;
