/** What must hold of every day's time, whatever rows it was folded from. docs/measurement.md, "Time". */
import type { TimeDay } from './time-day.ts';

/** Sums of fractions of milliseconds may differ by less than this. */
const roundingMs = 1;

/** The laws that a day breaks: no more than its hours, one system at a time, parts that equal the whole. */
export function countBrokenInvariants(
  { systems, quarterHours, attentionMs, afterHoursMs, standardAfterHoursMs }: TimeDay,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const hours = end - start;
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
  const agree = (one: number, other: number) => Math.abs(one - other) < roundingMs;
  const laws = [
    attentionMs <= hours,
    // Each moment has one system: what all had together is no more than the day either.
    shown <= hours + roundingMs,
    agree(shares, attentionMs),
    agree(quarters, attentionMs),
    agree(quartersAfter, afterHoursMs),
    afterHoursMs <= attentionMs && standardAfterHoursMs <= attentionMs,
    [...systems.values()].every((t) => Math.min(t.activeMs, t.watchingMs, t.unattendedMs, t.visits) >= 0),
  ];
  return laws.filter((holds) => !holds).length;
}
