/** What it costs to wait for the disk with every row: the same small transaction, `relaxed` and `strict` in turn. */
import type { Page } from 'puppeteer-core';

export interface Durability {
  readonly relaxedMs: number;
  readonly strictMs: number;
}

/** Medians of `rounds` appends of one row of usual size each way, in a page of the extension, in a database of its own. */
export const durability = (page: Page, rounds = 60): Promise<Durability> =>
  page.evaluate(async (count) => {
    const name = 'durability-trial';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name, 1);
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
    const append = (kind: 'relaxed' | 'strict') =>
      new Promise<number>((resolve, reject) => {
        const from = performance.now();
        const work = database.transaction('rows', 'readwrite', { durability: kind });
        work.objectStore('rows').add({ ...row, start: from });
        work.oncomplete = () => resolve(performance.now() - from);
        work.onerror = () => reject(work.error);
      });
    const took = { relaxed: [] as number[], strict: [] as number[] };
    for (let n = 0; n < count; n++)
      for (const kind of ['relaxed', 'strict'] as const) took[kind].push(await append(kind));
    database.close();
    indexedDB.deleteDatabase(name);
    const median = (all: number[]) => Math.round((all.sort((a, b) => a - b)[count >> 1] ?? 0) * 100) / 100;
    return { relaxedMs: median(took.relaxed), strictMs: median(took.strict) };
  }, rounds);
