/** Appends and reads rows. Append-only; identity is (sourceId, seq). */
import { applyCuts, type Cut } from '../../core/days/cuts.ts';
import type { Day, EpochMs, LogEvent, Row, SystemKey } from '../../core/events.ts';
import { dayOf, previousDay, splitAtMidnight } from '../../core/time/local-time.ts';
import { type Database, watched } from './database.ts';
import { touchDays } from './day-records.ts';

export interface Clock {
  readonly now: () => EpochMs;
  readonly timeZone: () => string;
  /** Hexadecimal digits, for the ledger's own id. */
  readonly random: (bytes: number) => string;
}

const dayOfEvent = (event: LogEvent, timeZone: string): Day =>
  dayOf(event.kind === 'span' ? event.start : event.at, timeZone);

/** A page that gets no answer sends the same again, within seconds: among this many rows it is found. */
const lately = 500;

/** What tells a report that came twice; null for what is decided here, and appended under a name (`once`). */
const sameness = ({ kind, ...event }: LogEvent): string | null =>
  kind === 'entry' || kind === 'submission' ? null : JSON.stringify([kind, Object.entries(event).sort()]);
const eventOf = ({ sourceId: _, seq: __, day: ___, timeZone: ____, ...event }: Row) => event as LogEvent;

/**
 * Appends in one transaction; the local day and the zone are fixed here. What pages report a second time, to the
 * millisecond, is there already: the answer to the first was lost. With `once`, does nothing when the last append that
 * had a name had this one: a worker that died after it may come again.
 */
export async function append(db: Database, events: readonly LogEvent[], clock: Clock, once?: string): Promise<void> {
  if (events.length === 0) return;
  const timeZone = clock.timeZone();
  const fresh = clock.random(8);
  const tx = db.transaction(['rows', 'meta', 'days'], 'readwrite');
  watched(tx);
  const meta = tx.objectStore('meta');
  if (once !== undefined) {
    if ((await meta.get('outbox')) === once) return tx.done;
    await meta.put(once, 'outbox');
  }
  let sourceId = (await meta.get('sourceId')) as string | undefined;
  if (sourceId === undefined) {
    sourceId = fresh;
    await meta.put(sourceId, 'sourceId');
  }
  const kept = applyCuts(events, ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? []);
  const first = ((await meta.get('seq')) as number | undefined) ?? 0;
  const late = IDBKeyRange.bound([sourceId, Math.max(0, first - lately)], [sourceId, first]);
  const before = kept.length === 0 ? [] : await tx.objectStore('rows').getAll(late);
  const known = new Set(before.map((row) => sameness(eventOf(row))));
  known.delete(null);
  const rows = kept
    .flatMap((e) => splitAtMidnight(e, timeZone))
    .filter((event) => !known.has(sameness(event)))
    .map((event, i) => ({ ...event, sourceId, seq: first + i, day: dayOfEvent(event, timeZone), timeZone }) as Row);
  for (const row of rows) await tx.objectStore('rows').put(row);
  await meta.put(first + rows.length, 'seq');
  await touchDays(tx.objectStore('days'), rows);
  await tx.done;
}

/** Rows of the days from `from` to `to`, both included. */
export const readRows = (db: Database, from: Day, to: Day): Promise<Row[]> =>
  db.getAllFromIndex('rows', 'day', IDBKeyRange.bound(from, to));

/** The last thing `idle` told in the week before a day, or null: what was so then is so until it changes. */
export async function lastIdle(db: Database, day: Day): Promise<Row | null> {
  const store = db.transaction('rows').store.index('day');
  // Day by day, each in one request: a cursor over a week of rows takes ten times as long.
  for (let back = 1, before = previousDay(day); back <= 7; back++, before = previousDay(before)) {
    const last = (await store.getAll(before)).filter((row) => row.kind === 'idle').at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** The first of them, or null. */
export async function firstDayOf(db: Database): Promise<Day | null> {
  return (await db.getAllKeys('days', null, 1))[0] ?? null;
}

/** Deletes the rows that `gone` picks; answers how many. */
export async function removeRows(db: Database, gone: (row: Row) => boolean, range?: IDBKeyRange): Promise<number> {
  const tx = db.transaction(['rows', 'days'], 'readwrite');
  watched(tx);
  const removed: Row[] = [];
  let cursor = await tx
    .objectStore('rows')
    .index('day')
    .openCursor(range ?? null);
  while (cursor) {
    if (gone(cursor.value)) {
      removed.push(cursor.value);
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
  await touchDays(tx.objectStore('days'), removed);
  await tx.done;
  return removed.length;
}

/** On how many days each system has anything. */
export async function daysUsed(db: Database): Promise<ReadonlyMap<SystemKey, number>> {
  const keys = await db.getAllKeys('systems');
  const counts = await Promise.all(keys.map((key) => db.countFromIndex('days', 'system', key)));
  return new Map(keys.map((key, i) => [key, counts[i] ?? 0]));
}
