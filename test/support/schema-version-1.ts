/** The ledger's stores as version 1 left them. */
import type { IDBPDatabase } from 'idb';

export function createVersion1(fresh: IDBPDatabase): void {
  fresh.createObjectStore('rows', { keyPath: ['sourceId', 'seq'] }).createIndex('day', 'day');
  fresh.createObjectStore('systems', { keyPath: 'key' });
  fresh.createObjectStore('digests');
  fresh.createObjectStore('keys');
  fresh.createObjectStore('meta');
}
