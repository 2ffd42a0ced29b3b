/** The ledger's database and its history. Each upgrade is a step of its own. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SystemName } from '../core/days.ts';
import type { Day, Row, SystemKey } from '../core/events.ts';
import type { Settings } from '../core/settings.ts';
import type { DigestRow, DigestStore } from './digests.ts';

export interface StoredSystem extends SystemName {
  readonly key: SystemKey;
  readonly exempt: boolean;
}

export interface Ledger extends DBSchema {
  rows: { key: [string, number]; value: Row; indexes: { day: Day } };
  systems: { key: SystemKey; value: StoredSystem };
  digests: { key: string; value: DigestRow };
  keys: { key: string; value: CryptoKey };
  /** `settings`, `sourceId`, `seq`, `draws:MONTH`. */
  meta: { key: string; value: Settings | string | number };
}

export type Database = IDBPDatabase<Ledger>;
export const databaseName = 'fingertip-ledger';

export const openLedger = (): Promise<Database> =>
  openDB<Ledger>(databaseName, 1, {
    upgrade(db) {
      db.createObjectStore('rows', { keyPath: ['sourceId', 'seq'] }).createIndex('day', 'day');
      db.createObjectStore('systems', { keyPath: 'key' });
      db.createObjectStore('digests');
      db.createObjectStore('keys');
      db.createObjectStore('meta');
    },
  });

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
