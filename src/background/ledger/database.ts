/** The ledger's database and its history. Each upgrade is a step of its own. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Cut } from '../../core/days/cuts.ts';
import type { KnownSystem } from '../../core/days/fold-day.ts';
import type { Day, EpochMs, PhoneBurden, Row, SystemKey } from '../../core/events.ts';
import type { Policy } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import type { SiteChoices } from '../../core/sites/site-choices.ts';
import { type DayRecord, touchDays } from './day-records.ts';
import type { DigestRow, DigestStore } from './digests.ts';
import type { Pauses } from './pauses.ts';

export interface StoredSystem extends KnownSystem {
  readonly key: SystemKey;
  readonly exempt: boolean;
  /** The owner was asked for its purpose, and answered or skipped. */
  readonly asked?: boolean;
}

/** The manual timer while it runs. */
export interface RunningTimer {
  readonly burden: PhoneBurden;
  readonly since: EpochMs;
}

/** All that `meta` may hold; who adds a name adds it to docs/privacy-model.md and to the canaries too. */
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

export type Database = IDBPDatabase<Ledger>;
export const databaseName = 'fingertip-ledger';

type Upgrade = IDBPTransaction<Ledger, StoreNames<Ledger>[], 'versionchange'>;

/** One step a version, in order; a step that was ever released is never changed. */
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

export interface LedgerEvents {
  /** Another page or a later version wants the database: it was closed here. */
  readonly closed: () => void;
  /** What had been refused as blocked came after all. */
  readonly freed: (db: Database) => void;
}

/** Opens the ledger, upgraded. Rejects with `VersionError` when a newer version of the extension has written it. */
export async function openLedger({ closed, freed }: LedgerEvents = { closed() {}, freed() {} }): Promise<Database> {
  let refuse: (reason: Error) => void = () => {};
  const blocked = new Promise<never>((_, no) => {
    refuse = no;
  });
  const opening = openDB<Ledger>(databaseName, steps.length, {
    async upgrade(upgraded, before, _now, tx) {
      for (const step of steps.slice(before)) await step(upgraded, tx as unknown as Upgrade);
    },
    // Another page holds an older version open: waiting would stop everything that stands in line behind us.
    blocked() {
      refuse(Object.assign(new Error('Cannot open the ledger: another page holds it'), { name: 'BlockedError' }));
      opening.then(freed, closed);
    },
    blocking() {
      void opening.then((db) => db.close());
      closed();
    },
    terminated: closed,
  });
  return Promise.race([opening, blocked]);
}

/** The store of digests and their keys, each call a transaction of its own. */
export const digestStore = (db: Database): DigestStore => ({
  get: (digest) => db.get('digests', digest),
  put: (digest, row) => db.put('digests', row, digest).then(() => {}),
  keys: () => db.getAllKeys('digests'),
  delete: (digest) => db.delete('digests', digest),
  key: (id) => db.get('keys', id),
  putKey: (id, key) => db.put('keys', key, id).then(() => {}),
  keyIds: () => db.getAllKeys('keys'),
  deleteKey: (id) => db.delete('keys', id),
});

/**
 * A transaction whose requests are awaited one by one fails with the first that does; that it is over then is no news,
 * and nobody's unhandled rejection. Whoever awaits `done` is told all the same.
 */
export const watched = (tx: { readonly done: Promise<void> }): void => {
  tx.done.catch(() => {}); // see above
};
