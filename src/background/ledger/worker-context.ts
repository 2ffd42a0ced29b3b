/**
 * The two context arguments of the worker's code. `WorkerContext` is created when the worker starts and is passed to
 * every listener. `LedgerContext` adds an open database. This context is passed to the functions of the ledger and to
 * the handlers of messages from the extension's own pages (popup, dashboard). Neither context holds data, because the
 * browser may stop the worker at any time.
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

/** The properties of both contexts. */
interface SharedContext {
  readonly clock: Clock;
  /** Looks a host up in the catalogue. */
  readonly standingOf: (host: string) => HostStanding;
  /** Whether the browser's permissions cover a host. */
  readonly isGranted: (host: string) => Promise<boolean>;
  /** Hosts that the owner excluded from recording for this browser session. */
  readonly skipped: SessionList;
  /** Hosts that the extension has already offered to add in this browser session. */
  readonly offered: SessionList;
  /** Number of pages with a secrecy mark in this browser session. */
  readonly blocked: SessionCount;
  readonly undo: UndoBox;
}

/** The context that every listener and task of the worker receives. */
export interface WorkerContext extends SharedContext {
  readonly browser: Browser;
  readonly subtle: SubtleCrypto;
  /** `storage.session`: memory that survives a restart of the worker, but not a restart of the browser. */
  readonly session: Storage.StorageArea;
  readonly connection: LedgerConnection;
  readonly faults: FaultRecord;
  /** Tabs whose page has a secrecy mark. */
  readonly secretTabs: SessionList;
  /** Bytes that the extension uses on disk, as the browser estimates them. */
  readonly bytesUsed: () => Promise<number>;
  /** Runs a task after all earlier tasks (task-queue.ts). */
  readonly enqueue: <T>(task: () => Promise<T>) => Promise<T>;
  /** Enqueues a task whose result no caller awaits. */
  readonly runInBackground: (task: () => Promise<unknown>) => void;
  /** Opens the database, if it isn't open. Rejects with the same errors as `connection.open`. */
  readonly openLedgerContext: () => Promise<LedgerContext>;
}

/** The context for code that needs an open ledger. */
export interface LedgerContext extends SharedContext {
  readonly db: Database;
  /** Whether the browser has granted all of these match patterns. */
  readonly areGranted: (origins: readonly string[]) => Promise<boolean>;
  /** Registers the content script for the sites that are granted now. */
  readonly syncContentScripts: () => Promise<void>;
  /**
   * Sets or removes the recording flag that pages read, schedules the alarms that these settings need, and updates the
   * toolbar.
   */
  readonly publishRecordingState: (settings: Settings) => Promise<void>;
  /** Whether an administrator installed or manages the extension (docs/privacy-model.md, P9). */
  readonly isAdministered: () => Promise<boolean>;
  /**
   * Recovers the open spans of pages that ended without sending these spans, and decides pending entries whose waiting
   * time is over.
   */
  readonly settle: () => Promise<void>;
  /** Drops pending entries that were made after `since`. */
  readonly forgetPending: (since: EpochMs) => Promise<void>;
  /** Returns the open spans of pages that are in front now, read from their checkpoints. */
  readonly readCheckpoints: () => Promise<readonly LogEvent[]>;
  /** Deletes the database and both storage areas. */
  readonly wipeStorage: () => Promise<void>;
  readonly readStorageFault: () => Promise<StorageFault | null>;
  /** Bytes that the extension uses on disk, as the browser estimates them. */
  readonly bytesUsed: () => Promise<number>;
  /** Returns the first eight hexadecimal digits of the SHA-256 of a text in UTF-8. */
  readonly checkCode: (text: string) => Promise<string>;
  /** Returns the key of a host in this ledger. The key never changes. */
  readonly keyOfHost: (host: string) => Promise<SystemKey>;
  /** Creates an extractable HMAC key from its raw bytes. */
  readonly importKey: (bytes: readonly number[]) => Promise<CryptoKey>;
  /** Returns the raw bytes of a key, or null when the key is not extractable. */
  readonly exportKey: (key: CryptoKey) => Promise<readonly number[] | null>;
}
