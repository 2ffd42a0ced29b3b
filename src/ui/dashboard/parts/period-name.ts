/** Returns names for the period in the address of the dashboard. */
import type { Language } from '../../../core/settings.ts';
import type { State } from '../../../messages.ts';
import * as dates from '../../figures/dates.ts';
import { earlier, later, periodOf, type Route } from '../../route.ts';

/** Returns the name of the route's period: a date, the two ends of a week, a month or a year. */
export function periodName(route: Route, language: Language): string {
  const { from, to } = periodOf(route.unit, route.day);
  if (route.unit === 'day') return dates.longDay(from, language);
  if (route.unit === 'week') return `${dates.shortDay(from, language)} – ${dates.shortDay(to, language)}`;
  return route.unit === 'month' ? dates.monthName(from, language) : dates.yearName(from, language);
}

/** Returns the name of the part of the period that can have records: from the first record until today. */
export function recordedPeriodName(route: Route, language: Language, { firstDay, today }: State): string {
  const { from, to } = periodOf(route.unit, route.day);
  const [first, last] = [later(from, firstDay ?? from), earlier(to, today)];
  const isWhole = first === from && last === to && route.unit !== 'week';
  return isWhole || first >= last ? periodName(route, language) : dates.range(first, last, language);
}
