/** What each record of a backup looks like, field by field; a field that is added elsewhere does not compile here until it has its check. */

import {
  type Check,
  count,
  faultIn,
  flag,
  isRecord,
  list,
  maybe,
  nullOr,
  number,
  oneOf,
  shape,
  tableOf,
} from '../checks.ts';
import { type DaySummary, purposes, type QuarterHour, type SystemDay } from '../days/day-summary.ts';
import type { SealedPart } from '../days/roll-up.ts';
import {
  actFeatures,
  burdenForms,
  dropReasons,
  entryWays,
  leadTimes,
  phoneBurdens,
  type Row,
  type RowOf,
  repeatVerdicts,
  spanSorts,
  submissionOutcomes,
} from '../events.ts';
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import type { Settings } from '../settings.ts';
import type { BackupSystem } from './backup-format.ts';

type Fields<T> = { readonly [K in keyof Required<T>]: Check };

const dayMs = 86_400_000;

const matches =
  (pattern: RegExp): Check =>
  (v) =>
    typeof v === 'string' && pattern.test(v);
const word = matches(/^[a-z][a-z0-9-]{0,63}$/);
const key = matches(/^[0-9a-f]{12}$/);
const sourceId = matches(/^[0-9a-f]{16}$/);
/** Labels are told by their dots alone: a pattern that may cut a label anywhere takes for ever over a long one. */
const hostPattern =
  /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/;
const host: Check = (v) => typeof v === 'string' && v.length <= 260 && hostPattern.test(v);
/** Wall times up to the year 2100. */
const at = number(4_102_444_800_000);
const ms = number(dayMs);
/** A day of 25 hours, on which summer time ends. */
const ofDay = number(25 * 3_600_000);
const many = count(1e9);
export const dayField: Check = (v) =>
  typeof v === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(v) &&
  Number.isFinite(Date.parse(v)) &&
  new Date(v).toISOString().startsWith(v);

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
    return false; // a RangeError is how a zone is unknown
  }
}

const identity = { sourceId, seq: count(Number.MAX_SAFE_INTEGER), day: dayField, timeZone };
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
  idle: { ...identity, kind: oneOf(['idle']), at, state: oneOf(['active', 'idle', 'locked']) },
  entry: {
    ...identity,
    kind: oneOf(['entry']),
    at,
    system: key,
    way: oneOf(entryWays.filter((way) => way !== 'script')),
    fieldKind: nullOr(word),
    label: nullOr(key),
    eligible: flag,
    repeat: oneOf(repeatVerdicts),
    carried: maybe((v) => v === true),
    characters: count(1e7),
    focusMs: ms,
  },
  submission: {
    ...identity,
    kind: oneOf(['submission']),
    at,
    system: key,
    outcome: oneOf(submissionOutcomes),
    family: nullOr(key),
    fieldKinds: list(word, 1000),
    fields: many,
    eligible: many,
    repeated: many,
    ms,
    nearDuplicate: flag,
  },
  table: {
    ...identity,
    kind: oneOf(['table']),
    at,
    sort: oneOf(['paste', 'template', 'import', 'export']),
    cells: count(1e7),
    system: key,
  },
  act: {
    ...identity,
    kind: oneOf(['act']),
    at,
    form: oneOf(burdenForms),
    feature: maybe(oneOf(actFeatures)),
    lead: maybe(oneOf(leadTimes)),
    count: count(1000),
    ms,
    system: key,
  },
  login: { ...identity, kind: oneOf(['login']), at, system: key },
  self: { ...identity, kind: oneOf(['self']), at, burden: oneOf(phoneBurdens), minutes: nullOr(number(1440)) },
  dropped: { ...identity, kind: oneOf(['dropped']), at, reason: oneOf(dropReasons), count: count(1e6) },
};

export const systemFields: Fields<BackupSystem> = {
  key,
  host,
  catalogueId: nullOr(matches(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  kind: word,
  purpose: nullOr(oneOf(purposes)),
  exempt: flag,
};

const systemDay: Fields<SystemDay> = {
  id: key,
  catalogueId: nullOr(matches(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  kind: word,
  purpose: nullOr(oneOf(purposes)),
  activeMs: ofDay,
  watchingMs: ofDay,
  unattendedMs: ofDay,
  backgroundPlayMs: ofDay,
  visits: many,
  entries: many,
  submissions: many,
  acts: many,
};
const quarter = number(900_000);
const quarterHour: Fields<QuarterHour> = {
  start: (v) => count(1500)(v) && (v as number) % 15 === 0,
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
  focusMs: number(1e12),
  repeatFocusMs: number(1e12),
  pasted: many,
  carried: many,
  retypedCharacters: number(1e12),
};
const submissions: Fields<DaySummary['submissions']> = {
  total: many,
  failed: many,
  drafts: many,
  nearDuplicate: many,
  ms: number(1e12),
  repeatMs: number(1e12),
};
const family: Fields<DaySummary['families'][number]> = {
  id: key,
  systems: list(key, 5000),
  submissions: many,
  ms: number(1e12),
};
const fieldKind: Fields<DaySummary['fieldKinds'][number]> = {
  kind: word,
  systems: list(key, 5000),
  entries: many,
  repeats: many,
};
export const summaryFields: Fields<DaySummary> = {
  day: dayField,
  timeZone,
  definitionsVersion: count(1000),
  systems: list(shape(systemDay), 5000),
  quarterHours: list(shape(quarterHour), 100_000),
  attentionMs: ofDay,
  afterHoursMs: ofDay,
  standardAfterHoursMs: ofDay,
  entries: shape(entries),
  submissions: shape(submissions),
  families: list(shape(family), 100_000),
  fieldKinds: list(shape(fieldKind), 10_000),
  tables: shape({ pastes: many, cells: number(1e12), exports: many, imports: many, roundTrips: many }),
  acts: tableOf(burdenForms, shape({ count: many, ms: number(1e12) })),
  features: maybe(
    list(
      shape({
        system: key,
        form: oneOf(burdenForms),
        feature: oneOf([...actFeatures, 'media']),
        count: many,
        ms: number(1e12),
      }),
      100_000,
    ),
  ),
  leadTimes: maybe(tableOf(leadTimes, many)),
  fragmentation: shape({ systems: many, switches: many, logins: many }),
  selfReported: tableOf(phoneBurdens, shape({ count: many, minutes: number(1e9) })),
  dropped: tableOf(dropReasons, many),
};
const repeatLine: Fields<RepeatLine> = {
  fieldKind: nullOr(word),
  label: nullOr(key),
  entries: many,
  repeatSameSystem: many,
  repeatOtherSystem: many,
  systems: list(key, 5000),
  lastWeek: count(50_000),
  focusMs: number(1e12),
};
export const partFields: Fields<SealedPart> = {
  sourceId,
  through: count(Number.MAX_SAFE_INTEGER),
  rows: count(1e7),
  by: matches(/^[\x20-\x7e]{1,200}$/),
  own: isRecord,
  exported: nullOr(isRecord),
  repeats: list(shape(repeatLine), 100_000),
};

/** Minutes after midnight, in order, none overlapping the next. */
const partsOfDay: Check = (v) =>
  Array.isArray(v) &&
  v.length <= 12 &&
  v.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(count(1440)) && pair[0] < pair[1]) &&
  v.every((pair, i) => i === 0 || (v[i - 1] as [number, number])[1] <= pair[0]);
/** A field kind, or a label's digest. */
const item: Check = matches(/^(label [0-9a-f]{12}|[a-z-]{1,40})$/);

const settingFields: Fields<Settings> = {
  consent: nullOr(count(1000)),
  pausedUntil: (v) => v === null || v === 'resume' || at(v),
  hours: partsOfDay,
  idleMs: (v) => v === 60_000 || v === 120_000 || v === 300_000,
  retentionDays: (v) => v === 7 || v === 35 || v === 100,
  backgroundPlay: flag,
  record: oneOf(['time', 'counts', 'repeats']),
  repeatsThisSessionOnly: flag,
  language: oneOf(['zh-CN', 'zh-TW', 'en', 'browser']),
  appearance: oneOf(['light', 'dark', 'system']),
  largerText: flag,
  hatchesAlways: flag,
  discreet: flag,
  badge: flag,
  quiet: partsOfDay,
  repeatView: shape({
    hidden: list(item, 1000),
    apart: list(item, 1000),
    merged: (v) => isRecord(v) && Object.keys(v).length <= 1000 && Object.entries(v).every((pair) => pair.every(item)),
  }),
};
export const digestFields = {
  digest: matches(/^\d{1,6} [a-z-]{1,20} [0-9a-f]{6}$/),
  systems: list(key, 5000),
  week: count(50_000),
};

/** What is wrong with settings, or null. A field that is absent keeps its default. */
export const faultInSettings = (v: unknown): string | null =>
  faultIn(v, Object.fromEntries(Object.entries(settingFields).map(([name, check]) => [name, maybe(check)])));
