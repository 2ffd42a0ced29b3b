/** Erases one system: the rows of the system, its part of sealed days, its key in digest rows, and its host name. */

import { type Cut, systemOf } from '../../core/days/cuts.ts';
import { withoutSystem } from '../../core/days/without-system.ts';
import type { EpochMs, Row, SystemKey } from '../../core/events.ts';
import type { Removed } from '../../messages.ts';
import { addCut } from '../ledger/cuts.ts';
import { markDoneHandled } from '../ledger/database.ts';
import { type DayRecord, touchDays } from '../ledger/day-records.ts';
import type { DigestRow } from '../ledger/digests.ts';
import type { LedgerContext } from '../ledger/worker-context.ts';

/**
 * Erases a system in one transaction. Also stores a cut, so that events up to now that open pages of the system send
 * later are not stored either. Returns the number of deleted rows and the token for `undo`.
 */
export async function eraseSystem(ctx: LedgerContext, system: SystemKey): Promise<Removed> {
  const tx = ctx.db.transaction(['rows', 'days', 'systems', 'digests', 'meta'], 'readwrite');
  markDoneHandled(tx);
  const days = tx.objectStore('days');
  const rows: Row[] = [];
  const records: DayRecord[] = await days.index('system').getAll(system);
  for (const record of records) {
    const ofDay = (await tx.objectStore('rows').index('day').getAll(record.day)).filter((r) => systemOf(r) === system);
    for (const row of ofDay) await tx.objectStore('rows').delete([row.sourceId, row.seq]);
    await touchDays(days, ofDay);
    rows.push(...ofDay);
    const current = (await days.get(record.day)) ?? record;
    await days.put({
      ...current,
      systems: current.systems.filter((s) => s !== system),
      touched: current.touched + 1,
      sealed: current.sealed.map((part) => withoutSystem(part, system)),
    });
  }
  const digests: [string, DigestRow][] = [];
  let cursor = await tx.objectStore('digests').openCursor();
  for (; cursor !== null; cursor = await cursor.continue()) {
    if (!cursor.value.systems.includes(system)) continue;
    digests.push([cursor.key, cursor.value]);
    const systems = cursor.value.systems.filter((s) => s !== system);
    if (systems.length === 0) await cursor.delete();
    else await cursor.update({ ...cursor.value, systems });
  }
  const known = await tx.objectStore('systems').get(system);
  await tx.objectStore('systems').delete(system);
  const cut: Cut = { start: 0 as EpochMs, end: ctx.clock.now(), system };
  await addCut(tx.objectStore('meta'), cut, ctx.clock.now());
  await tx.done;
  const systems = known === undefined ? [] : [known];
  return {
    rows: rows.length,
    undo: await ctx.undo.keep({ rows, instead: [], records, paused: [], digests, systems, cut }),
  };
}
