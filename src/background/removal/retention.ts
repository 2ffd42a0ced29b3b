/**
 * Retention: rows expire, and summaries of days stay. A day is sealed before its rows are deleted, with one part for
 * each source. Two kinds of rows are kept until the next day is sealed, because the next day is folded from them too:
 * spans that reach into the next day, and `idle` rows.
 */

import type { SealedPart } from '../../core/days/roll-up.ts';
import type { Day, Row } from '../../core/events.ts';
import { addDays, dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import { readSettings } from '../ledger/choices.ts';
import { markDoneHandled } from '../ledger/database.ts';
import {
  definitionsKey,
  foldSources,
  groupBySource,
  isFresh,
  rollUp,
  rowsTouching,
  withoutSealed,
} from '../ledger/read-days.ts';
import { firstDayOf } from '../ledger/rows.ts';
import type { LedgerContext } from '../ledger/worker-context.ts';

type Ledger = Pick<LedgerContext, 'db' | 'clock' | 'readCheckpoints'>;

/** Rolls up every closed day without a roll-up, and seals the days that are older than the owner's retention. */
export async function rollUpAndSeal(ctx: Ledger): Promise<void> {
  const { db, clock } = ctx;
  const settings = await readSettings(db);
  const today = dayOf(clock.now(), clock.timeZone());
  const oldest = addDays(today, -settings.retentionDays);
  // A page that has been open since yesterday may still add rows to yesterday, so that day is not closed yet.
  const isOpen = (await ctx.readCheckpoints()).length > 0;
  const closed = isOpen ? previousDay(today) : today;
  for (const found of await db.getAll('days', IDBKeyRange.upperBound(closed, true))) {
    const record = isFresh(found, definitionsKey(settings)) ? found : await rollUp(ctx, found, settings);
    if (record.day < oldest && record.live !== null) await seal(ctx, record.day);
  }
}

/**
 * Looks at the 31 days up to `upTo`, and rolls up the closed days among them that have no valid roll-up. Returns the
 * day to continue with, or null when the ledger has no earlier day. One call covers few days, so that other messages
 * don't wait long.
 */
export async function rollUpBefore(ctx: Ledger, upTo: Day): Promise<Day | null> {
  const { db, clock } = ctx;
  const settings = await readSettings(db);
  const today = dayOf(clock.now(), clock.timeZone());
  const from = addDays(upTo, -30);
  for (const record of await db.getAll('days', IDBKeyRange.bound(from, upTo)))
    if (record.day < today && !isFresh(record, definitionsKey(settings))) await rollUp(ctx, record, settings);
  const first = await firstDayOf(db);
  return first !== null && first < from ? previousDay(from) : null;
}

/** Turns the live roll-up of a day into sealed parts and deletes its rows. Does nothing when the day has changed. */
export async function seal(ctx: Ledger, day: Day): Promise<void> {
  const { db, clock } = ctx;
  const record = await db.get('days', day);
  if (record === undefined || record.live === null || record.folded !== record.touched) return;
  const touching = await rowsTouching(ctx, day);
  const rows = withoutSealed(record, touching);
  const sources = groupBySource(rows);
  const settings = await readSettings(db);
  const rollUps = sources.size === 1 ? null : foldSources(day, rows, settings, clock.timeZone());
  const parts: SealedPart[] = [];
  for (const [sourceId, ofSource] of sources) {
    const own = rollUps?.get(sourceId) ?? record.live;
    const ofDay = ofSource.filter((row) => row.day === day);
    parts.push({ ...own, sourceId, through: await lastSeq(ctx, sourceId), rows: ofDay.length });
  }
  const tx = db.transaction(['rows', 'days'], 'readwrite');
  markDoneHandled(tx);
  const current = await tx.objectStore('days').get(day);
  if (current !== undefined && current.touched === record.touched) {
    await tx.objectStore('days').put({ ...record, live: null, sealed: [...record.sealed, ...parts] });
    for (const row of touching) if (isExpired(row, day)) await tx.objectStore('rows').delete([row.sourceId, row.seq]);
  }
  await tx.done;
}

/** Whether the next day can be folded without this row. */
function isExpired(row: Row, day: Day): boolean {
  if (row.kind === 'span') return row.end <= startOfDay(nextDay(day), row.timeZone);
  return row.kind !== 'idle' || row.day < day;
}

/**
 * Returns the highest sequence number that a source has in this ledger. A sealed part covers all rows of its day up to
 * this number.
 */
async function lastSeq({ db }: Ledger, sourceId: string): Promise<number> {
  const all = IDBKeyRange.bound([sourceId, 0], [sourceId, Number.MAX_SAFE_INTEGER]);
  const cursor = await db.transaction('rows').store.openKeyCursor(all, 'prev');
  return (cursor?.key as [string, number] | undefined)?.[1] ?? 0;
}
