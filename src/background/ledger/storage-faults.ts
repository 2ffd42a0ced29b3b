/** What is wrong with the storage, in the owner's terms; kept in `storage.session`, which needs no disk. */
import type { State } from '../../messages.ts';

export type Trouble = NonNullable<State['trouble']>;

/** What an error of the database means, or null for one that is none of its. */
export function troubleOf(error: unknown): Trouble | null {
  switch ((error as { name?: unknown } | null)?.name) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    // Held open elsewhere (database.ts), or what browsers say when the files can't be read or written.
    case 'BlockedError':
    case 'UnknownError':
    case 'NotReadableError':
    case 'DataCloneError':
    case 'CorruptionError':
      return 'broken';
    case 'LostError':
      return 'lost';
    default:
      return null;
  }
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface TroubleBox {
  read(): Promise<Trouble | null>;
  /** Remembers what an error means, if anything. */
  note(error: unknown): Promise<void>;
  /** Something was written: a full disk is over. What was lost stays lost until the owner begins anew. */
  written(): Promise<void>;
  /** The owner begins anew. */
  begun(): Promise<void>;
}

/** Pages were recorded, and the ledger knows of nobody who agreed: browsers throw a database away that they can't read. */
export const lost = Object.assign(new Error('The ledger is gone'), { name: 'LostError' });

export function troubleBox(area: Area): TroubleBox {
  const read = async () => ((await area.get('trouble')).trouble as Trouble | undefined) ?? null;
  // Spares most messages a look: wrong only in a life of the worker that has not looked yet.
  let isQuiet = false;
  return {
    read,
    async note(error) {
      const trouble = troubleOf(error);
      if (trouble === null) return;
      isQuiet = false;
      await area.set({ trouble });
    },
    async written() {
      if (isQuiet) return;
      if (![null, 'lost'].includes(await read())) await area.remove('trouble');
      isQuiet = true;
    },
    async begun() {
      if ((await read()) === 'lost') await area.remove('trouble');
    },
  };
}
