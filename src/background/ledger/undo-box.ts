/**
 * What was removed last, for a minute, in memory and never on the disk: in `storage.session`, or where that has no room
 * for it, in the worker for as long as it lives. One thing at a time.
 */
import type { EpochMs } from '../../core/events.ts';
import type { TakenBack } from './take-back.ts';

export const undoMs = 60_000;

export interface UndoBox {
  /** The token that takes it out again. */
  keep(taken: TakenBack): Promise<string>;
  /** What a token stands for; null when it is forgotten. */
  look(token: string): Promise<TakenBack | null>;
  /** Forgets it all: it was put back. */
  clear(): Promise<void>;
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
  let large: Kept | undefined;
  const read = async () => large ?? ((await area.get('undo')).undo as Kept | undefined);
  const clear = async () => {
    large = undefined;
    await area.remove('undo');
  };
  return {
    async keep(taken) {
      const kept: Kept = { token: clock.random(8), until: (clock.now() + undoMs) as EpochMs, taken };
      large = undefined;
      try {
        await area.set({ undo: kept });
      } catch {
        await area.remove('undo');
        large = kept;
      }
      wake(kept.until);
      return kept.token;
    },
    async look(token) {
      const kept = await read();
      return kept === undefined || kept.token !== token || kept.until < clock.now() ? null : kept.taken;
    },
    clear,
    async expire() {
      const kept = await read();
      if (kept !== undefined && kept.until <= clock.now()) await clear();
    },
  };
}
