/** Erases the whole ledger, and detects a ledger that the browser has deleted. */
import { deleteDB } from 'idb';
import { databaseName } from '../ledger/database.ts';
import { lostLedgerError } from '../ledger/storage-faults.ts';
import type { WorkerContext } from '../ledger/worker-context.ts';
import { wipeDatabase, wipeLocal } from '../removal/wipe-database.ts';
import { ownHandlers } from './handlers.ts';

/**
 * Erases everything. The flag `erasing` in `storage.local` is set first and removed last, so that a restarted worker or
 * browser continues the erasure (`checkAfterRestart`). Throws the error that prevented the erasure.
 */
export async function eraseEverything(ctx: WorkerContext): Promise<void> {
  const { local } = ctx.browser.storage;
  await local.set({ erasing: true });
  try {
    // A ledger that can't be opened can still be deleted, unless another page holds it open.
    await ctx.connection
      .open()
      .catch((error: Error) => (error.name === 'BlockedError' ? undefined : deleteDB(databaseName)));
    await ownHandlers(await ctx.openLedgerContext())['ledger.erase']();
  } catch (error) {
    // The owner sees the error and may keep using the ledger, so a restart must not erase the ledger.
    await local.remove('erasing');
    throw error;
  }
}

/** Deletes the database and clears both storage areas. The last step of `ledger.erase`. */
export async function wipeStorage(ctx: WorkerContext): Promise<void> {
  const { local } = ctx.browser.storage;
  await ctx.session.clear();
  await local.remove('recording');
  const db = await ctx.connection.open();
  ctx.connection.forget();
  await wipeDatabase(db);
  await wipeLocal(local);
}

/** Runs before the first task after a restart: continues an interrupted erasure, or reports that the ledger is lost. */
export async function checkAfterRestart(ctx: WorkerContext): Promise<void> {
  const { erasing, recording } = await ctx.browser.storage.local.get(['erasing', 'recording']);
  if (erasing !== undefined) await eraseEverything(ctx);
  else if (recording !== undefined && (await (await ctx.connection.open()).get('meta', 'settings')) === undefined)
    await reportLostLedger(ctx);
}

/**
 * Called when the browser deleted the ledger. Stops recording and stores the fault `lost`, which every screen shows.
 */
async function reportLostLedger({ browser, faults }: WorkerContext): Promise<void> {
  await browser.storage.local.remove('recording');
  await faults.record(lostLedgerError);
  await browser.tabs.create({ url: browser.runtime.getURL('src/ui/consent/index.html') });
}
