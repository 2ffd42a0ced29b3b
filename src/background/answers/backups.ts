/** Backup, restore, erase. */
import { dropReasons, type EpochMs, type Row } from '../../core/events.ts';
import { defaultSettings } from '../../core/settings.ts';
import type { Answering, Answers } from '../answering.ts';
import type { Database, StoredSystem } from '../database.ts';
import { touchDays } from '../day-records.ts';
import { firstDayOf } from '../log.ts';

export function backupAnswers(
  at: Answering,
): Answers<'backup.read' | 'backup.restore' | 'ledger.erase' | 'storage.read'> {
  const { db } = at;
  return {
    'backup.read': async () => ({
      format: 'fingertip-ledger-backup',
      version: 1,
      sample: (await db.get('meta', 'sample')) !== undefined,
      rows: await db.getAll('rows'),
      systems: await db.getAll('systems'),
    }),
    'backup.restore': async (backup) => restore(db, backup),
    'storage.read': async () => ({
      bytes: await at.bytesUsed(),
      rows: await db.count('rows'),
      days: await db.count('days'),
      firstDay: await firstDayOf(db),
      lastBackup: ((await db.get('meta', 'lastBackup')) as EpochMs | undefined) ?? null,
    }),
    'ledger.erase': async () => {
      const stores = ['rows', 'days', 'systems', 'digests', 'keys', 'meta'] as const;
      const tx = db.transaction(stores, 'readwrite');
      for (const store of stores) await tx.objectStore(store).clear();
      await tx.done;
      await at.forgetSession();
      await at.tellPages(defaultSettings);
    },
  };
}

const kinds = ['span', 'idle', 'entry', 'submission', 'table', 'act', 'login', 'self', 'dropped'];

/** Set union by (sourceId, seq); a torn or foreign file leaves everything as it was. */
async function restore(db: Database, backup: unknown) {
  const file = backup as { format?: unknown; version?: unknown; rows?: unknown; systems?: unknown } | null;
  if (typeof file !== 'object' || file === null || file.format !== 'fingertip-ledger-backup')
    throw new Error('Cannot restore: this is no backup of a ledger');
  if (file.version !== 1) throw new Error(`Cannot restore: version "${file.version}" is unknown`);
  if (!Array.isArray(file.rows) || !Array.isArray(file.systems))
    throw new Error('Cannot restore: rows or systems are missing');
  file.rows.forEach((row: Row, i) => {
    const fine =
      typeof row === 'object' &&
      row !== null &&
      kinds.includes(row.kind) &&
      /^[0-9a-f]{16}$/.test(row.sourceId) &&
      Number.isInteger(row.seq) &&
      /^\d{4}-\d\d-\d\d$/.test(row.day) &&
      (row.kind !== 'dropped' || dropReasons.includes(row.reason));
    if (!fine) throw new Error(`Cannot restore: row ${i + 1} is malformed`);
  });
  (file.systems as StoredSystem[]).forEach((system, i) => {
    if (!/^[0-9a-f]{12}$/.test(system?.key) || typeof system.host !== 'string')
      throw new Error(`Cannot restore: system ${i + 1} is malformed`);
  });
  const tx = db.transaction(['rows', 'days', 'systems', 'meta'], 'readwrite');
  if ((file as { sample?: unknown }).sample === true) await tx.objectStore('meta').put('yes', 'sample');
  let added = 0;
  const days = new Set<string>();
  for (const row of file.rows as Row[]) {
    days.add(row.day);
    if ((await tx.objectStore('rows').getKey([row.sourceId, row.seq])) !== undefined) continue;
    await tx.objectStore('rows').put(row);
    await touchDays(tx.objectStore('days'), [row]);
    added++;
  }
  for (const system of file.systems as StoredSystem[])
    if ((await tx.objectStore('systems').getKey(system.key)) === undefined) await tx.objectStore('systems').put(system);
  await tx.done;
  return { added, alreadyThere: file.rows.length - added, days: days.size };
}
