/**
 * The record of each day: the roll-up of its stored rows, and its sealed roll-ups. A sealed roll-up stands for rows
 * that have expired, or for rows that a restored backup no longer contained. Every day of the ledger has a record, so
 * that readers don't have to scan rows.
 */

import { systemOf } from '../../core/days/cuts.ts';
import type { RollUp, SealedPart } from '../../core/days/roll-up.ts';
import type { Day, Row, SystemKey } from '../../core/events.ts';
import { nextDay, startOfDay } from '../../core/time/local-time.ts';

/** The record of one day. */
export interface DayRecord {
  readonly day: Day;
  /**
   * Systems with any row on this day. The field is indexed, so that days of use are counted without reading the
   * records.
   */
  readonly systems: readonly SystemKey[];
  /** Counts changes of the day's rows. */
  readonly touched: number;
  /** The value of `touched` when `live` was computed; 0 when `live` was never computed. */
  readonly folded: number;
  /**
   * The roll-up of the stored rows, or null when there is no roll-up. It is up to date when `folded` equals `touched`.
   */
  readonly live: RollUp | null;
  readonly sealed: readonly SealedPart[];
}

/** Returns the record of a day that has no roll-up yet. */
export const emptyRecord = (day: Day): DayRecord => ({
  day,
  systems: [],
  touched: 1,
  folded: 0,
  live: null,
  sealed: [],
});

/**
 * Returns the days that a row belongs to: the day in `row.day`, and the next day for a span that ends after midnight.
 */
export function daysOf(row: Row): readonly Day[] {
  if (row.kind !== 'span') return [row.day];
  const next = nextDay(row.day);
  return row.end > startOfDay(next, row.timeZone) ? [row.day, next] : [row.day];
}

interface DayStore {
  get(day: Day): Promise<DayRecord | undefined>;
  put(record: DayRecord): Promise<unknown>;
}

/**
 * Marks the days of these rows as changed. Call it in the transaction that changes the rows. The first row of a day
 * creates its record.
 */
export async function touchDays(store: DayStore, rows: readonly Row[]): Promise<void> {
  const changed = new Map<Day, Set<SystemKey>>();
  for (const row of rows) {
    const system = systemOf(row);
    for (const day of daysOf(row)) {
      const systems = changed.get(day) ?? new Set<SystemKey>();
      if (system !== null) systems.add(system);
      changed.set(day, systems);
    }
  }
  for (const [day, systems] of changed) {
    const before = await store.get(day);
    const added = [...systems].filter((system) => !before?.systems.includes(system));
    // Today's record has no valid roll-up to invalidate, so most rows cause no write here.
    if (before !== undefined && added.length === 0 && before.folded !== before.touched) continue;
    await store.put({
      ...(before ?? { day, folded: 0, live: null, sealed: [] }),
      systems: [...(before?.systems ?? []), ...added],
      touched: (before?.touched ?? 0) + 1,
    });
  }
}
