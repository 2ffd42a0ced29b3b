/**
 * The format of backups. A backup is one JSON file with the whole ledger. It holds digests of values, and the keys of
 * these digests, only if the owner asks for the digests. It never holds the state of month reports, so that the file
 * can't show which reports belong to the owner. Files of version 1 stay readable for ever (parse-backup.ts).
 *
 * The code in the folder backup/ defines and checks backups.
 */

import type { Purpose } from '../days/day-summary.ts';
import type { SealedPart } from '../days/roll-up.ts';
import type { Day, Row, SystemKey } from '../events.ts';
import { defaultSettings, type Settings } from '../settings.ts';

/** A system with what the owner chose for it. */
export interface BackupSystem {
  readonly key: SystemKey;
  readonly host: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
  readonly exempt: boolean;
}
/** A day whose rows have expired. */
export interface BackupDay {
  readonly day: Day;
  readonly sealed: readonly SealedPart[];
}
/**
 * Digests of values, and the keys of the digests as bytes. Each digest has the systems in which its value was
 * submitted, and the week of the latest submission.
 */
export interface BackupDigests {
  readonly keys: Readonly<Record<string, readonly number[]>>;
  readonly rows: readonly { readonly digest: string; readonly systems: readonly SystemKey[]; readonly week: number }[];
}
/** A whole backup. `sample` marks made-up data for demonstration. */
export interface Backup {
  readonly format: 'fingertip-ledger-backup';
  readonly version: 1;
  readonly sample: boolean;
  readonly rows: readonly Row[];
  readonly systems: readonly BackupSystem[];
  readonly days: readonly BackupDay[];
  readonly settings: Partial<Settings>;
  /** Null unless the owner asked for digests. */
  readonly digests: BackupDigests | null;
}

/**
 * Largest size of a backup file. Summaries of ten years and rows of 100 days take 40 MB, and browsers pass messages of
 * up to 64 MB. Screens check the size before they read a file.
 */
export const maxBackupBytes = 56 * 1024 * 1024;

/**
 * Returns the settings that a restore adopts: those that have the default value in this ledger and another value in the
 * backup. Consent and pauses are never adopted.
 */
export function settingsToRestore(ours: Settings, theirs: Partial<Settings>): Partial<Settings> {
  const adopted = Object.entries(theirs).filter(([name, value]) => {
    const defaultValue = JSON.stringify(defaultSettings[name as keyof Settings]);
    const isChosen = JSON.stringify(ours[name as keyof Settings]) !== defaultValue;
    return name !== 'consent' && name !== 'pausedUntil' && !isChosen && JSON.stringify(value) !== defaultValue;
  });
  return Object.fromEntries(adopted);
}

/**
 * Faults of a backup for which the screen has a text. The values are parts of the error messages of `parseBackup`,
 * because the worker sends a page only the message of an error.
 */
export const backupFaults = {
  foreign: 'not a backup of a ledger',
  newer: 'is newer than this extension can read',
} as const;

/** Returns the fault that an error message of `parseBackup` stands for; `malformed` for any other message. */
export const backupFaultOf = (message: string): keyof typeof backupFaults | 'malformed' =>
  (['foreign', 'newer'] as const).find((fault) => message.includes(backupFaults[fault])) ?? 'malformed';
