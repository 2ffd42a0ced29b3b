/** The owner's own usual workday: the mean of the last seven with records, rest days left out. */

import type { DayBrief } from './day-brief.ts';

export interface UsualDay {
  /** Workdays it is the mean of. */
  readonly days: number;
  readonly ms: number;
}

/** Null while there are fewer than three. */
export function usualDay(before: readonly DayBrief[]): UsualDay | null {
  const last = before
    .filter((d) => d.attentionMs > 0 && !d.rest)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 7);
  if (last.length < 3) return null;
  return { days: last.length, ms: last.reduce((sum, d) => sum + d.attentionMs, 0) / last.length };
}
