/** Which days are rest days in mainland China: weekends, the State Council's holidays, exchanged days (调休). docs/measurement.md, "After hours". */
import type { Day } from '../events.ts';
import { isWeekend } from './local-time.ts';
import { calendarThrough, restOnWeekdays, workOnWeekends } from './workdays-data.ts';

export { calendarThrough };

const holds = (years: Readonly<Record<string, string>>, day: Day): boolean =>
  (years[day.slice(0, 4)] ?? '').includes(day.slice(5));

/** How the calendar departs from a plain week: 休 on a weekday, 班 on a weekend, or not at all. */
export function dayMark(day: Day): 'rest' | 'work' | null {
  if (holds(restOnWeekdays, day)) return 'rest';
  return holds(workOnWeekends, day) ? 'work' : null;
}

/** Whether a day is off. After `calendarThrough` only weekends are known; whoever shows such a day says so. */
export const isRestDay = (day: Day): boolean => {
  const mark = dayMark(day);
  return mark === null ? isWeekend(day) : mark === 'rest';
};

/** Whether the holidays of a day's year are in the calendar. */
export const isInCalendar = (day: Day): boolean => Number(day.slice(0, 4)) <= calendarThrough;
