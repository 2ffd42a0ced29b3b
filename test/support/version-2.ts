/** The ledger's stores as version 2 left them: quarter hours of days as objects. */
import type { IDBPDatabase } from 'idb';
import { createVersion1 } from './version-1.ts';

export function createVersion2(fresh: IDBPDatabase): void {
  createVersion1(fresh);
  fresh.createObjectStore('days', { keyPath: 'day' }).createIndex('system', 'systems', { multiEntry: true });
}
