/** Appends and reads rows. Append-only; identity is (sourceId, seq). */
import type { Day, EpochMs, LogEvent, Row, SystemKey } from '../core/events.ts';
import { dayOf } from '../core/local-time.ts';
import type { Database } from './database.ts';

export interface Clock {
  readonly now: () => EpochMs;
  readonly timeZone: () => string;
  /** Hexadecimal digits, for the ledger's own id. */
  readonly random: (bytes: number) => string;
}

const dayOfEvent = (event: LogEvent, timeZone: string): Day =>
  dayOf(event.kind === 'span' ? event.start : event.at, timeZone);

/** Appends in one transaction; the local day and the zone are fixed here. */
export async function append(db: Database, events: readonly LogEvent[], clock: Clock): Promise<void> {
  if (events.length === 0) return;
  const timeZone = clock.timeZone();
  const fresh = clock.random(8);
  const tx = db.transaction(['rows', 'meta'], 'readwrite');
  const meta = tx.objectStore('meta');
  let sourceId = (await meta.get('sourceId')) as string | undefined;
  if (sourceId === undefined) {
    sourceId = fresh;
    await meta.put(sourceId, 'sourceId');
  }
  let seq = ((await meta.get('seq')) as number | undefined) ?? 0;
  for (const event of events)
    await tx
      .objectStore('rows')
      .put({ ...event, sourceId, seq: seq++, day: dayOfEvent(event, timeZone), timeZone } as Row);
  await meta.put(seq, 'seq');
  await tx.done;
}

/** Rows of the days from `from` to `to`, both included. */
export const readRows = (db: Database, from: Day, to: Day): Promise<Row[]> =>
  db.getAllFromIndex('rows', 'day', IDBKeyRange.bound(from, to));

/** Days that have rows, in order. */
export async function daysWithRows(db: Database): Promise<Day[]> {
  const days: Day[] = [];
  let cursor = await db.transaction('rows').store.index('day').openKeyCursor(null, 'nextunique');
  while (cursor) {
    days.push(cursor.key as Day);
    cursor = await cursor.continue();
  }
  return days;
}

/** Deletes the rows that `gone` picks; answers how many. */
export async function removeRows(db: Database, gone: (row: Row) => boolean, range?: IDBKeyRange): Promise<number> {
  let rows = 0;
  let cursor = await db
    .transaction('rows', 'readwrite')
    .store.index('day')
    .openCursor(range ?? null);
  while (cursor) {
    if (gone(cursor.value)) {
      await cursor.delete();
      rows++;
    }
    cursor = await cursor.continue();
  }
  return rows;
}

/** On how many days each system has rows. */
export async function daysUsed(db: Database): Promise<ReadonlyMap<SystemKey, number>> {
  const days = new Map<SystemKey, Set<Day>>();
  for (let cursor = await db.transaction('rows').store.openCursor(); cursor; cursor = await cursor.continue()) {
    const row = cursor.value;
    if ('system' in row) days.set(row.system, (days.get(row.system) ?? new Set<Day>()).add(row.day));
  }
  return new Map([...days].map(([system, on]) => [system, on.size]));
}

/**
 * Deletes the digests of values last sent in the week of this day. They carry no day, so the whole week goes:
 * erasing too much loses a few repeats, erasing too little would break the word given.
 */
export async function forgetWeek(db: Database, day: Day): Promise<void> {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const monday = days - ((days + 3) % 7);
  let cursor = await db.transaction('digests', 'readwrite').store.openCursor();
  while (cursor) {
    // A value of that day that was sent again since is dated later; one dated earlier wasn't sent that day.
    if (cursor.value.week >= monday) await cursor.delete();
    cursor = await cursor.continue();
  }
}
