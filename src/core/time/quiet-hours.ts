/**
 * Quiet hours: daily periods in which the owner wants nothing recorded. At the start of a quiet period, the worker
 * pauses recording until the period ends.
 */
import type { EpochMs } from '../events.ts';
import type { Settings } from '../settings.ts';
import { dayOf, instantAt, nextDay } from './local-time.ts';

type QuietHours = Settings['quiet'];

/** Returns the quiet periods of today and tomorrow, in order of time. */
function quietPeriods(quiet: QuietHours, now: EpochMs, timeZone: string) {
  const today = dayOf(now, timeZone);
  return [today, nextDay(today)].flatMap((day) =>
    quiet.map(([from, to]) => ({ start: instantAt(day, from, timeZone), end: instantAt(day, to, timeZone) })),
  );
}

/** Returns when the quiet period that contains `now` ends; null when `now` is in no quiet period. */
export const quietUntil = (quiet: QuietHours, now: EpochMs, timeZone: string): EpochMs | null =>
  quietPeriods(quiet, now, timeZone).find(({ start, end }) => start <= now && now < end)?.end ?? null;

/** Returns the next quiet period that starts after `now`, today or tomorrow; null when there is none. */
export const nextQuiet = (quiet: QuietHours, now: EpochMs, timeZone: string) =>
  quietPeriods(quiet, now, timeZone).find(({ start }) => start > now) ?? null;
