/**
 * Stores the tab and the period of the dashboard in the hash of its address, such as `#/time/day/2026-11-25`, so that
 * the browser's back button works.
 */
import type { Day } from '../core/events.ts';
import { addDays } from '../core/time/local-time.ts';

/** The tabs of the dashboard, in the order of the navigation. */
export const tabs = [
  'overview',
  'time',
  'portals',
  'repeats',
  'burden',
  'after-hours',
  'coverage',
  'settings',
  'export',
] as const;
export type Tab = (typeof tabs)[number];
/** The units of the period shown. */
export const units = ['day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** The tab and the period in a hash. */
export interface Route {
  readonly tab: Tab;
  readonly unit: Unit;
  /** Any day of the period shown. */
  readonly day: Day;
}

const isDay = (text: string | undefined): text is Day =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Returns the route in a hash. Missing or unknown parts default to the overview of the current month. */
export function parseRoute(hash: string, today: Day): Route {
  const [tab, unit, day] = hash.replace(/^#\/?/, '').split('/');
  return {
    tab: tabs.find((t) => t === tab) ?? 'overview',
    unit: units.find((u) => u === unit) ?? 'month',
    day: isDay(day) ? day : today,
  };
}

/** Returns the hash of a route; the inverse of `parseRoute`. */
export const routeHash = ({ tab, unit, day }: Route): string => `#/${tab}/${unit}/${day}`;

const utcDate = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayFrom = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** Returns the earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
/** Returns the later of two days. */
export const later = (a: Day, b: Day): Day => (a < b ? b : a);

/** Returns the first and the last day of the period that contains a day. Weeks begin on Monday. */
export function periodOf(unit: Unit, day: Day): { readonly from: Day; readonly to: Day } {
  const date = utcDate(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') {
    const from = addDays(day, -((date.getUTCDay() + 6) % 7));
    return { from, to: addDays(from, 6) };
  }
  if (unit === 'month')
    return { from: dayFrom(new Date(Date.UTC(year, month, 1))), to: dayFrom(new Date(Date.UTC(year, month + 1, 0))) };
  return { from: dayFrom(new Date(Date.UTC(year, 0, 1))), to: dayFrom(new Date(Date.UTC(year, 11, 31))) };
}

/** Returns the route with the same tab and the next period (1) or the previous period (-1). */
export function step(route: Route, by: 1 | -1): Route {
  const { from, to } = periodOf(route.unit, route.day);
  return { ...route, day: by === 1 ? addDays(to, 1) : periodOf(route.unit, addDays(from, -1)).from };
}

/** Returns all days from `from` to `to`, both included, in order. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
