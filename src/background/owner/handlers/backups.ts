/** Handlers for backup, restore and erasing everything. */

import type { Backup } from '../../../core/backup/backup-format.ts';
import { parseBackup } from '../../../core/backup/parse-backup.ts';
import type { EpochMs } from '../../../core/events.ts';
import { defaultSettings, type Settings } from '../../../core/settings.ts';
import { readSettings } from '../../ledger/choices.ts';
import { markDoneHandled } from '../../ledger/database.ts';
import { firstDayOf } from '../../ledger/rows.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import type { Handlers } from '../handler.ts';
import { applyRestore, inspectRestore, planRestore } from '../merge-backup.ts';

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function backupHandlers(
  ctx: LedgerContext,
): Handlers<'backup.read' | 'backup.saved' | 'backup.inspect' | 'backup.restore' | 'ledger.erase' | 'storage.read'> {
  const { db, clock } = ctx;
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
      digests: options.digests === true ? await readDigests(ctx) : null,
    }),
    'backup.saved': async () => {
      await db.put('meta', clock.now(), 'lastBackup');
    },
    'backup.inspect': async (backup) => inspectRestore(ctx, parseBackup(backup)),
    'backup.restore': async (backup) => {
      await ctx.settle();
      const plan = await planRestore(ctx, parseBackup(backup));
      await applyRestore(ctx, plan);
      if (plan.settings !== null) await ctx.publishRecordingState(await readSettings(db));
      return plan.summary;
    },
    'storage.read': async () => ({
      bytes: await ctx.bytesUsed(),
      rows: await db.count('rows'),
      days: await db.count('days'),
      firstDay: await firstDayOf(db),
      lastBackup: ((await db.get('meta', 'lastBackup')) as EpochMs | undefined) ?? null,
    }),
    'ledger.erase': async () => {
      const stores = ['rows', 'days', 'systems', 'digests', 'keys', 'meta'] as const;
      const tx = db.transaction(stores, 'readwrite');
      markDoneHandled(tx);
      for (const store of stores) await tx.objectStore(store).clear();
      await tx.done;
      await ctx.wipeStorage();
      await ctx.publishRecordingState(defaultSettings);
    },
  };
}

/** Returns the digests, and their keys as raw bytes. Leaves out keys that are not extractable. */
async function readDigests({ db, exportKey }: LedgerContext): Promise<Backup['digests']> {
  const keys: Record<string, readonly number[]> = {};
  for (const id of await db.getAllKeys('keys')) {
    const key = await db.get('keys', id);
    const bytes = key === undefined ? null : await exportKey(key);
    if (bytes !== null) keys[id] = bytes;
  }
  const digests = await db.getAllKeys('digests');
  const rows = await db.getAll('digests');
  return { keys, rows: rows.map((row, i) => ({ digest: digests[i] ?? '', ...row })) };
}
