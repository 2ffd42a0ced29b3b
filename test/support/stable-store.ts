/** Waits until an extension has written what it still had to write. */
import { type Driver, sleep, until } from './driver.ts';
import { readAllStores } from './stored-bytes.ts';

/** Everything that the extension stores, once two looks a second apart agree: a loaded machine writes late. */
export function stableStore(driver: Driver): Promise<string> {
  let before: string | null = null;
  return until('the stores to stop changing', async () => {
    const now = await readAllStores(driver);
    if (now === before) return now;
    before = now;
    await sleep(1_000);
    return null;
  });
}
