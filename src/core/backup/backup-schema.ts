/**
 * The schema of backups: one check for each field of every record. When a field is added to the type of a record, this
 * file does not compile until the field has a check.
 */

import {
  arrayOf,
  type Check,
  findFault,
  instant,
  integerUpTo,
  isBoolean,
  isRecord,
  memberOf,
  nullable,
  numberUpTo,
  objectOf,
  oneOf,
  optional,
  recordOf,
} from '../checks.ts';
import { type DaySummary, purposes, type QuarterHour, quarterMs, type SystemDay } from '../days/day-summary.ts';
import type { SealedPart } from '../days/roll-up.ts';
import {
  actFeatures,
  burdenForms,
  dropReasons,
  entryWays,
  idleStates,
  leadTimes,
  phoneBurdens,
  type Row,
  type RowOf,
  repeatVerdicts,
  spanSorts,
  submissionOutcomes,
  tableMoves,
} from '../events.ts';
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import { appearances, idleChoices, languages, recordLevels, retentionChoices, type Settings } from '../settings.ts';
import type { BackupSystem } from './backup-format.ts';

/** One check per field. */
type Fields<T> = { readonly [K in keyof Required<T>]: Check };

const dayMs = 86_400_000;

const matches =
  (pattern: RegExp): Check =>
  (v) =>
    typeof v === 'string' && pattern.test(v);
const word = matches(/^[a-z][a-z0-9-]{0,63}$/);
const key = matches(/^[0-9a-f]{12}$/);
const sourceId = matches(/^[0-9a-f]{16}$/);
/**
 * Each character of a host can match only one part of the pattern. Otherwise a long label would make the match
 * exponentially slow.
 */
const hostPattern =
  /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/;
const host: Check = (v) => typeof v === 'string' && v.length <= 260 && hostPattern.test(v);
const at = instant;
/** A duration of at most a day. */
const ms = numberUpTo(dayMs);
/** A duration of at most 25 hours, the length of a day on which summer time ends. */
const msOfDay = numberUpTo(25 * 3_600_000);
const many = integerUpTo(1e9);
/** A calendar day, `YYYY-MM-DD`, that exists. */
export const dayField: Check = (v) =>
  typeof v === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(v) &&
  Number.isFinite(Date.parse(v)) &&
  new Date(v).toISOString().startsWith(v);

/** Earlier results of `isZone` by the name of the zone. They are kept because this check is slow. */
const zones = new Map<string, boolean>();
const timeZone: Check = (v) => {
  if (typeof v !== 'string' || !/^[A-Za-z0-9_+/-]{1,64}$/.test(v)) return false;
  let known = zones.get(v);
  if (known === undefined) {
    known = isZone(v);
    if (zones.size < 1000) zones.set(v, known);
  }
  return known;
};
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // `Intl` throws a RangeError for an unknown zone.
  }
}

/**
 * Reasons for lost data that earlier schemas allowed but no version ever wrote. A backup may hold them. `parseBackup`
 * leaves them out, because the ledger and its screens handle only `dropReasons`.
 */
export const retiredDropReasons: readonly string[] = ['unknown-frame', 'paused', 'storage', 'secrecy', 'unresolved'];
const readableDropReasons = [...dropReasons, ...retiredDropReasons];

const identity = { sourceId, seq: integerUpTo(Number.MAX_SAFE_INTEGER), day: dayField, timeZone };
/** The fields of each kind of row. */
export const rowFields: { readonly [K in Row['kind']]: Fields<RowOf<K>> } = {
  span: {
    ...identity,
    kind: oneOf(['span']),
    of: oneOf(spanSorts),
    start: at,
    end: at,
    system: key,
    tab: matches(/^.{1,80}$/),
  },
  idle: { ...identity, kind: oneOf(['idle']), at, state: oneOf(idleStates) },
  entry: {
    ...identity,
    kind: oneOf(['entry']),
    at,
    system: key,
    way: oneOf(entryWays.filter((way) => way !== 'script')),
    fieldKind: nullable(word),
    label: nullable(key),
    eligible: isBoolean,
    repeat: oneOf(repeatVerdicts),
    carried: optional((v) => v === true),
    characters: integerUpTo(1e7),
    focusMs: ms,
  },
  submission: {
    ...identity,
    kind: oneOf(['submission']),
    at,
    system: key,
    outcome: oneOf(submissionOutcomes),
    family: nullable(key),
    fieldKinds: arrayOf(word, 1000),
    fields: many,
    eligible: many,
    repeated: many,
    ms,
    nearDuplicate: isBoolean,
  },
  table: {
    ...identity,
    kind: oneOf(['table']),
    at,
    sort: oneOf(tableMoves),
    cells: integerUpTo(1e7),
    system: key,
  },
  act: {
    ...identity,
    kind: oneOf(['act']),
    at,
    form: oneOf(burdenForms),
    feature: optional(oneOf(actFeatures)),
    lead: optional(oneOf(leadTimes)),
    count: integerUpTo(1000),
    ms,
    system: key,
  },
  login: { ...identity, kind: oneOf(['login']), at, system: key },
  self: { ...identity, kind: oneOf(['self']), at, burden: oneOf(phoneBurdens), minutes: nullable(numberUpTo(1440)) },
  dropped: { ...identity, kind: oneOf(['dropped']), at, reason: oneOf(readableDropReasons), count: integerUpTo(1e6) },
};

/** The fields of a system. */
export const systemFields: Fields<BackupSystem> = {
  key,
  host,
  catalogueId: nullable(matches(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  kind: word,
  purpose: nullable(oneOf(purposes)),
  exempt: isBoolean,
};

const systemDay: Fields<SystemDay> = {
  id: key,
  catalogueId: nullable(matches(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  kind: word,
  purpose: nullable(oneOf(purposes)),
  activeMs: msOfDay,
  watchingMs: msOfDay,
  unattendedMs: msOfDay,
  backgroundPlayMs: msOfDay,
  visits: many,
  entries: many,
  submissions: many,
  acts: many,
};
const quarter = numberUpTo(quarterMs);
const quarterHour: Fields<QuarterHour> = {
  start: (v) => integerUpTo(1500)(v) && (v as number) % 15 === 0,
  system: key,
  activeMs: quarter,
  watchingMs: quarter,
  afterHoursMs: quarter,
};
const entries: Fields<DaySummary['entries']> = {
  total: many,
  eligible: many,
  repeatSameSystem: many,
  repeatOtherSystem: many,
  focusMs: numberUpTo(1e12),
  repeatFocusMs: numberUpTo(1e12),
  pasted: many,
  carried: many,
  retypedCharacters: numberUpTo(1e12),
};
const submissions: Fields<DaySummary['submissions']> = {
  total: many,
  failed: many,
  drafts: many,
  nearDuplicate: many,
  ms: numberUpTo(1e12),
  repeatMs: numberUpTo(1e12),
};
const family: Fields<DaySummary['families'][number]> = {
  id: key,
  systems: arrayOf(key, 5000),
  submissions: many,
  ms: numberUpTo(1e12),
};
const fieldKind: Fields<DaySummary['fieldKinds'][number]> = {
  kind: word,
  systems: arrayOf(key, 5000),
  entries: many,
  repeats: many,
};
/** The fields of a day summary, with systems named by key. */
export const summaryFields: Fields<DaySummary> = {
  day: dayField,
  timeZone,
  definitionsVersion: integerUpTo(1000),
  systems: arrayOf(objectOf(systemDay), 5000),
  quarterHours: arrayOf(objectOf(quarterHour), 100_000),
  attentionMs: msOfDay,
  afterHoursMs: msOfDay,
  standardAfterHoursMs: msOfDay,
  entries: objectOf(entries),
  submissions: objectOf(submissions),
  families: arrayOf(objectOf(family), 100_000),
  fieldKinds: arrayOf(objectOf(fieldKind), 10_000),
  tables: objectOf({ pastes: many, cells: numberUpTo(1e12), exports: many, imports: many, roundTrips: many }),
  acts: recordOf(burdenForms, objectOf({ count: many, ms: numberUpTo(1e12) })),
  features: optional(
    arrayOf(
      objectOf({
        system: key,
        form: oneOf(burdenForms),
        feature: oneOf([...actFeatures, 'media']),
        count: many,
        ms: numberUpTo(1e12),
      }),
      100_000,
    ),
  ),
  leadTimes: optional(recordOf(leadTimes, many)),
  fragmentation: objectOf({ systems: many, switches: many, logins: many }),
  selfReported: recordOf(phoneBurdens, objectOf({ count: many, minutes: numberUpTo(1e9) })),
  dropped: recordOf(readableDropReasons, many),
};
const repeatLine: Fields<RepeatLine> = {
  fieldKind: nullable(word),
  label: nullable(key),
  entries: many,
  repeatSameSystem: many,
  repeatOtherSystem: many,
  systems: arrayOf(key, 5000),
  lastWeek: integerUpTo(50_000),
  focusMs: numberUpTo(1e12),
};
/** The fields of a sealed part. The fields of its summaries are in `summaryFields`. */
export const partFields: Fields<SealedPart> = {
  sourceId,
  through: integerUpTo(Number.MAX_SAFE_INTEGER),
  rows: integerUpTo(1e7),
  by: matches(/^[\x20-\x7e]{1,200}$/),
  own: isRecord,
  exported: nullable(isRecord),
  repeats: arrayOf(objectOf(repeatLine), 100_000),
};

/** Periods of a day in minutes after midnight, in order, without overlaps. */
const partsOfDay: Check = (v) =>
  Array.isArray(v) &&
  v.length <= 12 &&
  v.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(integerUpTo(1440)) && pair[0] < pair[1]) &&
  v.every((pair, i) => i === 0 || (v[i - 1] as [number, number])[1] <= pair[0]);
/** An item of the ledger of repeats: a field kind, or a label's digest. */
const item: Check = matches(/^(label [0-9a-f]{12}|[a-z-]{1,40})$/);

const settingFields: Fields<Settings> = {
  consent: nullable(integerUpTo(1000)),
  pausedUntil: (v) => v === null || v === 'resume' || at(v),
  hours: partsOfDay,
  idleMs: memberOf(idleChoices),
  retentionDays: memberOf(retentionChoices),
  backgroundPlay: isBoolean,
  record: oneOf(recordLevels),
  repeatsThisSessionOnly: isBoolean,
  language: oneOf([...languages, 'browser']),
  appearance: oneOf(appearances),
  largerText: isBoolean,
  hatchesAlways: isBoolean,
  discreet: isBoolean,
  badge: isBoolean,
  quiet: partsOfDay,
  repeatView: objectOf({
    hidden: arrayOf(item, 1000),
    apart: arrayOf(item, 1000),
    merged: (v) => isRecord(v) && Object.keys(v).length <= 1000 && Object.entries(v).every((pair) => pair.every(item)),
  }),
};
/** The fields of a digest. */
export const digestFields = {
  digest: matches(/^\d{1,6} [a-z-]{1,20} [0-9a-f]{6}$/),
  systems: arrayOf(key, 5000),
  week: integerUpTo(50_000),
};

/** Returns what is wrong with settings, or null. A missing field is allowed. */
export const findSettingsFault = (v: unknown): string | null =>
  findFault(v, Object.fromEntries(Object.entries(settingFields).map(([name, check]) => [name, optional(check)])));
