/**
 * Reads all data that the extension stores, from the storage APIs and from the files of the profile. Tests search this data.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from './driver.ts';

/** Returns the content of every storage API of the extension, as text. */
export async function readAllStores(driver: Driver): Promise<string> {
  const page = await driver.openOwn('/manifest.json');
  const text = await page.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const all: unknown[] = [await api.storage.local.get(null), await api.storage.session.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name ?? '');
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of db.objectStoreNames) {
        const tx = db.transaction(store).objectStore(store);
        for (const request of [tx.getAll(), tx.getAllKeys()])
          all.push(
            await new Promise((resolve, reject) => {
              request.onsuccess = () => resolve(request.result);
              request.onerror = () => reject(request.error);
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

/** Returns the names of all databases, stores and keys, by storage API. A test compares them with the known names. */
export async function listStoredNames(driver: Driver): Promise<Readonly<Record<string, readonly string[]>>> {
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

/** Stores known words in each storage API, so that a test can prove that its search finds stored words. */
export async function plantValues(driver: Driver, words: { local: string; session: string; database: string }) {
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

/**
 * Returns the content of all files under a folder: in `ours` the files whose path `isOurs` accepts (files of the
 * extension), in `others` all other files.
 */
export function readFilesUnder(folder: string, isOurs: (path: string) => boolean): { ours: Buffer; others: Buffer } {
  const ours: Buffer[] = [];
  const others: Buffer[] = [];
  const readFolder = (dir: string) => {
    for (const name of readdirSync(dir)) {
      const path = join(dir, name);
      // The browser may delete a file meanwhile.
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats?.isDirectory()) readFolder(path);
      else if (stats?.isFile()) (isOurs(path) ? ours : others).push(readFileSync(path));
    }
  };
  readFolder(folder);
  return { ours: Buffer.concat(ours), others: Buffer.concat(others) };
}
