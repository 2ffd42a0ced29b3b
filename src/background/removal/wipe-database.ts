/**
 * Deletes the ledger so that the browser's files no longer hold it, at the latest after the browser's next start.
 *
 * Chromium compacts the tables of a deleted database, but chooses these tables before it flushes its write buffer (4
 * MB). A ledger smaller than this buffer is flushed to a new table only after that choice, and the new table is never
 * compacted. So `wipeDatabase` writes other data until the buffer must have been flushed twice. The browser's list of
 * tables remains. The list holds the lowest and the highest key of each table (docs/privacy-model.md).
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Database, databaseName } from '../ledger/database.ts';

/** Name of the temporary database that holds the other data. */
export const wipingName = 'wiping';
/** Chromium stores each larger value in a separate file. */
const valueBytes = 32_768;
const valuesToFillBuffer = 160;

/** Closes and deletes the database of the ledger. */
export async function wipeDatabase(db: Database): Promise<void> {
  // A worker that was stopped in this function may have left the temporary database.
  await deleteDB(wipingName);
  let filler: IDBPDatabase | undefined;
  try {
    filler = await openDB(wipingName, 1, { upgrade: (fresh) => void fresh.createObjectStore('nothing') });
    // The second batch can't be buffered before the first batch is flushed. The final write forces the second flush.
    for (const count of [valuesToFillBuffer, valuesToFillBuffer, 1]) {
      const tx = filler.transaction('nothing', 'readwrite');
      const done = tx.done;
      // A failed request also rejects `done`, which is awaited below.
      for (let n = 0; n < count; n++) tx.store.put(new Uint8Array(valueBytes), n).catch(() => {});
      await done;
    }
  } catch {
    // The disk is full. The database is deleted nevertheless, and the browser compacts its tables later.
  }
  // `deleteDB` waits until every connection is closed.
  filler?.close();
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
 * Clears `storage.local`. Firefox leaves deleted values in the free pages of its file. So these pages are overwritten
 * with random text, which can't be compressed, before everything is cleared. The key `erasing` is removed last, because
 * this key makes a restarted worker continue.
 */
export async function wipeLocal(local: LocalArea): Promise<void> {
  const randomText = () =>
    [...crypto.getRandomValues(new Uint8Array(500))].map((byte) => String.fromCharCode(byte)).join('');
  await local.remove(Object.keys(await local.get(null)).filter((key) => key !== 'erasing'));
  const filler = Object.fromEntries(Array.from({ length: 256 }, (_, n) => [`noise ${n}`, randomText()]));
  await local.set(filler).catch(() => {}); // the disk is full: clear without overwriting
  await local.clear();
}
