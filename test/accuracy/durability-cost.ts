/** Measures what it costs to wait for the disk. Runs the same small transaction alternately `relaxed` and `strict`. */
import type { Page } from 'puppeteer-core';

/** For each durability, the median time of one append in milliseconds. */
export interface Durability {
  readonly relaxedMs: number;
  readonly strictMs: number;
}

/**
 * Appends one typical row `rounds` times with each durability. The code runs in `page` (a page of the extension) and
 * uses a separate database. Returns the median times.
 */
export async function durability(page: Page, rounds = 60): Promise<Durability> {
  // Functions in here must be anonymous, because the page lacks the helper by which tsx names functions.
  const times = await page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('durability-trial', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const row = {
      kind: 'span',
      of: 'presence',
      start: 0,
      end: 0,
      system: 'x'.repeat(12),
      tab: 't1',
      day: '2026-11-25',
    };
    const all = { relaxed: [] as number[], strict: [] as number[] };
    for (let n = 0; n < count; n++)
      for (const kind of ['relaxed', 'strict'] as const) {
        const from = performance.now();
        await new Promise<void>((resolve, reject) => {
          const work = database.transaction('rows', 'readwrite', { durability: kind });
          work.objectStore('rows').add({ ...row, start: from });
          work.oncomplete = () => resolve();
          work.onerror = () => reject(work.error);
        });
        all[kind].push(performance.now() - from);
      }
    database.close();
    indexedDB.deleteDatabase('durability-trial');
    return all;
  }, rounds);
  const median = (all: number[]) => Math.round((all.sort((a, b) => a - b)[rounds >> 1] ?? 0) * 100) / 100;
  return { relaxedMs: median(times.relaxed), strictMs: median(times.strict) };
}
