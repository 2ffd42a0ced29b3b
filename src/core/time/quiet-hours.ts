/** Quiet hours: parts of every day in which the owner wants nothing recorded. A pause that comes by itself. */
import type { EpochMs } from '../events.ts';
import type { Settings } from '../settings.ts';
import { dayOf, instantAt, nextDay } from './local-time.ts';

type Quiet = Settings['quiet'];

/** All quiet stretches of today and tomorrow, in order. */
function stretches(quiet: Quiet, now: EpochMs, timeZone: string) {
  const today = dayOf(now, timeZone);
  return [today, nextDay(today)].flatMap((day) =>
    quiet.map(([from, to]) => ({ start: instantAt(day, from, timeZone), end: instantAt(day, to, timeZone) })),
  );
}

/** When the quiet that lasts at `now` ends, or null. */
export const quietUntil = (quiet: Quiet, now: EpochMs, timeZone: string): EpochMs | null =>
  stretches(quiet, now, timeZone).find(({ start, end }) => start <= now && now < end)?.end ?? null;

/** The next one that begins after `now`, or null when there are none. */
export const nextQuiet = (quiet: Quiet, now: EpochMs, timeZone: string) =>
  stretches(quiet, now, timeZone).find(({ start }) => start > now) ?? null;
