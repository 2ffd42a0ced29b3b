/** Quiet hours: daily periods in which the owner wants nothing recorded. They work like a pause. */
import type { EpochMs } from '../events.ts';
import type { Settings } from '../settings.ts';
import { dayOf, instantAt, nextDay } from './local-time.ts';

type QuietHours = Settings['quiet'];

/** The quiet periods of today and tomorrow, in order. */
function quietPeriods(quiet: QuietHours, now: EpochMs, timeZone: string) {
  const today = dayOf(now, timeZone);
  return [today, nextDay(today)].flatMap((day) =>
    quiet.map(([from, to]) => ({ start: instantAt(day, from, timeZone), end: instantAt(day, to, timeZone) })),
  );
}

/** When the quiet period around `now` ends; null when there is none. */
export const quietUntil = (quiet: QuietHours, now: EpochMs, timeZone: string): EpochMs | null =>
  quietPeriods(quiet, now, timeZone).find(({ start, end }) => start <= now && now < end)?.end ?? null;

/** The next quiet period after `now`; null when the owner has none. */
export const nextQuiet = (quiet: QuietHours, now: EpochMs, timeZone: string) =>
  quietPeriods(quiet, now, timeZone).find(({ start }) => start > now) ?? null;
