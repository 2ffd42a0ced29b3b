/**
 * Stores cuts. A cut is a period that the owner took back. Events of this period that arrive later are not stored
 * either.
 */
import type { Cut } from '../../core/days/cuts.ts';
import type { EpochMs } from '../../core/events.ts';
import type { MetaKey } from './database.ts';

/** The store `meta`, opened in a transaction of the caller. */
interface MetaStore {
  get(key: MetaKey): Promise<unknown>;
  put(value: readonly Cut[], key: MetaKey): Promise<unknown>;
}

/**
 * How long a cut is stored after its end. Pages are expected to stay open for at most two days, so no event that falls
 * into an older cut arrives.
 */
const maxCutAgeMs = 2 * 86_400_000;

/** Returns the stored cuts, oldest first. */
export const readCuts = async (meta: Pick<MetaStore, 'get'>): Promise<readonly Cut[]> =>
  ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];

/** Adds a cut and deletes expired cuts. */
export async function addCut(meta: MetaStore, cut: Cut, now: EpochMs): Promise<void> {
  await meta.put([...(await readCuts(meta)).filter((c) => c.end > now - maxCutAgeMs), cut], 'cuts');
}
