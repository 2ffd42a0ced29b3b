/** Backup, restore, erase. */

import type { Backup } from '../../../core/backup/backup-format.ts';
import { parseBackup } from '../../../core/backup/parse-backup.ts';
import type { EpochMs } from '../../../core/events.ts';
import { defaultSettings, type Settings } from '../../../core/settings.ts';
import { watched } from '../../ledger/database.ts';
import { applyRestore, inspectRestore, planRestore } from '../../ledger/merge-backup.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import { type Answering, type Answers, readSettings } from '../../ledger/worker-context.ts';

export function backupAnswers(
  at: Answering,
): Answers<'backup.read' | 'backup.saved' | 'backup.inspect' | 'backup.restore' | 'ledger.erase' | 'storage.read'> {
  const { db, clock } = at;
  return {
    'backup.read': async (options = {}) => ({
      format: 'fingertip-ledger-backup',
      version: 1,
      sample: (await db.get('meta', 'sample')) !== undefined,
      rows: await db.getAll('rows'),
      systems: await db.getAll('systems'),
      days: (await db.getAll('days'))
        .filter((record) => record.sealed.length > 0)
        .map(({ day, sealed }) => ({ day, sealed })),
      settings: ((await db.get('meta', 'settings')) as Settings | undefined) ?? {},
      digests: options.digests === true ? await digestsOf(at) : null,
    }),
    'backup.saved': async () => {
      await db.put('meta', clock.now(), 'lastBackup');
    },
    'backup.inspect': async (backup) => inspectRestore(at, parseBackup(backup)),
    'backup.restore': async (backup) => {
      await at.settle();
      const plan = await planRestore(at, parseBackup(backup));
      await applyRestore(at, plan);
      if (plan.settings !== null) await at.tellPages(await readSettings(db));
      return plan.summary;
    },
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
      watched(tx);
      for (const store of stores) await tx.objectStore(store).clear();
      await tx.done;
      await at.forgetSession();
      await at.tellPages(defaultSettings);
    },
  };
}

async function digestsOf({ db, exportKey }: Answering): Promise<Backup['digests']> {
  const keys: Record<string, readonly number[]> = {};
  for (const id of await db.getAllKeys('keys')) {
    const key = await db.get('keys', id);
    const bytes = key === undefined ? null : await exportKey(key);
    if (bytes !== null) keys[id] = bytes;
  }
  const names = await db.getAllKeys('digests');
  const rows = await db.getAll('digests');
  return { keys, rows: rows.map((row, i) => ({ digest: names[i] ?? '', ...row })) };
}
