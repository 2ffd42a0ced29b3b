/**
 * The two arguments that carry everything the code of the worker needs. `WorkerContext` exists as long as the worker
 * and is passed to listeners. `LedgerContext` adds an open database; the ledger's functions and the handlers of our own
 * pages' messages receive it. Neither holds data: the worker may be stopped between any two lines.
 */
import type { Browser, Storage } from 'webextension-polyfill';
import type { EpochMs, LogEvent, SystemKey } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import type { HostStanding } from '../../core/sites/catalogue.ts';
import type { Clock } from './clock.ts';
import type { Database, LedgerConnection } from './database.ts';
import type { SessionCount, SessionList } from './session-store.ts';
import type { FaultRecord, StorageFault } from './storage-faults.ts';
import type { UndoBox } from './undo-box.ts';

/** What both contexts share. */
interface SharedContext {
  readonly clock: Clock;
  /** Looks a host up in the catalogue. */
  readonly standingOf: (host: string) => HostStanding;
  /** Whether the browser's permissions cover a host. */
  readonly isGranted: (host: string) => Promise<boolean>;
  /** Hosts that the owner left out for this browser session. */
  readonly skipped: SessionList;
  /** Hosts that were offered to the owner in this browser session. */
  readonly offered: SessionList;
  /** Number of pages with a secrecy mark in this browser session. */
  readonly blocked: SessionCount;
  readonly undo: UndoBox;
}

/** What every listener and task of the worker receives. */
export interface WorkerContext extends SharedContext {
  readonly browser: Browser;
  readonly subtle: SubtleCrypto;
  /** `storage.session`: memory that survives a restart of the worker, but not of the browser. */
  readonly session: Storage.StorageArea;
  readonly connection: LedgerConnection;
  readonly faults: FaultRecord;
  /** Tabs whose page has a secrecy mark. */
  readonly secretTabs: SessionList;
  /** Bytes that the extension uses on disk, as the browser estimates them. */
  readonly bytesUsed: () => Promise<number>;
  /** Runs a task after all earlier ones (task-queue.ts). */
  readonly enqueue: <T>(task: () => Promise<T>) => Promise<T>;
  /** Enqueues a task that has no caller to report to. */
  readonly runInBackground: (task: () => Promise<unknown>) => void;
  /** Opens the database, if it isn't open. Rejects as `connection.open` does. */
  readonly openLedgerContext: () => Promise<LedgerContext>;
}

/** An open ledger, with everything else that its functions and the handlers of our own pages' messages need. */
export interface LedgerContext extends SharedContext {
  readonly db: Database;
  /** Whether the browser has granted all of these match patterns. */
  readonly areGranted: (origins: readonly string[]) => Promise<boolean>;
  /** Registers the content script for the sites that are granted now. */
  readonly syncContentScripts: () => Promise<void>;
  /** Tells pages, the toolbar and alarms whether recording is on. */
  readonly publishRecordingState: (settings: Settings) => Promise<void>;
  /** Whether an administrator installed or manages the extension (promise P9). */
  readonly isAdministered: () => Promise<boolean>;
  /**
   * Recovers the spans of pages that ended without a report, and decides pending entries whose waiting time is over.
   */
  readonly settle: () => Promise<void>;
  /** Drops pending entries that were made after `since`. */
  readonly forgetPending: (since: EpochMs) => Promise<void>;
  /** Open spans of pages that are in front now, read from their checkpoints. */
  readonly readCheckpoints: () => Promise<readonly LogEvent[]>;
  /** Deletes the database and both storage areas. */
  readonly wipeStorage: () => Promise<void>;
  readonly readStorageFault: () => Promise<StorageFault | null>;
  /** Bytes that the extension uses on disk, as the browser estimates them. */
  readonly bytesUsed: () => Promise<number>;
  /** First eight hexadecimal digits of the SHA-256 of a text in UTF-8. */
  readonly checkCode: (text: string) => Promise<string>;
  /** The key that a host has in this ledger. It is the same for the ledger's life. */
  readonly keyOfHost: (host: string) => Promise<SystemKey>;
  /** An extractable HMAC key from its raw bytes. */
  readonly importKey: (bytes: readonly number[]) => Promise<CryptoKey>;
  /** The raw bytes of a key, or null when it is not extractable. */
  readonly exportKey: (key: CryptoKey) => Promise<readonly number[] | null>;
}
