/**
 * Stores cuts: periods that the owner took back. Events of these periods that are reported later must not be stored
 * either.
 */
import type { Cut } from '../../core/days/cuts.ts';
import type { EpochMs } from '../../core/events.ts';
import type { MetaKey } from './database.ts';

/** The store `meta`, within a transaction of the caller. */
interface MetaStore {
  get(key: MetaKey): Promise<unknown>;
  put(value: readonly Cut[], key: MetaKey): Promise<unknown>;
}

/** A page that is open now was opened at most a day or two ago, so no report for an older cut can arrive. */
const keptMs = 2 * 86_400_000;

/** The stored cuts, oldest first. */
export const readCuts = async (meta: Pick<MetaStore, 'get'>): Promise<readonly Cut[]> =>
  ((await meta.get('cuts')) as readonly Cut[] | undefined) ?? [];

/** Adds a cut and deletes the expired ones. */
export async function addCut(meta: MetaStore, cut: Cut, now: EpochMs): Promise<void> {
  await meta.put([...(await readCuts(meta)).filter((c) => c.end > now - keptMs), cut], 'cuts');
}
