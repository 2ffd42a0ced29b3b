/** The owner's usual workday: mean attention of the last seven workdays with records. */

import type { DayBrief } from './day-brief.ts';

/** The mean of some workdays. */
export interface UsualDay {
  /** Number of workdays in the mean, 3 to 7. */
  readonly days: number;
  /** Mean attention of a day. */
  readonly ms: number;
}

/** The usual workday before a day, from the briefs of earlier days; null with fewer than three workdays. */
export function usualDay(before: readonly DayBrief[]): UsualDay | null {
  const last = before
    .filter((d) => d.attentionMs > 0 && !d.rest)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 7);
  if (last.length < 3) return null;
  return { days: last.length, ms: last.reduce((sum, d) => sum + d.attentionMs, 0) / last.length };
}
