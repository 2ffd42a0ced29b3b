/** Erases one portal: its rows, its part of days that have expired, its place in digests, and its name. */
import type { EpochMs, SystemKey } from '../core/events.ts';
import { withoutSystem } from '../core/without-system.ts';
import { type Database, watched } from './database.ts';
import { systemOf, touchDays } from './day-records.ts';
import { type Cut, withCut } from './removals.ts';

/**
 * Answers how many rows went. One transaction: all or nothing. What an open page of the portal still holds of the time
 * up to `now` is cut off when it comes.
 */
export async function removeSystem(db: Database, system: SystemKey, now: EpochMs): Promise<number> {
  const tx = db.transaction(['rows', 'days', 'systems', 'digests', 'meta'], 'readwrite');
  watched(tx);
  const days = tx.objectStore('days');
  let removed = 0;
  for (const record of await days.index('system').getAll(system)) {
    const gone = (await tx.objectStore('rows').index('day').getAll(record.day)).filter((r) => systemOf(r) === system);
    for (const row of gone) await tx.objectStore('rows').delete([row.sourceId, row.seq]);
    await touchDays(days, gone);
    removed += gone.length;
    const now = (await days.get(record.day)) ?? record;
    await days.put({
      ...now,
      systems: now.systems.filter((s) => s !== system),
      touched: now.touched + 1,
      sealed: now.sealed.map((part) => withoutSystem(part, system)),
    });
  }
  let cursor = await tx.objectStore('digests').openCursor();
  for (; cursor !== null; cursor = await cursor.continue()) {
    if (!cursor.value.systems.includes(system)) continue;
    const systems = cursor.value.systems.filter((s) => s !== system);
    if (systems.length === 0) await cursor.delete();
    else await cursor.update({ ...cursor.value, systems });
  }
  await tx.objectStore('systems').delete(system);
  const meta = tx.objectStore('meta');
  const cuts = ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];
  await meta.put(withCut(cuts, { start: 0 as EpochMs, end: now, system }, now), 'cuts');
  await tx.done;
  return removed;
}
