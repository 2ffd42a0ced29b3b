/**
 * The figures of a day that the popup shows. The popup must open fast, so the worker does not send it the whole day
 * summary.
 */
import type { Day, PhoneBurden } from '../events.ts';
import type { DaySummary, Purpose } from './day-summary.ts';

/** The attention to all systems together in one quarter hour. */
export interface Quarter {
  /** Minutes after local midnight, a multiple of 15. */
  readonly start: number;
  /** `ms` is the attention, and `afterMs` the part of it outside working hours. */
  readonly ms: number;
  readonly afterMs: number;
}

/** The popup's figures. */
export interface Today {
  readonly day: Day;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly entries: number;
  readonly repeats: number;
  readonly portals: number;
  readonly quarters: readonly Quarter[];
  /** Systems with attention, the system with the most attention first. */
  readonly systems: readonly { readonly host: string; readonly purpose: Purpose | null; readonly ms: number }[];
  readonly selfReported: Partial<Record<PhoneBurden, number>>;
}

/** Returns the quarter hours with attention, in no particular order. */
export function quartersOf(day: Pick<DaySummary, 'quarterHours'>): Quarter[] {
  const quarters = new Map<number, Quarter>();
  for (const q of day.quarterHours) {
    const { start } = q;
    const { ms = 0, afterMs = 0 } = quarters.get(start) ?? {};
    quarters.set(start, { start, ms: ms + q.activeMs + q.watchingMs, afterMs: afterMs + q.afterHoursMs });
  }
  return [...quarters.values()];
}

/** Extracts the popup's figures from a day summary with hosts. */
export const todayOf = (day: DaySummary): Today => ({
  day: day.day,
  attentionMs: day.attentionMs,
  afterHoursMs: day.afterHoursMs,
  entries: day.entries.total,
  repeats: day.entries.repeatSameSystem + day.entries.repeatOtherSystem,
  portals: day.fragmentation.systems,
  quarters: quartersOf(day),
  systems: day.systems
    .map(({ id, purpose, activeMs, watchingMs }) => ({ host: id, purpose, ms: activeMs + watchingMs }))
    .filter((s) => s.ms > 0),
  selfReported: Object.fromEntries(Object.entries(day.selfReported).map(([burden, total]) => [burden, total.count])),
});
