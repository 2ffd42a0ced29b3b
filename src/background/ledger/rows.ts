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

/**
 * How many of the latest rows are searched for duplicates. A page that gets no answer sends its events again within
 * seconds, so the rows of the first message are among these latest rows.
 */
const duplicateSearchRows = 500;

/**
 * Returns a key that is equal for two copies of the same event. Returns null for events that the worker decides. The
 * `batchId` of such events prevents that they are appended twice.
 */
const duplicateKey = ({ kind, ...event }: LogEvent): string | null =>
  kind === 'entry' || kind === 'submission' ? null : JSON.stringify([kind, Object.entries(event).sort()]);
const eventOf = ({ sourceId: _, seq: __, day: ___, timeZone: ____, ...event }: Row) => event as LogEvent;

/**
 * Appends events in one transaction, and stores the local day and the time zone with each event. Leaves out time that
 * falls into a cut. Leaves out events that are stored already, because a page sends its events again when the answer to
 * its first message was lost. With `batchId`, does nothing when the previous batch had the same id. In this case, the
 * worker was stopped after that batch and now repeats the step.
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
  const uncut = applyCuts(events, await readCuts(meta));
  const firstSeq = ((await meta.get('seq')) as number | undefined) ?? 0;
  const recent = IDBKeyRange.bound([sourceId, Math.max(0, firstSeq - duplicateSearchRows)], [sourceId, firstSeq]);
  const recentRows = uncut.length === 0 ? [] : await tx.objectStore('rows').getAll(recent);
  const known = new Set(recentRows.map((row) => duplicateKey(eventOf(row))));
  known.delete(null);
  const rows = uncut
    .flatMap((e) => splitAtMidnight(e, timeZone))
    .filter((event) => !known.has(duplicateKey(event)))
    .map((event, i) => ({ ...event, sourceId, seq: firstSeq + i, day: dayOfEvent(event, timeZone), timeZone }) as Row);
  for (const row of rows) await tx.objectStore('rows').put(row);
  await meta.put(firstSeq + rows.length, 'seq');
  await touchDays(tx.objectStore('days'), rows);
  await tx.done;
}

/** Returns the rows whose local day is between `from` and `to`, both included. */
export const readRows = (db: Database, from: Day, to: Day): Promise<Row[]> =>
  db.getAllFromIndex('rows', 'day', IDBKeyRange.bound(from, to));

/**
 * Returns the latest `idle` row of the seven days before a day, or null. The state in this row applies until the next
 * `idle` row.
 */
export async function lastIdle(db: Database, day: Day): Promise<Row | null> {
  const store = db.transaction('rows').store.index('day');
  // Makes one request for each day, because a cursor over a week of rows takes ten times as long.
  for (let back = 1, before = previousDay(day); back <= 7; back++, before = previousDay(before)) {
    const last = (await store.getAll(before)).filter((row) => row.kind === 'idle').at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** Returns the first day of the ledger, or null when the ledger is empty. */
export async function firstDayOf(db: Database): Promise<Day | null> {
  return (await db.getAllKeys('days', null, 1))[0] ?? null;
}

/**
 * Deletes the rows for which `shouldDelete` returns true, within a range of days. Returns the number of deleted rows.
 */
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

/** Returns, for each system, the number of days on which the ledger holds a record of the system. */
export async function daysUsed(db: Database): Promise<ReadonlyMap<SystemKey, number>> {
  const keys = await db.getAllKeys('systems');
  const counts = await Promise.all(keys.map((key) => db.countFromIndex('days', 'system', key)));
  return new Map(keys.map((key, i) => [key, counts[i] ?? 0]));
}
