/**
 * The systems of the ledger. A system is a host with its port. The key of a system is a digest that never leaves this
 * ledger.
 */
import type { SystemKey } from '../../core/events.ts';
import type { Database, StoredSystem } from './database.ts';
import type { Digests } from './digests.ts';

/** Returns the stored system of a host; creates it when the host is new. */
export async function findOrCreateSystem(
  db: Database,
  digests: Digests,
  host: string,
  catalogued: { catalogueId: string | null; kind: string },
): Promise<StoredSystem> {
  const key = (await digests.lastingDigest(`system ${host}`)) as SystemKey;
  const found = await db.get('systems', key);
  if (found !== undefined) return found;
  const system: StoredSystem = { key, host, ...catalogued, purpose: null, exempt: false };
  await db.put('systems', system);
  return system;
}
