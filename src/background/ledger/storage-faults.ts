/**
 * Storage faults: the reasons why the worker can't read or write the ledger, in the four kinds that screens show. The
 * latest fault is kept in `storage.session` (memory), because nothing can be written to a full or broken disk.
 */
import type { State } from '../../messages.ts';

/**
 * `full`: the disk has no room. `newer`: a newer version wrote the ledger. `broken`: the ledger is not readable or not
 * writable. `lost`: the browser deleted the ledger.
 */
export type StorageFault = NonNullable<State['trouble']>;

/** Returns the storage fault that an error stands for, or null when the error is not about storage. */
export function faultOf(error: unknown): StorageFault | null {
  switch ((error as { name?: unknown } | null)?.name) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    // database.ts creates `BlockedError`. Browsers raise the other errors when they can't read or write the files of
    // the database.
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

/** The latest storage fault of this browser session. */
export interface FaultRecord {
  read(): Promise<StorageFault | null>;
  /** Stores the fault that an error stands for; ignores other errors. */
  record(error: unknown): Promise<void>;
  /** Like `record`, but throws errors that are not about storage. */
  recordOrThrow(error: unknown): Promise<void>;
  /** Clears the fault after a successful write. `lost` stays until the owner gives consent again. */
  onWritten(): Promise<void>;
  /** Clears `lost`, because the owner has started a new ledger. */
  onConsent(): Promise<void>;
}

/**
 * The error for a database that is empty although pages were recorded. Browsers delete a database that they can't read,
 * and the owner must know that records are missing.
 */
export const lostLedgerError = Object.assign(new Error('Cannot read the ledger: the browser has deleted it'), {
  name: 'LostError',
});

/** Creates the fault record in `area` (`storage.session`). */
export function createFaultRecord(area: Area): FaultRecord {
  const read = async () => ((await area.get('trouble')).trouble as StorageFault | undefined) ?? null;
  // True when `storage.session` is known to hold no fault. This saves a read for every message.
  let isKnownClear = false;
  const record = async (error: unknown) => {
    const fault = faultOf(error);
    if (fault === null) return;
    isKnownClear = false;
    await area.set({ trouble: fault });
  };
  return {
    read,
    record,
    async recordOrThrow(error) {
      await record(error);
      if (faultOf(error) === null) throw error;
    },
    async onWritten() {
      if (isKnownClear) return;
      if (![null, 'lost'].includes(await read())) await area.remove('trouble');
      isKnownClear = true;
    },
    async onConsent() {
      if ((await read()) === 'lost') await area.remove('trouble');
    },
  };
}
