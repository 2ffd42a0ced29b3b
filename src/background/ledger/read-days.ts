/**
 * Reads the figures of days. A closed day is read from its roll-up, which is computed at the first read. Today is
 * folded from its rows at every read.
 */

import { type DaySummary, definitionsVersion } from '../../core/days/day-summary.ts';
import { foldDay } from '../../core/days/fold/fold-day.ts';
import { mergeDays, mergeRepeatLines } from '../../core/days/merge-days.ts';
import type { RollUp } from '../../core/days/roll-up.ts';
import { withHosts } from '../../core/days/with-hosts.ts';
import type { Day, LogEvent, Row, SystemKey } from '../../core/events.ts';
import { type RepeatLine, repeatLedger } from '../../core/forms/repeat-ledger.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import { isRestDay } from '../../core/time/workdays.ts';
import { readSettings } from './choices.ts';
import { markDoneHandled } from './database.ts';
import { type DayRecord, daysOf, emptyRecord } from './day-records.ts';
import { lastIdle, readRows } from './rows.ts';
import type { LedgerContext } from './worker-context.ts';

/**
 * The version of the fold. Raise it when the fold gives other figures or fields for the same rows. A new version
 * invalidates the stored roll-ups.
 */
const foldVersion = 2;

/** The settings that change a day's figures. */
type Definitions = Pick<Settings, 'idleMs' | 'hours'>;

/** Returns a text that identifies the definitions of a roll-up. It is stored in the field `by` of the roll-up. */
export const definitionsKey = ({ idleMs, hours }: Definitions) =>
  `${definitionsVersion}.${foldVersion} ${idleMs} ${hours.join(' ')}`;

/** Computes the roll-up of a day from those rows of one source that touch the day. */
function fold(day: Day, rows: readonly LogEvent[], timeZone: string, definitions: Definitions): RollUp {
  const start = startOfDay(day, timeZone);
  const end = startOfDay(nextDay(day), timeZone);
  const context = { day, timeZone, start, end, restDay: isRestDay(day) };
  const summary = ({ idleMs, hours }: Definitions) => foldDay(rows, new Map(), { ...context, idleMs, hours });
  return {
    by: definitionsKey(definitions),
    own: summary(definitions),
    exported: definitions.idleMs === defaultSettings.idleMs ? null : summary(defaultSettings),
    repeats: repeatLedger(rows.filter((row) => row.kind === 'entry' && row.at >= start && row.at < end)),
  };
}

/** Groups rows by the ledger that wrote them (their source), ordered by source. */
export function groupBySource(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const sources = new Map<string, Row[]>();
  for (const row of rows) {
    const known = sources.get(row.sourceId);
    if (known === undefined) sources.set(row.sourceId, [row]);
    else known.push(row);
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the rows that no sealed part of the day covers. */
export function withoutSealed(record: DayRecord | undefined, rows: readonly Row[]): readonly Row[] {
  if (record === undefined || record.sealed.length === 0) return rows;
  return rows.filter((row) => !record.sealed.some((p) => p.sourceId === row.sourceId && row.seq <= p.through));
}

/**
 * Returns one roll-up for each source. `open` holds the open spans from this browser's checkpoints. They are added to
 * the rows of `ownSource`, the source id of this browser's ledger.
 */
export function foldSources(
  day: Day,
  rows: readonly Row[],
  definitions: Definitions,
  timeZone: string,
  open: readonly LogEvent[] = [],
  ownSource = '',
): ReadonlyMap<string, RollUp> {
  const sources = new Map<string, readonly LogEvent[]>(groupBySource(rows));
  if (open.length > 0) sources.set(ownSource, [...(sources.get(ownSource) ?? []), ...open]);
  const rollUps = new Map<string, RollUp>();
  for (const [source, events] of sources) {
    const rowOfDay = (events as readonly Partial<Row>[]).find((row) => row.day === day);
    rollUps.set(source, fold(day, events, rowOfDay?.timeZone ?? timeZone, definitions));
  }
  return rollUps;
}

/** Merges the roll-ups of several sources into one. Returns null when there are none. */
function mergeRollUps(rollUps: readonly RollUp[]): RollUp | null {
  const [first, ...more] = rollUps;
  if (first === undefined || more.length === 0) return first ?? null;
  const merged = (pick: (rollUp: RollUp) => DaySummary) => mergeDays([pick(first), ...more.map(pick)]);
  return {
    by: first.by,
    own: merged((rollUp) => rollUp.own),
    exported: rollUps.every((rollUp) => rollUp.exported === null)
      ? null
      : merged((rollUp) => rollUp.exported ?? rollUp.own),
    repeats: mergeRepeatLines(rollUps.map((rollUp) => rollUp.repeats)),
  };
}

/**
 * Returns the rows that a day is folded from: the rows of this day, spans that reach into this day from the previous
 * day, and the `idle` rows that apply to this day.
 */
export async function rowsTouching(ctx: Pick<LedgerContext, 'db'>, day: Day): Promise<Row[]> {
  const rows = await readRows(ctx.db, previousDay(day), day);
  const idle = await lastIdle(ctx.db, previousDay(day));
  return [...(idle === null ? [] : [idle]), ...rows.filter((row) => row.kind === 'idle' || daysOf(row).includes(day))];
}

/** Whether a record's roll-up is up to date with its rows and was made with these definitions. */
export const isFresh = (record: DayRecord, key: string): boolean =>
  record.folded === record.touched && (record.live === null || record.live.by === key);

/** Folds a closed day and stores its roll-up, unless its rows have changed meanwhile. Returns the new record. */
export async function rollUp(
  ctx: Pick<LedgerContext, 'db' | 'clock'>,
  record: DayRecord,
  definitions: Definitions,
): Promise<DayRecord> {
  const rows = withoutSealed(record, await rowsTouching(ctx, record.day));
  const hasNothing = !rows.some((row) => daysOf(row).includes(record.day));
  const live = hasNothing
    ? null
    : mergeRollUps([...foldSources(record.day, rows, definitions, ctx.clock.timeZone()).values()]);
  const folded = { ...record, live, folded: record.touched };
  const tx = ctx.db.transaction('days', 'readwrite');
  markDoneHandled(tx);
  const current = await tx.store.get(record.day);
  if (current !== undefined && current.touched === record.touched) {
    if (live === null && record.sealed.length === 0) await tx.store.delete(record.day);
    else await tx.store.put(folded);
  }
  await tx.done;
  return folded;
}

interface DayParts {
  readonly day: Day;
  readonly parts: readonly [RollUp, ...RollUp[]];
}

/** Returns the roll-ups of every day from `from` to `to`, both included. Leaves out empty days. */
async function readParts(ctx: LedgerContext, from: Day, to: Day): Promise<DayParts[]> {
  const { db, clock } = ctx;
  const timeZone = clock.timeZone();
  const today = dayOf(clock.now(), timeZone);
  const settings = await readSettings(db);
  const open = to >= previousDay(today) ? await ctx.readCheckpoints() : [];
  const ownSource = ((await db.get('meta', 'sourceId')) as string | undefined) ?? '';
  const isOpen = (day: Day) => {
    const start = startOfDay(day, timeZone);
    const end = startOfDay(nextDay(day), timeZone);
    return open.some((e) => e.kind === 'span' && e.end > start && e.start < end);
  };
  const found = new Map((await db.getAll('days', IDBKeyRange.bound(from, to))).map((record) => [record.day, record]));
  for (const day of [previousDay(today), today])
    if (day >= from && day <= to && !found.has(day) && isOpen(day)) found.set(day, emptyRecord(day));
  const daysRead: DayParts[] = [];
  for (const record of [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const { day, sealed } = record;
    let live: RollUp | null;
    if (day >= today || isOpen(day)) {
      const rows = withoutSealed(record, await rowsTouching(ctx, day));
      const hasNothing = !rows.some((row) => daysOf(row).includes(day)) && !isOpen(day);
      live = hasNothing
        ? null
        : mergeRollUps([...foldSources(day, rows, settings, timeZone, open, ownSource).values()]);
    } else live = (isFresh(record, definitionsKey(settings)) ? record : await rollUp(ctx, record, settings)).live;
    const [first, ...more] = live === null ? sealed : [...sealed, live];
    if (first !== undefined) daysRead.push({ day, parts: [first, ...more] });
  }
  return daysRead;
}

/**
 * Returns the summaries of the days from `from` to `to`, both included. Leaves out empty days. With `exported`, the
 * summaries use the fixed definitions of exported figures instead of the owner's settings.
 */
export async function readDays(ctx: LedgerContext, from: Day, to: Day, exported = false): Promise<DaySummary[]> {
  const systems = new Map((await ctx.db.getAll('systems')).map((s) => [s.key, s]));
  const summaryOf = (rollUp: RollUp) => (exported ? withStandardHours(rollUp.exported ?? rollUp.own) : rollUp.own);
  return (await readParts(ctx, from, to)).map(({ parts: [first, ...more] }) =>
    withHosts(mergeDays([summaryOf(first), ...more.map(summaryOf)]), systems),
  );
}

/** Replaces the after-hours figure for the owner's working hours with the figure for the standard working hours. */
const withStandardHours = (day: DaySummary): DaySummary => ({ ...day, afterHoursMs: day.standardAfterHoursMs });

/** Returns the ledger of repeats for the days from `from` to `to`, both included. Systems are given as hosts. */
export async function readRepeats(ctx: LedgerContext, from: Day, to: Day): Promise<RepeatLine[]> {
  const hosts = new Map((await ctx.db.getAll('systems')).map((s) => [s.key as string, s.host]));
  const lines = mergeRepeatLines(
    (await readParts(ctx, from, to)).flatMap(({ parts }) => parts.map((rollUp) => rollUp.repeats)),
  );
  return lines.map((line) => ({
    ...line,
    systems: line.systems.map((key) => (hosts.get(key) ?? key) as SystemKey),
  }));
}
