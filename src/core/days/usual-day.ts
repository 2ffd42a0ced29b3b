/** Computes the owner's usual workday: the mean attention of the latest seven workdays with records. */

import type { DayBrief } from './day-brief.ts';

/** The mean of some workdays. */
export interface UsualDay {
  /** Number of workdays from which the mean is computed, 3 to 7. */
  readonly days: number;
  /** Mean attention on one workday, in milliseconds. */
  readonly ms: number;
}

/**
 * Returns the usual workday from the briefs of earlier days, or null when the briefs hold fewer than three workdays
 * with attention.
 */
export function usualDay(before: readonly DayBrief[]): UsualDay | null {
  const latest = before
    .filter((d) => d.attentionMs > 0 && !d.rest)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 7);
  if (latest.length < 3) return null;
  return { days: latest.length, ms: latest.reduce((sum, d) => sum + d.attentionMs, 0) / latest.length };
}
