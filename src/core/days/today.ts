/** The figures of a day that the popup shows. The popup must open fast, so it is not sent the whole day summary. */
import type { Day, PhoneBurden } from '../events.ts';
import type { DaySummary, Purpose } from './day-summary.ts';

/** A quarter hour of all systems together. */
export interface Quarter {
  /** Minutes after local midnight, a multiple of 15. */
  readonly start: number;
  /** Attention, and its part outside working hours. */
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
  /** Systems with attention, the most first. */
  readonly systems: readonly { readonly host: string; readonly purpose: Purpose | null; readonly ms: number }[];
  readonly selfReported: Partial<Record<PhoneBurden, number>>;
}

/** The quarter hours with attention, in no particular order. */
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
  selfReported: Object.fromEntries(Object.entries(day.selfReported).map(([burden, report]) => [burden, report.count])),
});
