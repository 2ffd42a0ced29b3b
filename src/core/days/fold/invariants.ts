/**
 * Checks the invariants of a day's time. The invariants hold for any rows. docs/measurement/attention.md, "Invariants"
 */
import type { TimeDay } from './time-day.ts';

/** Two sums are treated as equal when they differ by less than this, because times have fractions of milliseconds. */
const roundingMs = 1;

/**
 * Returns the number of invariants that a day breaks. The invariants are: the time fits into the day, only one system
 * has the attention at a time, the parts of the time add up to the whole, and nothing is negative. `start` and `end`
 * are the bounds of the day.
 */
export function countBrokenInvariants(
  { systems, quarterHours, attentionMs, afterHoursMs, standardAfterHoursMs }: TimeDay,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const dayMs = end - start;
  let shares = 0;
  let shown = 0;
  for (const { activeMs, watchingMs, unattendedMs } of systems.values()) {
    shares += activeMs + watchingMs;
    shown += activeMs + watchingMs + unattendedMs;
  }
  let quarters = 0;
  let quartersAfter = 0;
  for (const { activeMs, watchingMs, afterHoursMs: after } of quarterHours) {
    quarters += activeMs + watchingMs;
    quartersAfter += after;
  }
  const areEqual = (a: number, b: number) => Math.abs(a - b) < roundingMs;
  const invariants = [
    attentionMs <= dayMs,
    // Each moment belongs to one system, so the times of all systems add up to at most the length of the day.
    shown <= dayMs + roundingMs,
    areEqual(shares, attentionMs),
    areEqual(quarters, attentionMs),
    areEqual(quartersAfter, afterHoursMs),
    afterHoursMs <= attentionMs && standardAfterHoursMs <= attentionMs,
    [...systems.values()].every((t) => Math.min(t.activeMs, t.watchingMs, t.unattendedMs, t.visits) >= 0),
  ];
  return invariants.filter((holds) => !holds).length;
}
