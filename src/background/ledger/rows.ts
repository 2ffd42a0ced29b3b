/** Appends, reads and deletes rows. The identity of a row is (sourceId, seq). */
import { applyCuts } from '../../core/days/cuts.ts';
import type { Day, LogEvent, Row, SystemKey } from '../../core/events.ts';
import { dayOf, previousDay, splitAtMidnight } from '../../core/time/local-time.ts';
import type { Clock } from './clock.ts';
import { readCuts } from './cuts.ts';
import { type Database, markDoneHandled } from './database.ts';
import { touchDays } from './day-records.ts';

const dayOfEvent = (event: LogEvent, timeZone: string): Day =>
  dayOf(event.kind === 'span' ? event.start : event.at, timeZone);

/** A page that gets no answer resends within seconds, so its first report is among this many last rows. */
const duplicateSearchRows = 500;

/**
 * Equal for two reports of the same event. Null for events that the worker decides: appending them twice is prevented
 * by their `batchId`.
 */
const duplicateKey = ({ kind, ...event }: LogEvent): string | null =>
  kind === 'entry' || kind === 'submission' ? null : JSON.stringify([kind, Object.entries(event).sort()]);
const eventOf = ({ sourceId: _, seq: __, day: ___, timeZone: ____, ...event }: Row) => event as LogEvent;

/**
 * Appends events in one transaction, which also fixes their local day and time zone. Leaves out what falls into a cut,
 * and events that are stored already: a page resends them when the answer to its first report was lost. With `batchId`,
 * does nothing when the last batch had the same id, because the worker was stopped after that batch and now repeats the
 * step.
 */
export async function appendEvents(
  db: Database,
  events: readonly LogEvent[],
  clock: Clock,
  batchId?: string,
): Promise<void> {
  if (events.length === 0) return;
  const timeZone = clock.timeZone();
  const newSourceId = clock.random(8);
  const tx = db.transaction(['rows', 'meta', 'days'], 'readwrite');
  markDoneHandled(tx);
  const meta = tx.objectStore('meta');
  if (batchId !== undefined) {
    if ((await meta.get('outbox')) === batchId) return tx.done;
    await meta.put(batchId, 'outbox');
  }
  let sourceId = (await meta.get('sourceId')) as string | undefined;
  if (sourceId === undefined) {
    sourceId = newSourceId;
    await meta.put(sourceId, 'sourceId');
  }
  const kept = applyCuts(events, await readCuts(meta));
  const firstSeq = ((await meta.get('seq')) as number | undefined) ?? 0;
  const recent = IDBKeyRange.bound([sourceId, Math.max(0, firstSeq - duplicateSearchRows)], [sourceId, firstSeq]);
  const before = kept.length === 0 ? [] : await tx.objectStore('rows').getAll(recent);
  const known = new Set(before.map((row) => duplicateKey(eventOf(row))));
  known.delete(null);
  const rows = kept
    .flatMap((e) => splitAtMidnight(e, timeZone))
    .filter((event) => !known.has(duplicateKey(event)))
    .map((event, i) => ({ ...event, sourceId, seq: firstSeq + i, day: dayOfEvent(event, timeZone), timeZone }) as Row);
  for (const row of rows) await tx.objectStore('rows').put(row);
  await meta.put(firstSeq + rows.length, 'seq');
  await touchDays(tx.objectStore('days'), rows);
  await tx.done;
}

/** Rows whose local day is between `from` and `to`, both included. */
export const readRows = (db: Database, from: Day, to: Day): Promise<Row[]> =>
  db.getAllFromIndex('rows', 'day', IDBKeyRange.bound(from, to));

/** The last `idle` row of the week before a day, or null. Its state holds until the next `idle` row. */
export async function lastIdle(db: Database, day: Day): Promise<Row | null> {
  const store = db.transaction('rows').store.index('day');
  // One request a day: a cursor over a week of rows takes ten times as long.
  for (let back = 1, before = previousDay(day); back <= 7; back++, before = previousDay(before)) {
    const last = (await store.getAll(before)).filter((row) => row.kind === 'idle').at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** The first day of the ledger, or null when it is empty. */
export async function firstDayOf(db: Database): Promise<Day | null> {
  return (await db.getAllKeys('days', null, 1))[0] ?? null;
}

/** Deletes the rows that match, within a range of days; returns how many. */
export async function deleteRows(
  db: Database,
  shouldDelete: (row: Row) => boolean,
  days?: IDBKeyRange,
): Promise<number> {
  const tx = db.transaction(['rows', 'days'], 'readwrite');
  markDoneHandled(tx);
  const deleted: Row[] = [];
  let cursor = await tx
    .objectStore('rows')
    .index('day')
    .openCursor(days ?? null);
  while (cursor) {
    if (shouldDelete(cursor.value)) {
      deleted.push(cursor.value);
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
  await touchDays(tx.objectStore('days'), deleted);
  await tx.done;
  return deleted.length;
}

/** The number of days on which each system has anything. */
export async function daysUsed(db: Database): Promise<ReadonlyMap<SystemKey, number>> {
  const keys = await db.getAllKeys('systems');
  const counts = await Promise.all(keys.map((key) => db.countFromIndex('days', 'system', key)));
  return new Map(keys.map((key, i) => [key, counts[i] ?? 0]));
}
