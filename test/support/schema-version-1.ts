/** Creates the stores of schema version 1 of the ledger's database, to test upgrades. */
import type { IDBPDatabase } from 'idb';

export function createVersion1(fresh: IDBPDatabase): void {
  fresh.createObjectStore('rows', { keyPath: ['sourceId', 'seq'] }).createIndex('day', 'day');
  fresh.createObjectStore('systems', { keyPath: 'key' });
  fresh.createObjectStore('digests');
  fresh.createObjectStore('keys');
  fresh.createObjectStore('meta');
}
