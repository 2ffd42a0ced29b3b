/** Reads the stores after all pending writes are done. */
import { type Driver, sleep, until } from './driver.ts';
import { readAllStores } from './stored-bytes.ts';

/**
 * Returns all data that the extension stores. Reads it every second until two reads are equal, because a busy machine
 * writes late.
 */
export function readStableStores(driver: Driver): Promise<string> {
  let before: string | null = null;
  return until('the stores to stop changing', async () => {
    const now = await readAllStores(driver);
    if (now === before) return now;
    before = now;
    await sleep(1_000);
    return null;
  });
}
