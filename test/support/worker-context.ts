/** Creates a `LedgerContext` without a browser, for tests of handlers and of the ledger. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../src/background/ledger/clock.ts';
import type { Database } from '../../src/background/ledger/database.ts';
import type { SessionList } from '../../src/background/ledger/session-store.ts';
import { createUndoBox } from '../../src/background/ledger/undo-box.ts';
import type { LedgerContext } from '../../src/background/ledger/worker-context.ts';
import type { SystemKey } from '../../src/core/events.ts';
import { fingerprint } from '../../src/core/forms/fingerprint.ts';
import { indexCatalogue } from '../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../src/data/index.ts';

/** Creates a `SessionList` in memory. */
export const inMemoryList = (): SessionList => {
  const items: string[] = [];
  return {
    read: async () => [...items],
    add: async (item) => void items.push(item),
    remove: async (item) => void items.splice(items.indexOf(item), items.includes(item) ? 1 : 0),
  };
};

/** Creates a storage area like `storage.session`, with the functions that the worker uses. `items` is its content. */
export function inMemoryArea() {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (key: string | null) =>
      structuredClone(Object.fromEntries(key === null ? items : items.has(key) ? [[key, items.get(key)]] : [])),
    set: async (change: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(change)) items.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) items.delete(key);
    },
  };
}

/**
 * Returns a context for an open database. All hosts are granted, and no page is open. `change` replaces members of the
 * context.
 */
export const fakeLedgerContext = (db: Database, clock: Clock, change: Partial<LedgerContext> = {}): LedgerContext => ({
  db,
  clock,
  standingOf: indexCatalogue(portals, labelRules),
  isGranted: async () => true,
  areGranted: async () => true,
  syncContentScripts: async () => {},
  skipped: inMemoryList(),
  offered: inMemoryList(),
  blocked: { read: async () => 0, add: async () => {} },
  isAdministered: async () => false,
  settle: async () => {},
  readCheckpoints: async () => [],
  publishRecordingState: async () => {},
  forgetPending: async () => {},
  wipeStorage: async () => {},
  undo: createUndoBox(inMemoryArea(), clock, () => {}),
  readStorageFault: async () => null,
  bytesUsed: async () => 0,
  checkCode: async (text) => createHash('sha256').update(text).digest('hex').slice(0, 8),
  keyOfHost: async (host) => fingerprint('host', host).slice(0, 12) as SystemKey,
  importKey: (bytes) =>
    crypto.subtle.importKey('raw', new Uint8Array(bytes), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
  exportKey: async (key) => [...new Uint8Array(await crypto.subtle.exportKey('raw', key))],
  ...change,
});
