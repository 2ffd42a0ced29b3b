/**
 * Removes what the owner takes back: days, a stretch of time, or the most recent minutes. Rows, summaries and digests
 * are deleted in one transaction. A cut is stored, so that events of this period that open pages send later are not
 * stored either. The removed data stays in memory for a minute (undo-box.ts), so that `putBack` can restore it.
 *
 * The folder removal/ holds everything that deletes rows, days, systems or the whole ledger.
 */
import { type Cut, clipRow } from '../../core/days/cuts.ts';
import type { Day, EpochMs, Row } from '../../core/events.ts';
import { mondayOf } from '../../core/forms/repeat-ledger.ts';
import { dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import type { Removed } from '../../messages.ts';
import { addCut, readCuts } from '../ledger/cuts.ts';
import { type Database, markDoneHandled } from '../ledger/database.ts';
import { touchDays } from '../ledger/day-records.ts';
import type { DigestRow } from '../ledger/digests.ts';
import { noPauses, type Pauses, withoutDays } from '../ledger/pauses.ts';
import type { TakenBack } from '../ledger/undo-box.ts';
import type { LedgerContext } from '../ledger/worker-context.ts';

/** Returns the Monday of a day's week in days since 1970-01-01, as digest rows store it. */
const weekOf = (day: Day): number => mondayOf(Date.parse(`${day}T00:00:00Z`));

/**
 * Removes what lies in `cut`. With `days`, erases these days as a whole, with their summaries and pauses. Returns the
 * token for `undo` and the number of removed rows: rows that were deleted or shortened, and rows that a deleted summary
 * stands for.
 */
export async function takeBack(
  ctx: LedgerContext,
  cut: Cut,
  days: readonly [from: Day, to: Day] | null,
): Promise<Removed> {
  const { db, clock } = ctx;
  const zone = clock.timeZone();
  const [from, to] = days ?? [dayOf(cut.start, zone), dayOf(cut.end, zone)];
  const firstWeek = weekOf(from);

  const tx = db.transaction(['rows', 'days', 'digests', 'meta'], 'readwrite');
  markDoneHandled(tx);
  const rows = tx.objectStore('rows');
  const taken: Row[] = [];
  const instead: [string, number][] = [];
  const changed: Row[] = [];
  // A span belongs to the day on which it starts, and may reach into the next day.
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

  // Digests carry a week and no day. Digests of later weeks are deleted too, because a value may have been entered on
  // an erased day and submitted again later. The digest of such a value carries the later week. Deleting too many
  // digests loses a few repeats. Deleting too few would break the privacy model.
  const digests: [string, DigestRow][] = [];
  let cursor = await tx.objectStore('digests').openCursor();
  for (; cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= firstWeek) {
      digests.push([cursor.key, cursor.value]);
      await cursor.delete();
    }
  await addCut(meta, cut, clock.now());
  await tx.done;

  if (cut.end >= clock.now()) await ctx.forgetPending(cut.start);
  const sealed = records.flatMap((record) => record.sealed).reduce((sum, part) => sum + part.rows, 0);
  const undo = await ctx.undo.keep({ rows: taken, instead, records, paused, digests, systems: [], cut });
  return { rows: taken.length + sealed, undo };
}

/** Deletes the digests of a day's week and of later weeks, because digests carry no day. */
export async function deleteDigestsSince(db: Database, day: Day): Promise<void> {
  const tx = db.transaction('digests', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.week >= weekOf(day)) await cursor.delete();
  await tx.done;
}

/** Returns the cut for the local days from `from` to `to`, both included. The cut ends now at the latest. */
export const cutOfDays = (from: Day, to: Day, { clock }: LedgerContext): Cut => ({
  // A cut excludes its start, so the cut begins one millisecond before the first day.
  start: (startOfDay(from, clock.timeZone()) - 1) as EpochMs,
  end: Math.min(startOfDay(nextDay(to), clock.timeZone()) - 1, clock.now()) as EpochMs,
});

/**
 * Restores what was removed, and keeps what was recorded after the removal. Returns the number of restored rows.
 * Deletes the cut in the same transaction, so a second call finds no cut and changes nothing.
 */
export async function putBack(ctx: LedgerContext, taken: TakenBack): Promise<number> {
  const tx = ctx.db.transaction(['rows', 'days', 'digests', 'systems', 'meta'], 'readwrite');
  markDoneHandled(tx);
  const meta = tx.objectStore('meta');
  const { start, end, system } = taken.cut;
  const cuts = await readCuts(meta);
  const others = cuts.filter((cut) => cut.start !== start || cut.end !== end || cut.system !== system);
  if (others.length === cuts.length) return taken.rows.length;
  await meta.put(others, 'cuts');
  for (const row of taken.rows) await tx.objectStore('rows').put(row);
  const days = tx.objectStore('days');
  await touchDays(days, taken.rows);
  for (const record of taken.records) {
    const current = await days.get(record.day);
    const systems = [...new Set([...record.systems, ...(current?.systems ?? [])])];
    const touched = Math.max(record.touched, current?.touched ?? 0) + 1;
    await days.put({ ...record, systems, touched, folded: 0, live: null });
  }
  for (const [digest, row] of taken.digests) {
    const current = await tx.objectStore('digests').get(digest);
    const systems = [...new Set([...row.systems, ...(current?.systems ?? [])])].sort();
    await tx.objectStore('digests').put({ systems, week: Math.max(row.week, current?.week ?? 0) }, digest);
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
