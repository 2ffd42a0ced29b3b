/**
 * A backup: one JSON file with everything of the ledger but the digests of values and their keys, unless they were
 * asked for, and the state of month reports: whoever gets the file must not learn which reports are whose. Version 1 is
 * readable for ever (parse-backup.ts).
 */

import type { Purpose } from '../days/day-summary.ts';
import type { SealedPart } from '../days/roll-up.ts';
import type { Day, Row, SystemKey } from '../events.ts';
import { defaultSettings, type Settings } from '../settings.ts';

export interface BackupSystem {
  readonly key: SystemKey;
  readonly host: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
  readonly exempt: boolean;
}
export interface BackupDay {
  readonly day: Day;
  readonly sealed: readonly SealedPart[];
}
/** A digest of a value with the systems that had it; a key as the 32 bytes it is. Only where the owner asked for them. */
export interface BackupDigests {
  readonly keys: Readonly<Record<string, readonly number[]>>;
  readonly rows: readonly { readonly digest: string; readonly systems: readonly SystemKey[]; readonly week: number }[];
}
export interface Backup {
  readonly format: 'fingertip-ledger-backup';
  readonly version: 1;
  readonly sample: boolean;
  readonly rows: readonly Row[];
  readonly systems: readonly BackupSystem[];
  readonly days: readonly BackupDay[];
  readonly settings: Partial<Settings>;
  readonly digests: BackupDigests | null;
}

/** A larger file is no ledger: ten years and a hundred days of rows take 40 MB, and browsers pass on 64 MB at most. Told by size, before it is read. */
export const maxBackupBytes = 56 * 1024 * 1024;

/** The settings that a restore may take over: never consent or a pause, and never one that the owner has chosen. */
export function settingsToRestore(ours: Settings, theirs: Partial<Settings>): Partial<Settings> {
  const taken = Object.entries(theirs).filter(([name, value]) => {
    const default_ = JSON.stringify(defaultSettings[name as keyof Settings]);
    const isChosen = JSON.stringify(ours[name as keyof Settings]) !== default_;
    return name !== 'consent' && name !== 'pausedUntil' && !isChosen && JSON.stringify(value) !== default_;
  });
  return Object.fromEntries(taken);
}
