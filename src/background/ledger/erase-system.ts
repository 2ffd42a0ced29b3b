/** Erases one portal: its rows, its part of days that have expired, its place in digests, and its name. */

import { type Cut, systemOf } from '../../core/days/cuts.ts';
import { withoutSystem } from '../../core/days/without-system.ts';
import type { EpochMs, Row, SystemKey } from '../../core/events.ts';
import type { Removed } from '../../messages.ts';
import { watched } from './database.ts';
import { type DayRecord, touchDays } from './day-records.ts';
import type { DigestRow } from './digests.ts';
import { addCut } from './take-back.ts';
import type { Answering } from './worker-context.ts';

/**
 * Answers how many rows went. One transaction: all or nothing. What an open page of the portal still holds of the time
 * up to now is cut off when it comes.
 */
export async function removeSystem(at: Answering, system: SystemKey): Promise<Removed> {
  const tx = at.db.transaction(['rows', 'days', 'systems', 'digests', 'meta'], 'readwrite');
  watched(tx);
  const days = tx.objectStore('days');
  const rows: Row[] = [];
  const records: DayRecord[] = await days.index('system').getAll(system);
  for (const record of records) {
    const gone = (await tx.objectStore('rows').index('day').getAll(record.day)).filter((r) => systemOf(r) === system);
    for (const row of gone) await tx.objectStore('rows').delete([row.sourceId, row.seq]);
    await touchDays(days, gone);
    rows.push(...gone);
    const now = (await days.get(record.day)) ?? record;
    await days.put({
      ...now,
      systems: now.systems.filter((s) => s !== system),
      touched: now.touched + 1,
      sealed: now.sealed.map((part) => withoutSystem(part, system)),
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
  const cut: Cut = { start: 0 as EpochMs, end: at.clock.now(), system };
  await addCut(tx.objectStore('meta'), cut, at.clock.now());
  await tx.done;
  const systems = known === undefined ? [] : [known];
  return {
    rows: rows.length,
    undo: await at.undo.keep({ rows, instead: [], records, paused: [], digests, systems, cut }),
  };
}
