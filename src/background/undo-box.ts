/** What was removed last, for a minute, in `storage.session`: memory, never the disk. One thing at a time. */
import type { EpochMs } from '../core/events.ts';
import type { TakenBack } from './removals.ts';

export const undoMs = 60_000;

export interface UndoBox {
  /** The token that takes it out again, or null where there is no room for it. */
  keep(taken: TakenBack): Promise<string | null>;
  /** Null when it is forgotten. */
  take(token: string): Promise<TakenBack | null>;
  /** Forgets what is older than a minute. */
  expire(): Promise<void>;
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}
interface Kept {
  readonly token: string;
  readonly until: EpochMs;
  readonly taken: TakenBack;
}

/** `wake` asks to be called back for `expire` at a time. */
export function undoBox(
  area: Area,
  clock: { readonly now: () => EpochMs; readonly random: (bytes: number) => string },
  wake: (at: number) => void,
): UndoBox {
  const read = async () => (await area.get('undo')).undo as Kept | undefined;
  return {
    async keep(taken) {
      const kept: Kept = { token: clock.random(8), until: (clock.now() + undoMs) as EpochMs, taken };
      try {
        await area.set({ undo: kept });
      } catch {
        await area.remove('undo'); // more than memory may hold: gone for good, and said so by the null
        return null;
      }
      wake(kept.until);
      return kept.token;
    },
    async take(token) {
      const kept = await read();
      if (kept === undefined || kept.token !== token || kept.until < clock.now()) return null;
      await area.remove('undo');
      return kept.taken;
    },
    async expire() {
      const kept = await read();
      if (kept !== undefined && kept.until <= clock.now()) await area.remove('undo');
    },
  };
}
