/** What the worker's answers stand on, without a browser: everything granted, nothing open. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../src/background/ledger/clock.ts';
import type { Database } from '../../src/background/ledger/database.ts';
import type { SessionList } from '../../src/background/ledger/session-store.ts';
import { undoBox } from '../../src/background/ledger/undo-box.ts';
import type { LedgerContext } from '../../src/background/ledger/worker-context.ts';
import type { SystemKey } from '../../src/core/events.ts';
import { fingerprint } from '../../src/core/forms/fingerprint.ts';
import { indexCatalogue } from '../../src/core/sites/catalogue.ts';
import { labelRules, portals } from '../../src/data/index.ts';

export const listInMemory = (): SessionList => {
  const hosts: string[] = [];
  return {
    read: async () => [...hosts],
    add: async (host) => void hosts.push(host),
    remove: async (host) => void hosts.splice(hosts.indexOf(host), hosts.includes(host) ? 1 : 0),
  };
};

/** `storage.session`, as far as the worker uses it. */
export function areaInMemory() {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (key: string | null) =>
      structuredClone(Object.fromEntries(key === null ? held : held.has(key) ? [[key, held.get(key)]] : [])),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) held.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) held.delete(key);
    },
  };
}

export const fakeLedgerContext = (db: Database, clock: Clock, change: Partial<LedgerContext> = {}): LedgerContext => ({
  db,
  clock,
  standingOf: indexCatalogue(portals, labelRules),
  isGranted: async () => true,
  areGranted: async () => true,
  syncContentScripts: async () => {},
  skipped: listInMemory(),
  offered: listInMemory(),
  blocked: { read: async () => 0, add: async () => {} },
  isAdministered: async () => false,
  settle: async () => {},
  readCheckpoints: async () => [],
  publishRecordingState: async () => {},
  forgetPending: async () => {},
  wipeStorage: async () => {},
  undo: undoBox(areaInMemory(), clock, () => {}),
  readStorageFault: async () => null,
  bytesUsed: async () => 0,
  checkCode: async (text) => createHash('sha256').update(text).digest('hex').slice(0, 8),
  keyOfHost: async (host) => fingerprint('host', host).slice(0, 12) as SystemKey,
  importKey: (bytes) =>
    crypto.subtle.importKey('raw', new Uint8Array(bytes), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
  exportKey: async (key) => [...new Uint8Array(await crypto.subtle.exportKey('raw', key))],
  ...change,
});
