/**
 * The ledger's IndexedDB database: its schema, the upgrade step of every version, and a connection that opens lazily.
 * This folder holds the functions that read and write the ledger. The folder does not depend on the code for pages,
 * screens or listeners.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Cut } from '../../core/days/cuts.ts';
import type { KnownSystem } from '../../core/days/fold/fold-day.ts';
import type { Day, EpochMs, PhoneBurden, Row, SystemKey } from '../../core/events.ts';
import type { Policy } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import type { SiteChoices } from '../../core/sites/site-choices.ts';
import { type DayRecord, touchDays } from './day-records.ts';
import type { DigestRow, DigestStore } from './digests.ts';
import type { Pauses } from './pauses.ts';

/** A system as the ledger stores it. */
export interface StoredSystem extends KnownSystem {
  readonly key: SystemKey;
  readonly exempt: boolean;
  /** Whether the owner was asked what the system is used for, and answered or skipped the question. */
  readonly asked?: boolean;
}

/** The manual timer while it runs. */
export interface RunningTimer {
  readonly burden: PhoneBurden;
  readonly since: EpochMs;
}

/**
 * Keys of the store `meta`. A new key also needs a line in docs/privacy-model.md and in
 * test/browser/no-content-kept.test.ts.
 */
export type MetaKey =
  | 'settings'
  | 'policy'
  | 'sites'
  | 'timer'
  | 'studies'
  | 'saves'
  | `month:${string}`
  | 'sourceId'
  | 'seq'
  | 'outbox'
  | 'cuts'
  | 'pauses'
  | 'lastBackup'
  | 'sample';

/** The schema of the database. */
export interface Ledger extends DBSchema {
  rows: { key: [string, number]; value: Row; indexes: { day: Day } };
  days: { key: Day; value: DayRecord; indexes: { system: SystemKey } };
  systems: { key: SystemKey; value: StoredSystem };
  digests: { key: string; value: DigestRow };
  keys: { key: string; value: CryptoKey };
  meta: {
    key: MetaKey;
    value: Settings | Policy | Pauses | SiteChoices | RunningTimer | readonly Cut[] | string | number;
  };
}

/** The open database. */
export type Database = IDBPDatabase<Ledger>;
/** The name of the database. It must never change. */
export const databaseName = 'fingertip-ledger';

type Upgrade = IDBPTransaction<Ledger, StoreNames<Ledger>[], 'versionchange'>;

/** One upgrade step for each version, in order. A released step must never change. */
const steps: readonly ((db: Database, tx: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore('rows', { keyPath: ['sourceId', 'seq'] }).createIndex('day', 'day');
    db.createObjectStore('systems', { keyPath: 'key' });
    db.createObjectStore('digests');
    db.createObjectStore('keys');
    db.createObjectStore('meta');
  },
  async (db, tx) => {
    const days = db.createObjectStore('days', { keyPath: 'day' });
    days.createIndex('system', 'systems', { multiEntry: true });
    let cursor = await tx.objectStore('rows').openCursor();
    for (; cursor !== null; cursor = await cursor.continue()) await touchDays(days, [cursor.value]);
  },
];

/** Callbacks for events that happen after `openLedger` has returned or rejected. */
export interface LedgerEvents {
  /**
   * Called when the connection is closed, because another page or a later version needs the database or because the
   * browser closed it. Also called when a blocked request to open the database fails.
   */
  readonly onClosed: () => void;
  /** Called when the database opens after `openLedger` has already rejected with `BlockedError`. */
  readonly onUnblocked: (db: Database) => void;
}

/**
 * Opens the database and upgrades it. Rejects with `VersionError` when a newer version of the extension has written it,
 * and with `BlockedError` while another page still has an older version of the database open.
 */
export async function openLedger(
  { onClosed, onUnblocked }: LedgerEvents = { onClosed() {}, onUnblocked() {} },
): Promise<Database> {
  let reject: (reason: Error) => void = () => {};
  const blocked = new Promise<never>((_, rejectBlocked) => {
    reject = rejectBlocked;
  });
  const opening = openDB<Ledger>(databaseName, steps.length, {
    async upgrade(upgraded, before, _now, tx) {
      for (const step of steps.slice(before)) await step(upgraded, tx as unknown as Upgrade);
    },
    // Rejects the promise instead of waiting, because waiting would block every later task in the queue.
    blocked() {
      const message = 'Cannot open the ledger: another page holds an older version open';
      reject(Object.assign(new Error(message), { name: 'BlockedError' }));
      opening.then(onUnblocked, onClosed);
    },
    blocking() {
      void opening.then((db) => db.close());
      onClosed();
    },
    terminated: onClosed,
  });
  return Promise.race([opening, blocked]);
}

/** The worker's only connection to the database. */
export interface LedgerConnection {
  /** Returns the open database; opens it first when needed. Rejects as `openLedger` does. */
  open(): Promise<Database>;
  /** Forgets the open connection without closing it. The next `open` opens a new connection. */
  forget(): void;
}

/**
 * Creates a connection that opens the database when it is first needed, and reopens it after an error or a forced
 * close.
 */
export function createLedgerConnection(): LedgerConnection {
  let opened: Promise<Database> | null = null;
  const forget = () => {
    opened = null;
  };
  function open(): Promise<Database> {
    if (opened === null) {
      opened = openLedger({
        onClosed: forget,
        onUnblocked: (db) => {
          opened = Promise.resolve(db);
        },
      });
      // After a `BlockedError`, `opened` keeps the rejected promise, so that later calls fail at once. A new request
      // would wait behind the blocked request without an error.
      opened.catch((error: Error) => {
        if (error.name !== 'BlockedError') forget();
      });
    }
    return opened;
  }
  return { open, forget };
}

/** Creates access to the stores `digests` and `keys`. Each call runs in a separate transaction. */
export const createDigestStore = (db: Database): DigestStore => ({
  get: (digest) => db.get('digests', digest),
  put: (digest, row) => db.put('digests', row, digest).then(() => {}),
  allDigests: () => db.getAllKeys('digests'),
  delete: (digest) => db.delete('digests', digest),
  key: (id) => db.get('keys', id),
  putKey: (id, key) => db.put('keys', key, id).then(() => {}),
  keyIds: () => db.getAllKeys('keys'),
  deleteKey: (id) => db.delete('keys', id),
});

/**
 * Prevents an "unhandled rejection" of `tx.done`. When a request fails, the code that made the request handles the
 * error and may never await `tx.done`. Code that awaits `tx.done` still receives the error.
 */
export const markDoneHandled = (tx: { readonly done: Promise<void> }): void => {
  tx.done.catch(() => {}); // see above
};
