/**
 * Rows expire, days stay. A day is sealed before its rows go: one part a source, and the rows that reach into the next
 * day, or tell whether anyone was there at midnight, wait until that day is sealed too.
 */

import type { SealedPart } from '../../core/days/roll-up.ts';
import type { Day, Row } from '../../core/events.ts';
import { addDays, dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import { watched } from './database.ts';
import { bySource, foldSources, isFresh, nameOf, rollUp, rowsTouching, uncovered } from './read-days.ts';
import { firstDayOf } from './rows.ts';
import { type Answering, readSettings } from './worker-context.ts';

type Ledger = Pick<Answering, 'db' | 'clock' | 'checkpoints'>;

/** Rolls up every closed day that has none, then expires rows older than the owner keeps them. */
export async function tidyDays(at: Ledger): Promise<void> {
  const { db, clock } = at;
  const settings = await readSettings(db);
  const today = dayOf(clock.now(), clock.timeZone());
  const oldest = addDays(today, -settings.retentionDays);
  // A page that is open since yesterday still belongs to yesterday: readers fold it until it is closed.
  const isOpen = (await at.checkpoints()).length > 0;
  const closed = isOpen ? previousDay(today) : today;
  for (const found of await db.getAll('days', IDBKeyRange.upperBound(closed, true))) {
    const record = isFresh(found, nameOf(settings)) ? found : await rollUp(at, found, settings);
    if (record.day < oldest && record.live !== null) await seal(at, record.day);
  }
}

/**
 * Rolls up the closed days that have none among the 31 up to a day; answers the day to go on from, or null at the
 * ledger's first. Such a slice is short: what the owner asks meanwhile needn't wait for years.
 */
export async function rollUpBefore(at: Ledger, upTo: Day): Promise<Day | null> {
  const { db, clock } = at;
  const settings = await readSettings(db);
  const today = dayOf(clock.now(), clock.timeZone());
  const from = addDays(upTo, -30);
  for (const record of await db.getAll('days', IDBKeyRange.bound(from, upTo)))
    if (record.day < today && !isFresh(record, nameOf(settings))) await rollUp(at, record, settings);
  const first = await firstDayOf(db);
  return first !== null && first < from ? previousDay(from) : null;
}

/** Turns the live roll-up of a day into sealed parts and deletes its rows; does nothing if the day changed meanwhile. */
export async function seal(at: Ledger, day: Day): Promise<void> {
  const { db, clock } = at;
  const record = await db.get('days', day);
  if (record === undefined || record.live === null || record.folded !== record.touched) return;
  const touching = await rowsTouching(at, day);
  const rows = uncovered(record, touching);
  const sources = bySource(rows);
  const settings = await readSettings(db);
  const ups = sources.size === 1 ? null : foldSources(day, rows, settings, clock.timeZone());
  const parts: SealedPart[] = [];
  for (const [sourceId, of] of sources) {
    const up = ups?.get(sourceId) ?? record.live;
    parts.push({ ...up, sourceId, through: await lastSeq(at, sourceId), rows: of.filter((r) => r.day === day).length });
  }
  const tx = db.transaction(['rows', 'days'], 'readwrite');
  watched(tx);
  const now = await tx.objectStore('days').get(day);
  if (now !== undefined && now.touched === record.touched) {
    await tx.objectStore('days').put({ ...record, live: null, sealed: [...record.sealed, ...parts] });
    for (const row of touching) if (isOver(row, day)) await tx.objectStore('rows').delete([row.sourceId, row.seq]);
  }
  await tx.done;
}

/** Nothing of the row is wanted for the day after. */
function isOver(row: Row, day: Day): boolean {
  if (row.kind === 'span') return row.end <= startOfDay(nextDay(day), row.timeZone);
  return row.kind !== 'idle' || row.day < day;
}

/** The last row that a source has here: everything up to it that belongs to the day is in the fold. */
async function lastSeq({ db }: Ledger, sourceId: string): Promise<number> {
  const all = IDBKeyRange.bound([sourceId, 0], [sourceId, Number.MAX_SAFE_INTEGER]);
  const cursor = await db.transaction('rows').store.openKeyCursor(all, 'prev');
  return (cursor?.key as [string, number] | undefined)?.[1] ?? 0;
}
