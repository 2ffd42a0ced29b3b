/** What the popup says of a day: a page that opens in a blink is sent hundreds of bytes, not the day's whole summary. */
import type { Day, PhoneBurden } from '../events.ts';
import type { DaySummary, Purpose } from './day-summary.ts';

/** All systems together. */
export interface Quarter {
  /** Minutes after local midnight, a multiple of 15. */
  readonly start: number;
  readonly ms: number;
  readonly afterMs: number;
}

export interface Today {
  readonly day: Day;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly entries: number;
  readonly repeats: number;
  readonly portals: number;
  readonly quarters: readonly Quarter[];
  /** Those with attention, most first. */
  readonly systems: readonly { readonly host: string; readonly purpose: Purpose | null; readonly ms: number }[];
  readonly selfReported: Partial<Record<PhoneBurden, number>>;
}

/** The quarter hours that had attention, in no order. */
export function quartersOf(day: Pick<DaySummary, 'quarterHours'>): Quarter[] {
  const quarters = new Map<number, Quarter>();
  for (const q of day.quarterHours) {
    const { ms = 0, afterMs = 0 } = quarters.get(q.start) ?? {};
    const { start } = q;
    quarters.set(start, { start, ms: ms + q.activeMs + q.watchingMs, afterMs: afterMs + q.afterHoursMs });
  }
  return [...quarters.values()];
}

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
  selfReported: Object.fromEntries(Object.entries(day.selfReported).map(([burden, told]) => [burden, told.count])),
});
