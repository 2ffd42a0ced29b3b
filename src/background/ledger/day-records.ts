/**
 * What is known of each day: the roll-up of the rows that are here, and sealed roll-ups of rows that have expired or
 * were restored without their rows. A record exists for every day of the ledger, so that nobody needs to walk rows.
 */

import { systemOf } from '../../core/days/cuts.ts';
import type { RollUp, SealedPart } from '../../core/days/roll-up.ts';
import type { Day, Row, SystemKey } from '../../core/events.ts';
import { nextDay, startOfDay } from '../../core/time/local-time.ts';

export interface DayRecord {
  readonly day: Day;
  /** Systems that have anything on this day: indexed, so that days of use are counted without reading. */
  readonly systems: readonly SystemKey[];
  /** Counts changes of the day's rows; `folded` is the count that `live` has seen, 0 when it has seen none. */
  readonly touched: number;
  readonly folded: number;
  readonly live: RollUp | null;
  readonly sealed: readonly SealedPart[];
}

/** The days that a row belongs to: its own, and the next one when a span reaches over midnight. */
export function daysOf(row: Row): readonly Day[] {
  if (row.kind !== 'span') return [row.day];
  const next = nextDay(row.day);
  return row.end > startOfDay(next, row.timeZone) ? [row.day, next] : [row.day];
}

interface DayStore {
  get(day: Day): Promise<DayRecord | undefined>;
  put(record: DayRecord): Promise<unknown>;
}

/** Notes, in the transaction that changes rows, which days they change; a day's first row makes its record. */
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
    const more = [...systems].filter((system) => !before?.systems.includes(system));
    // While a day runs it has no roll-up that could grow old: most rows change nothing here.
    if (before !== undefined && more.length === 0 && before.folded !== before.touched) continue;
    await store.put({
      ...(before ?? { day, folded: 0, live: null, sealed: [] }),
      systems: [...(before?.systems ?? []), ...more],
      touched: (before?.touched ?? 0) + 1,
    });
  }
}
