/**
 * Deletes the ledger's database so that the browser's files forget it too, at the latest when it starts the next time.
 *
 * Chromium packs the tables of a deleted database, but looks for them before it writes down what is still in memory: a
 * ledger that never outgrew that memory (4 MB) would be written out just then, whole, and never looked at again. So
 * something else is written until memory must have been emptied twice over. What remains is the browser's list of its
 * tables, which keeps the first and the last key of each (docs/privacy-model.md).
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Database, databaseName } from './database.ts';

/** Beside the ledger for as long as it takes. */
export const wipingName = 'wiping';
/** Larger values would be kept in files of their own. */
const pieceBytes = 32_768;
const piecesToFillMemory = 160;

export async function wipe(db: Database): Promise<void> {
  // Left by a worker that died over it.
  await deleteDB(wipingName);
  let other: IDBPDatabase | undefined;
  try {
    other = await openDB(wipingName, 1, { upgrade: (fresh) => void fresh.createObjectStore('nothing') });
    // Twice: the second can't be written before the first is out; the last one makes it so.
    for (const pieces of [piecesToFillMemory, piecesToFillMemory, 1]) {
      const tx = other.transaction('nothing', 'readwrite');
      const done = tx.done;
      for (let n = 0; n < pieces; n++) tx.store.put(new Uint8Array(pieceBytes), n).catch(() => {}); // `done` tells
      await done;
    }
  } catch {
    // No room for it: what is deleted is deleted all the same, and packed when the browser comes to it.
  }
  // Deleting waits until nobody has it open.
  other?.close();
  db.close();
  await deleteDB(databaseName);
  await deleteDB(wipingName);
}

/** `storage.local`. */
interface LocalArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Clears `storage.local`. Firefox leaves what was there in the free parts of its file: so they are filled with noise,
 * which can't be packed small, before all of it goes.
 */
export async function wipeLocal(local: LocalArea): Promise<void> {
  const noise = () =>
    [...crypto.getRandomValues(new Uint8Array(500))].map((byte) => String.fromCharCode(byte)).join('');
  await local.remove(Object.keys(await local.get(null)).filter((key) => key !== 'erasing'));
  const filling = Object.fromEntries(Array.from({ length: 256 }, (_, n) => [`noise ${n}`, noise()]));
  await local.set(filling).catch(() => {}); // no room for it: what is cleared is cleared all the same
  await local.clear();
}
