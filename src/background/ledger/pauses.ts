/** How long recording was paused on each day: sums only, no time of day of a pause that is over. */
import type { Day, EpochMs } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import { dayOf, nextDay, startOfDay } from '../../core/time/local-time.ts';

export interface Pauses {
  /** The pause that runs, or null. */
  readonly open: { readonly since: EpochMs; readonly until: EpochMs | 'resume' } | null;
  /** Milliseconds of those that are over. */
  readonly days: Readonly<Record<Day, number>>;
}

export const noPauses: Pauses = { open: null, days: {} };

/** Milliseconds of a stretch by local day. */
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

/** The sums at `now`, as if the open pause ended now, or when it was to end. */
function closed({ open, days }: Pauses, now: EpochMs, timeZone: string): Record<Day, number> {
  const sums: Record<Day, number> = { ...days };
  if (open === null) return sums;
  const end = (open.until === 'resume' ? now : Math.min(now, open.until)) as EpochMs;
  for (const [day, ms] of byDay(open.since, end, timeZone)) sums[day] = (sums[day] ?? 0) + ms;
  return sums;
}

/** What the owner's choice at `now` makes of them. */
export const notePause = (
  pauses: Pauses,
  pausedUntil: Settings['pausedUntil'],
  now: EpochMs,
  timeZone: string,
): Pauses => ({
  days: closed(pauses, now, timeZone),
  open:
    pausedUntil === null || (pausedUntil !== 'resume' && pausedUntil <= now)
      ? null
      : { since: now, until: pausedUntil },
});

/** Milliseconds from one day through another. */
export const pausedBetween = (pauses: Pauses, from: Day, to: Day, now: EpochMs, timeZone: string): number =>
  Object.entries(closed(pauses, now, timeZone)).reduce(
    (sum, [day, ms]) => (day >= from && day <= to ? sum + (ms as number) : sum),
    0,
  );

/** Both ends included. */
export const withoutDays = ({ open, days }: Pauses, from: Day, to: Day): Pauses => ({
  open,
  days: Object.fromEntries(Object.entries(days).filter(([day]) => day < from || day > to)),
});
