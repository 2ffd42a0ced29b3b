/** Everything the extension keeps, as bytes to be searched: through its own APIs, and in the profile's files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from './driver.ts';

/** Every store through its own API, as text. */
export async function everyStore(driver: Driver): Promise<string> {
  const page = await driver.openOwn('/manifest.json');
  const text = await page.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const all: unknown[] = [await api.storage.local.get(null), await api.storage.session.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, no) => {
        const open = indexedDB.open(name ?? '');
        open.onsuccess = () => done(open.result);
        open.onerror = () => no(open.error);
      });
      for (const store of db.objectStoreNames) {
        const tx = db.transaction(store).objectStore(store);
        for (const request of [tx.getAll(), tx.getAllKeys()])
          all.push(
            await new Promise((done, no) => {
              request.onsuccess = () => done(request.result);
              request.onerror = () => no(request.error);
            }),
          );
      }
      db.close();
    }
    for (const name of await caches.keys()) all.push((await (await caches.open(name)).keys()).map((r) => r.url));
    return JSON.stringify(all);
  });
  await page.close();
  return text;
}

/** The names under which anything is kept, by where: a new one has to be thought about. */
export async function everyName(driver: Driver): Promise<Readonly<Record<string, readonly string[]>>> {
  const page = await driver.openOwn('/manifest.json');
  const names = await page.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const databases = (await indexedDB.databases()).map((d) => d.name ?? '');
    const db = await new Promise<IDBDatabase>((done) => {
      const open = indexedDB.open('fingertip-ledger');
      open.onsuccess = () => done(open.result);
    });
    const meta = db.transaction('meta').objectStore('meta').getAllKeys();
    await new Promise((done) => {
      meta.onsuccess = done;
    });
    const stores = [...db.objectStoreNames];
    db.close();
    return {
      databases,
      stores,
      meta: meta.result as string[],
      local: Object.keys(await api.storage.local.get(null)),
      session: Object.keys(await api.storage.session.get(null)),
      caches: await caches.keys(),
      web: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    };
  });
  await page.close();
  return names;
}

/** Puts words of our own into the stores: a search that can't find them proves nothing. */
export async function plant(driver: Driver, words: { local: string; session: string; database: string }) {
  const page = await driver.openOwn('/manifest.json');
  await page.evaluate(async ({ local, session, database }) => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ planted: local });
    await api.storage.session.set({ planted: session });
    const db = await new Promise<IDBDatabase>((done) => {
      const open = indexedDB.open('fingertip-ledger');
      open.onsuccess = () => done(open.result);
    });
    const tx = db.transaction('meta', 'readwrite');
    tx.objectStore('meta').put({ note: database }, 'planted');
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    db.close();
  }, words);
  await page.close();
}

/** Files under a folder, those whose path a test takes in one buffer, the others in another. */
export function everyFile(folder: string, isOurs: (path: string) => boolean): { ours: Buffer; others: Buffer } {
  const ours: Buffer[] = [];
  const others: Buffer[] = [];
  const look = (at: string) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isDirectory()) look(path);
      else if (found?.isFile()) (isOurs(path) ? ours : others).push(readFileSync(path));
    }
  };
  look(folder);
  return { ours: Buffer.concat(ours), others: Buffer.concat(others) };
}
