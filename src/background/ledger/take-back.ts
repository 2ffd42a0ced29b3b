/**
 * Taking back: days, a stretch of time, the last minutes. Rows, summaries and digests go in one transaction; what pages still hold
 * open of that time is cut off when it comes (`cuts`). What was removed stays in `storage.session` (memory) for a
 * minute, so that it can be put back; nothing of it is on the disk any more.
 */
import { type Cut, clipRow } from '../../core/days/cuts.ts';
import type { Day, EpochMs, Row } from '../../core/events.ts';
import { dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import type { Removed } from '../../messages.ts';
import { type Database, type MetaKey, type StoredSystem, watched } from './database.ts';
import { type DayRecord, touchDays } from './day-records.ts';
import type { DigestRow } from './digests.ts';
import { noPauses, type Pauses, withoutDays } from './pauses.ts';
import type { Answering } from './worker-context.ts';

/** Everything that an undo needs. */
export interface TakenBack {
  readonly rows: readonly Row[];
  /** Rows that were put in the place of others. */
  readonly instead: readonly (readonly [string, number])[];
  /** Days that were erased or changed, as they were. */
  readonly records: readonly DayRecord[];
  readonly paused: readonly (readonly [Day, number])[];
  readonly digests: readonly (readonly [string, DigestRow])[];
  readonly systems: readonly StoredSystem[];
  readonly cut: Cut;
}

const mondayOf = (day: Day): number => {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return days - ((days + 3) % 7);
};

export const readCuts = async (db: Database): Promise<readonly Cut[]> =>
  ((await db.get('meta', 'cuts')) as readonly Cut[] | undefined) ?? [];

interface MetaStore {
  get(key: MetaKey): Promise<unknown>;
  put(value: readonly Cut[], key: MetaKey): Promise<unknown>;
}

/** Notes a cut. A page that is still open began at most a day or two ago, so older ones have done their work. */
export async function addCut(meta: MetaStore, cut: Cut, now: EpochMs): Promise<void> {
  const cuts = ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];
  await meta.put([...cuts.filter((c) => c.end > now - 2 * 86_400_000), cut], 'cuts');
}

/**
 * Removes what lies in `cut`; `days` are erased as a whole, their summaries and pauses too. Answers how many rows
 * changed.
 */
export async function takeBack(at: Answering, cut: Cut, days: readonly [from: Day, to: Day] | null): Promise<Removed> {
  const { db, clock } = at;
  const zone = clock.timeZone();
  const [from, to] = days ?? [dayOf(cut.start, zone), dayOf(cut.end, zone)];
  const monday = mondayOf(from);

  const tx = db.transaction(['rows', 'days', 'digests', 'meta'], 'readwrite');
  watched(tx);
  const rows = tx.objectStore('rows');
  const taken: Row[] = [];
  const instead: [string, number][] = [];
  const changed: Row[] = [];
  // A span begins on the day before, at the earliest.
  for (const row of await rows.index('day').getAll(IDBKeyRange.bound(previousDay(from), nextDay(to)))) {
    const isInDays = days !== null && row.day >= from && row.day <= to;
    const rest = isInDays && row.kind !== 'span' ? null : clipRow(row, cut);
    if (rest === row) continue;
    taken.push(row);
    changed.push(row);
    if (rest === null) await rows.delete([row.sourceId, row.seq]);
    else {
      await rows.put(rest);
      instead.push([row.sourceId, row.seq]);
      changed.push(rest);
    }
  }
  const store = tx.objectStore('days');
  await touchDays(store, changed);
  const meta = tx.objectStore('meta');
  const records = days === null ? [] : await store.getAll(IDBKeyRange.bound(from, to));
  let paused: readonly (readonly [Day, number])[] = [];
  if (days !== null) {
    await store.delete(IDBKeyRange.bound(from, to));
    const pauses = (await meta.get('pauses')) as Pauses | undefined;
    if (pauses !== undefined) {
      paused = Object.entries(pauses.days).filter(([day]) => day >= from && day <= to) as [Day, number][];
      await meta.put(withoutDays(pauses, from, to), 'pauses');
    }
  }

  // Digests carry no day, so the whole week goes, and later ones: a value of that day that was sent again since is
  // dated later. Erasing too much loses a few repeats, erasing too little would break the word given.
  const digests: [string, DigestRow][] = [];
  let cursor = await tx.objectStore('digests').openCursor();
  for (; cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= monday) {
      digests.push([cursor.key, cursor.value]);
      await cursor.delete();
    }
  await addCut(meta, cut, clock.now());
  await tx.done;

  if (cut.end >= clock.now()) await at.forgetPending(cut.start);
  const sealed = records.flatMap((record) => record.sealed).reduce((sum, part) => sum + part.rows, 0);
  const undo = await at.undo.keep({ rows: taken, instead, records, paused, digests, systems: [], cut });
  return { rows: taken.length + sealed, undo };
}

/** Deletes the digests of a day's week, and later ones: they carry no day. */
export async function forgetWeek(db: Database, day: Day): Promise<void> {
  const tx = db.transaction('digests', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= mondayOf(day)) await cursor.delete();
  await tx.done;
}

/** Whole local days. */
export const daysCut = (from: Day, to: Day, at: Answering): Cut => ({
  // A moment before, so that what happened in the first day's first millisecond is in it.
  start: (startOfDay(from, at.clock.timeZone()) - 1) as EpochMs,
  end: Math.min(startOfDay(nextDay(to), at.clock.timeZone()) - 1, at.clock.now()) as EpochMs,
});

/**
 * Puts back what was removed; answers how many rows. What has come since stays. Once: the cut goes in the same
 * transaction, and where it has gone, everything is back already.
 */
export async function putBack(at: Answering, taken: TakenBack): Promise<number> {
  const tx = at.db.transaction(['rows', 'days', 'digests', 'systems', 'meta'], 'readwrite');
  watched(tx);
  const meta = tx.objectStore('meta');
  const { start, end, system } = taken.cut;
  const cuts = ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];
  const others = cuts.filter((cut) => cut.start !== start || cut.end !== end || cut.system !== system);
  if (others.length === cuts.length) return taken.rows.length;
  await meta.put(others, 'cuts');
  for (const row of taken.rows) await tx.objectStore('rows').put(row);
  const days = tx.objectStore('days');
  await touchDays(days, taken.rows);
  for (const record of taken.records) {
    const now = await days.get(record.day);
    const systems = [...new Set([...record.systems, ...(now?.systems ?? [])])];
    const touched = Math.max(record.touched, now?.touched ?? 0) + 1;
    await days.put({ ...record, systems, touched, folded: 0, live: null });
  }
  for (const [digest, row] of taken.digests) {
    const now = await tx.objectStore('digests').get(digest);
    const systems = [...new Set([...row.systems, ...(now?.systems ?? [])])].sort();
    await tx.objectStore('digests').put({ systems, week: Math.max(row.week, now?.week ?? 0) }, digest);
  }
  for (const system of taken.systems) await tx.objectStore('systems').put(system);
  if (taken.paused.length > 0) {
    const pauses = ((await meta.get('pauses')) as Pauses | undefined) ?? noPauses;
    const sums: Record<Day, number> = { ...pauses.days };
    for (const [day, ms] of taken.paused) sums[day] = (sums[day] ?? 0) + ms;
    await meta.put({ ...pauses, days: sums }, 'pauses');
  }
  await tx.done;
  return taken.rows.length;
}
