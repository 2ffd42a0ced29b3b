/**
 * Computes how long recording was paused on each day. For pauses that have ended, the ledger stores daily sums only,
 * without the time of day.
 */
import type { Day, EpochMs } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import { dayOf, nextDay, startOfDay } from '../../core/time/local-time.ts';

/** The pauses as the ledger stores them. */
export interface Pauses {
  /** The current pause, or null. */
  readonly open: { readonly since: EpochMs; readonly until: EpochMs | 'resume' } | null;
  /** Milliseconds of the pauses that have ended, by day. */
  readonly days: Readonly<Record<Day, number>>;
}

/** The pauses of a ledger in which recording was never paused. */
export const noPauses: Pauses = { open: null, days: {} };

/** Splits a stretch of time at local midnights. Returns the milliseconds on each day. */
function byDay(start: EpochMs, end: EpochMs, timeZone: string): [Day, number][] {
  const parts: [Day, number][] = [];
  for (let from = start; from < end; ) {
    const day = dayOf(from, timeZone);
    const to = Math.min(end, startOfDay(nextDay(day), timeZone)) as EpochMs;
    parts.push([day, to - from]);
    from = to;
  }
  return parts;
}

/**
 * Returns the sums at `now`. The current pause counts up to `now`, or up to its planned end if this end is earlier than
 * `now`.
 */
function sumsAt({ open, days }: Pauses, now: EpochMs, timeZone: string): Record<Day, number> {
  const sums: Record<Day, number> = { ...days };
  if (open === null) return sums;
  const end = (open.until === 'resume' ? now : Math.min(now, open.until)) as EpochMs;
  for (const [day, ms] of byDay(open.since, end, timeZone)) sums[day] = (sums[day] ?? 0) + ms;
  return sums;
}

/** Returns the pauses as they are after the owner has set `pausedUntil` at the time `now`. */
export const notePause = (
  pauses: Pauses,
  pausedUntil: Settings['pausedUntil'],
  now: EpochMs,
  timeZone: string,
): Pauses => ({
  days: sumsAt(pauses, now, timeZone),
  open:
    pausedUntil === null || (pausedUntil !== 'resume' && pausedUntil <= now)
      ? null
      : { since: now, until: pausedUntil },
});

/** Returns for how many milliseconds recording was paused from one day to another, both included. */
export const pausedBetween = (pauses: Pauses, from: Day, to: Day, now: EpochMs, timeZone: string): number =>
  Object.entries(sumsAt(pauses, now, timeZone)).reduce(
    (sum, [day, ms]) => (day >= from && day <= to ? sum + (ms as number) : sum),
    0,
  );

/** Returns the pauses without the sums of the days from `from` to `to`, both included. */
export const withoutDays = ({ open, days }: Pauses, from: Day, to: Day): Pauses => ({
  open,
  days: Object.fromEntries(Object.entries(days).filter(([day]) => day < from || day > to)),
});
