/**
 * Operations on sets of time intervals. Figures are measured on unions of intervals, so that no time is counted twice.
 */

/** A half-open interval [start, end). */
export interface Interval {
  readonly start: number;
  readonly end: number;
}
/** A set of intervals, sorted and without overlap. */
export type Intervals = readonly Interval[];

/**
 * Returns the union of intervals, which may be in any order. Leaves out intervals that are empty or end before they
 * start.
 */
export function union(...sets: readonly Intervals[]): Intervals {
  const all = sets.flat().filter((i) => i.end > i.start);
  all.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Returns the time that is in both sets. */
export function intersect(a: Intervals, b: Intervals): Intervals {
  const both: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as Interval;
    const y = b[j] as Interval;
    const start = Math.max(x.start, y.start);
    const end = Math.min(x.end, y.end);
    if (start < end) both.push({ start, end });
    if (x.end < y.end) i++;
    else j++;
  }
  return both;
}

/** Returns the time of `a` that is not in `b`. */
export function subtract(a: Intervals, b: Intervals): Intervals {
  const rest: Interval[] = [];
  let from = 0;
  for (const whole of a) {
    while (from < b.length && (b[from] as Interval).end <= whole.start) from++;
    let start = whole.start;
    for (let i = from; i < b.length && (b[i] as Interval).start < whole.end; i++) {
      const cut = b[i] as Interval;
      if (cut.start > start) rest.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < whole.end) rest.push({ start, end: whole.end });
  }
  return rest;
}

/** Returns the total length of a set, in the unit of its bounds. */
export const measure = (set: Intervals): number => set.reduce((sum, i) => sum + (i.end - i.start), 0);
