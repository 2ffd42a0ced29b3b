/** Checks the invariants of a day's time, which hold for any rows. docs/measurement/attention.md, "Invariants" */
import type { TimeDay } from './time-day.ts';

/** Sums of fractions of milliseconds may differ by less than this. */
const roundingMs = 1;

/**
 * The number of invariants that a day breaks: its time fits into the day, one system at a time has the attention, the
 * parts equal the whole, nothing is negative. `start` and `end` are the day's bounds.
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
    // Each moment belongs to one system, so all systems together have no more than the day.
    shown <= dayMs + roundingMs,
    areEqual(shares, attentionMs),
    areEqual(quarters, attentionMs),
    areEqual(quartersAfter, afterHoursMs),
    afterHoursMs <= attentionMs && standardAfterHoursMs <= attentionMs,
    [...systems.values()].every((t) => Math.min(t.activeMs, t.watchingMs, t.unattendedMs, t.visits) >= 0),
  ];
  return invariants.filter((holds) => !holds).length;
}
