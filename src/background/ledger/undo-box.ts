/**
 * Holds the latest removal for a minute, so that the owner can undo it. The removal is never written to disk. It is
 * kept in `storage.session`, or in the worker's memory when it is too large for `storage.session`. A new removal
 * replaces the previous one.
 */
import type { Cut } from '../../core/days/cuts.ts';
import type { Day, EpochMs, Row } from '../../core/events.ts';
import type { Clock } from './clock.ts';
import type { StoredSystem } from './database.ts';
import type { DayRecord } from './day-records.ts';
import type { DigestRow } from './digests.ts';

/** Everything that an undo has to restore. */
export interface TakenBack {
  /** The rows that were deleted or shortened, as they were before the removal. */
  readonly rows: readonly Row[];
  /** Identities of those rows that were only shortened. */
  readonly instead: readonly (readonly [sourceId: string, seq: number])[];
  /** Records of the days that were erased or changed, as they were before the removal. */
  readonly records: readonly DayRecord[];
  /** Milliseconds of pauses that were erased, by day. */
  readonly paused: readonly (readonly [Day, number])[];
  readonly digests: readonly (readonly [digest: string, DigestRow])[];
  readonly systems: readonly StoredSystem[];
  readonly cut: Cut;
}

/** How long a removal can be undone. */
export const undoMs = 60_000;

/** Holds at most one removal. */
export interface UndoBox {
  /** Stores a removal and returns the token that `read` needs. */
  keep(taken: TakenBack): Promise<string>;
  /** Returns the removal that a token stands for, or null when this removal has expired or was replaced. */
  read(token: string): Promise<TakenBack | null>;
  /** Forgets the removal, because it was undone. */
  clear(): Promise<void>;
  /** Forgets the removal when the minute is over in which it can be undone. */
  expire(): Promise<void>;
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}
interface StoredRemoval {
  readonly token: string;
  readonly until: EpochMs;
  readonly taken: TakenBack;
}

/** Creates the box in `area` (`storage.session`). `scheduleExpiry` must call `expire` at the given time. */
export function createUndoBox(
  area: Area,
  clock: Pick<Clock, 'now' | 'random'>,
  scheduleExpiry: (at: number) => void,
): UndoBox {
  let tooLarge: StoredRemoval | undefined;
  const load = async () => tooLarge ?? ((await area.get('undo')).undo as StoredRemoval | undefined);
  const clear = async () => {
    tooLarge = undefined;
    await area.remove('undo');
  };
  return {
    async keep(taken) {
      const removal: StoredRemoval = { token: clock.random(8), until: (clock.now() + undoMs) as EpochMs, taken };
      tooLarge = undefined;
      try {
        await area.set({ undo: removal });
      } catch {
        // `storage.session` holds 1 to 10 MB, depending on the browser.
        await area.remove('undo');
        tooLarge = removal;
      }
      scheduleExpiry(removal.until);
      return removal.token;
    },
    async read(token) {
      const removal = await load();
      return removal === undefined || removal.token !== token || removal.until < clock.now() ? null : removal.taken;
    },
    clear,
    async expire() {
      const removal = await load();
      if (removal !== undefined && removal.until <= clock.now()) await clear();
    },
  };
}
