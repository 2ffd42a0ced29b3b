/**
 * Taking back: a day, or the last minutes. Rows, summaries and digests go in one transaction; what pages still hold
 * open of that time is cut off when it comes (`cuts`). What was removed stays in `storage.session` (memory) for a
 * minute, so that it can be put back; nothing of it is on the disk any more.
 */
import type { Day, EpochMs, LogEvent, Row, SystemKey } from '../core/events.ts';
import { type Intervals, subtract } from '../core/intervals.ts';
import { dayBefore, dayOf, nextDay, startOfDay } from '../core/local-time.ts';
import type { Removed } from '../messages.ts';
import type { Answering } from './answering.ts';
import { type Database, watched } from './database.ts';
import { type DayRecord, systemOf, touchDays } from './day-records.ts';
import type { DigestRow } from './digests.ts';

/** A stretch of time of which nothing is to be kept, however late it comes; with `system`, nothing of that portal. */
export interface Cut {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly system?: SystemKey;
}

/** Everything that an undo needs. */
export interface TakenBack {
  readonly rows: readonly Row[];
  /** Rows that were put in the place of others. */
  readonly instead: readonly (readonly [string, number])[];
  readonly record: DayRecord | null;
  readonly digests: readonly (readonly [string, DigestRow])[];
  readonly cut: Cut;
}

const mondayOf = (day: Day): number => {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return days - ((days + 3) % 7);
};

export const readCuts = async (db: Database): Promise<readonly Cut[]> =>
  ((await db.get('meta', 'cuts')) as readonly Cut[] | undefined) ?? [];

/** Events without what falls into a cut. */
export function cutOff(events: readonly LogEvent[], cuts: readonly Cut[]): readonly LogEvent[] {
  if (cuts.length === 0) return events;
  return events.flatMap((event): LogEvent[] => {
    const system = systemOf(event);
    const its = cuts.filter((cut) => cut.system === undefined || cut.system === system);
    if (event.kind !== 'span')
      return event.kind !== 'idle' && its.some((cut) => event.at > cut.start && event.at <= cut.end) ? [] : [event];
    return (subtract([event], its as Intervals) as { start: EpochMs; end: EpochMs }[]).map((rest) => ({
      ...event,
      ...rest,
    }));
  });
}

/** The cuts with one more; a page that is still open began at most a day or two ago, so older ones have done their work. */
export const withCut = (cuts: readonly Cut[], cut: Cut, now: EpochMs): readonly Cut[] => [
  ...cuts.filter((c) => c.end > now - 2 * 86_400_000),
  cut,
];

/**
 * What becomes of a row: gone (null), itself, or a shorter one under the same identity, so that an old backup can't
 * bring the rest back unnoticed.
 */
function clipped(row: Row, cut: Cut): Row | null {
  if (row.kind !== 'span') return row.kind !== 'idle' && row.at > cut.start && row.at <= cut.end ? null : row;
  const [rest, more] = subtract([row], [cut]) as { start: EpochMs; end: EpochMs }[];
  if (rest === undefined) return null;
  // A span on both sides keeps its longer one: the same identity can't stand twice.
  const kept = more !== undefined && more.end - more.start > rest.end - rest.start ? more : rest;
  return kept.start === row.start && kept.end === row.end
    ? row
    : { ...row, ...kept, day: dayOf(kept.start, row.timeZone) };
}

/** Removes what lies in `cut`; `day` is erased as a whole, its summary too. Answers how many rows changed. */
export async function takeBack(at: Answering, cut: Cut, day: Day | null): Promise<Removed> {
  const { db, clock } = at;
  const zone = clock.timeZone();
  const first = dayBefore(dayOf(cut.start, zone));
  const last = nextDay(dayOf(cut.end, zone));
  const monday = mondayOf(day ?? dayOf(cut.start, zone));

  const tx = db.transaction(['rows', 'days', 'digests', 'meta'], 'readwrite');
  watched(tx);
  const rows = tx.objectStore('rows');
  const taken: Row[] = [];
  const instead: [string, number][] = [];
  const changed: Row[] = [];
  for (const row of await rows.index('day').getAll(IDBKeyRange.bound(first, last))) {
    const rest = row.day === day && row.kind !== 'span' ? null : clipped(row, cut);
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
  const days = tx.objectStore('days');
  await touchDays(days, changed);
  const record = day === null ? null : ((await days.get(day)) ?? null);
  if (day !== null) await days.delete(day);

  // Digests carry no day, so the whole week goes, and later ones: a value of that day that was sent again since is
  // dated later. Erasing too much loses a few repeats, erasing too little would break the word given.
  const digests: [string, DigestRow][] = [];
  let cursor = await tx.objectStore('digests').openCursor();
  for (; cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= monday) {
      digests.push([cursor.key, cursor.value]);
      await cursor.delete();
    }
  const meta = tx.objectStore('meta');
  const cuts = ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];
  await meta.put(withCut(cuts, cut, clock.now()), 'cuts');
  await tx.done;

  if (cut.end >= clock.now()) await at.forgetPending(cut.start);
  const sealed = record?.sealed.reduce((sum, part) => sum + part.rows, 0) ?? 0;
  return { rows: taken.length + sealed, undo: await at.undo.keep({ rows: taken, instead, record, digests, cut }) };
}

/** Deletes the digests of a day's week, and later ones: they carry no day. */
export async function forgetWeek(db: Database, day: Day): Promise<void> {
  const tx = db.transaction('digests', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= mondayOf(day)) await cursor.delete();
  await tx.done;
}

/** A whole local day. */
export const dayCut = (day: Day, at: Answering): Cut => ({
  // A moment before, so that what happened in the day's first millisecond is in it.
  start: (startOfDay(day, at.clock.timeZone()) - 1) as EpochMs,
  end: Math.min(startOfDay(nextDay(day), at.clock.timeZone()) - 1, at.clock.now()) as EpochMs,
});

/** Puts back what was removed; answers how many rows. */
export async function putBack(at: Answering, taken: TakenBack): Promise<number> {
  const tx = at.db.transaction(['rows', 'days', 'digests', 'meta'], 'readwrite');
  watched(tx);
  for (const row of taken.rows) await tx.objectStore('rows').put(row);
  const days = tx.objectStore('days');
  await touchDays(days, taken.rows);
  if (taken.record !== null) {
    const now = await days.get(taken.record.day);
    const systems = [...new Set([...taken.record.systems, ...(now?.systems ?? [])])];
    const touched = Math.max(taken.record.touched, now?.touched ?? 0) + 1;
    await days.put({ ...taken.record, systems, touched, folded: 0, live: null });
  }
  for (const [digest, row] of taken.digests) {
    const now = await tx.objectStore('digests').get(digest);
    const systems = [...new Set([...row.systems, ...(now?.systems ?? [])])].sort();
    await tx.objectStore('digests').put({ systems, week: Math.max(row.week, now?.week ?? 0) }, digest);
  }
  const meta = tx.objectStore('meta');
  const cuts = ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];
  await meta.put(
    cuts.filter((cut) => cut.start !== taken.cut.start || cut.end !== taken.cut.end),
    'cuts',
  );
  await tx.done;
  return taken.rows.length;
}
