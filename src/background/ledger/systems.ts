/** The systems of the ledger: a host each, under a digest keyed for the ledger's life. */
import type { SystemKey } from '../../core/events.ts';
import type { Database, StoredSystem } from './database.ts';
import type { Digests } from './digests.ts';

/** The stored system of a host, made when it is met for the first time. */
export async function meetSystem(
  db: Database,
  digests: Digests,
  host: string,
  known: { catalogueId: string | null; kind: string },
): Promise<StoredSystem> {
  const key = (await digests.lasting(`system ${host}`)) as SystemKey;
  const found = await db.get('systems', key);
  if (found !== undefined) return found;
  const system: StoredSystem = { key, host, ...known, purpose: null, exempt: false };
  await db.put('systems', system);
  return system;
}
