/**
 * Parses backups. A file may be damaged or forged, so every field of every record is checked. An invalid backup is
 * refused as a whole, with a one-line error that names the wrong record. Nothing is corrected.
 */

import { arrayOf, findFault, integerUpTo, isBoolean, isRecord, quoteValue } from '../checks.ts';
import type { DaySummary } from '../days/day-summary.ts';
import type { SealedPart } from '../days/roll-up.ts';
import type { Row } from '../events.ts';
import { dayOf } from '../time/local-time.ts';
import { type Backup, type BackupDay, type BackupDigests, type BackupSystem, backupFaults } from './backup-format.ts';
import {
  dayField,
  digestFields,
  findSettingsFault,
  partFields,
  retiredDropReasons,
  rowFields,
  summaryFields,
  systemFields,
} from './backup-schema.ts';

/** The largest numbers of records that a ledger can have. */
const maxRecords = { rows: 500_000, systems: 5000, days: 40_000, digests: 200_000 };

function refuse(fault: string): never {
  throw new Error(`Cannot restore: ${fault}`);
}

/**
 * Checks a value from outside and returns the value as a backup. Throws an error whose one-line message names the fault
 * and the place of the fault.
 */
export function parseBackup(value: unknown): Backup {
  if (!isRecord(value) || value.format !== 'fingertip-ledger-backup') return refuse(backupFaults.foreign);
  if (value.version !== 1)
    return refuse(
      typeof value.version === 'number' && value.version > 1
        ? `version ${quoteValue(String(value.version))} ${backupFaults.newer}`
        : `version ${quoteValue(String(value.version))} is unknown`,
    );
  const known = ['format', 'version', 'sample', 'rows', 'systems', 'days', 'settings', 'digests'];
  for (const part of Object.keys(value)) if (!known.includes(part)) refuse(`part ${quoteValue(part)} is unknown`);
  const { rows, systems, days = [], settings = {}, digests = null, sample = false } = value;
  if (!Array.isArray(rows) || !Array.isArray(systems)) return refuse('rows or systems are missing');
  if (!Array.isArray(days)) return refuse('days are malformed');
  for (const [name, part] of [
    ['rows', rows],
    ['systems', systems],
    ['days', days],
  ] as const)
    if (part.length > maxRecords[name]) refuse(`${part.length} ${name} are more than a ledger can have`);
  if (!isBoolean(sample)) refuse('"sample" is malformed');

  const keys = checkSystems(systems);
  checkRows(rows, keys);
  checkDays(days, keys);
  const fault = findSettingsFault(settings);
  if (fault !== null) refuse(`settings: ${fault}`);
  if (digests !== null) checkDigests(digests, keys);
  const backup = { ...(value as object), sample, rows, systems, days, settings, digests } as unknown as Backup;
  return withoutRetiredReasons(backup);
}

const isRetired = (reason: string) => retiredDropReasons.includes(reason);

/** Returns the backup without counts under `retiredDropReasons`. */
function withoutRetiredReasons(backup: Backup): Backup {
  const summary = (day: DaySummary): DaySummary =>
    Object.keys(day.dropped).some(isRetired)
      ? { ...day, dropped: Object.fromEntries(Object.entries(day.dropped).filter(([reason]) => !isRetired(reason))) }
      : day;
  const part = (sealed: SealedPart): SealedPart => ({
    ...sealed,
    own: summary(sealed.own),
    exported: sealed.exported && summary(sealed.exported),
  });
  return {
    ...backup,
    rows: backup.rows.filter((row) => row.kind !== 'dropped' || !isRetired(row.reason)),
    days: backup.days.map((day) => ({ ...day, sealed: day.sealed.map(part) })),
  };
}

/** Checks the systems. Returns the keys of the systems. */
function checkSystems(systems: readonly unknown[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const hosts = new Set<string>();
  for (const [i, system] of systems.entries()) {
    const fault = findFault(system, systemFields);
    if (fault !== null) refuse(`system ${i + 1}: ${fault}`);
    const { key, host } = system as BackupSystem;
    if (keys.has(key) || hosts.has(host)) refuse(`system ${i + 1} appears twice`);
    keys.add(key);
    hosts.add(host);
  }
  return keys;
}

function checkRows(rows: readonly unknown[], keys: ReadonlySet<string>): void {
  const seen = new Map<string, Set<number>>();
  for (const [i, value] of rows.entries()) {
    const where = `row ${i + 1}`;
    const kind = isRecord(value) ? value.kind : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(rowFields, kind))
      refuse(`${where}: kind ${quoteValue(String(kind))} is unknown`);
    const fault = findFault(value, rowFields[kind as Row['kind']]);
    if (fault !== null) refuse(`${where}: ${fault}`);
    const row = value as Row;
    if (row.kind === 'span' && row.end < row.start) refuse(`${where}: it ends before it starts`);
    if ('system' in row && !keys.has(row.system)) refuse(`${where}: its system is not in the file`);
    if (dayOf(row.kind === 'span' ? row.start : row.at, row.timeZone) !== row.day)
      refuse(`${where}: its day does not match its time`);
    const seqs = seen.get(row.sourceId) ?? new Set<number>();
    if (seqs.has(row.seq)) refuse(`${where} appears twice`);
    seen.set(row.sourceId, seqs.add(row.seq));
  }
}

function checkDays(days: readonly unknown[], keys: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const [i, value] of days.entries()) {
    const where = `day ${i + 1}`;
    const fault = findFault(value, { day: dayField, sealed: arrayOf(isRecord, 1000) });
    if (fault !== null) refuse(`${where}: ${fault}`);
    const record = value as BackupDay;
    if (seen.has(record.day)) refuse(`${where} appears twice`);
    seen.add(record.day);
    for (const part of record.sealed) {
      const partFault = findFault(part, partFields);
      if (partFault !== null) refuse(`${where}: ${partFault}`);
      for (const summary of part.exported === null ? [part.own] : [part.own, part.exported]) {
        const summaryFault = findFault(summary, summaryFields);
        if (summaryFault !== null) refuse(`${where}: ${summaryFault}`);
        if (summary.day !== record.day) refuse(`${where}: a summary is of another day`);
        if (systemsOf(summary).some((key) => !keys.has(key))) refuse(`${where}: a system is not in the file`);
      }
      if (part.repeats.some((line) => line.systems.some((key) => !keys.has(key))))
        refuse(`${where}: a system is not in the file`);
    }
  }
}

/** Returns all system keys in a summary. */
const systemsOf = (day: DaySummary): readonly string[] => [
  ...day.systems.map((s) => s.id),
  ...day.quarterHours.map((q) => q.system),
  ...day.families.flatMap((f) => f.systems),
  ...day.fieldKinds.flatMap((f) => f.systems),
];

function checkDigests(digests: unknown, keys: ReadonlySet<string>): void {
  const fault = findFault(digests, { keys: isRecord, rows: arrayOf(isRecord, maxRecords.digests) });
  if (fault !== null) refuse(`digests: ${fault}`);
  const { keys: digestKeys, rows } = digests as BackupDigests;
  for (const [id, bytes] of Object.entries(digestKeys))
    if (!/^(labels|values \d{1,6})$/.test(id) || !arrayOf(integerUpTo(255), 64)(bytes) || bytes.length < 16)
      refuse(`digests: key ${quoteValue(id)} is malformed`);
  for (const [i, row] of rows.entries()) {
    const rowFault = findFault(row, digestFields);
    if (rowFault !== null) refuse(`digest ${i + 1}: ${rowFault}`);
    if (row.systems.some((key) => !keys.has(key))) refuse(`digest ${i + 1}: a system is not in the file`);
  }
}
