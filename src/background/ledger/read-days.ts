/** Days as they are read: closed ones from their roll-ups, made when they are first wanted; today from its rows. */

import { type DaySummary, definitionsVersion } from '../../core/days/day-summary.ts';
import { foldDay } from '../../core/days/fold-day.ts';
import { mergeDays, mergeRepeatLines } from '../../core/days/merge-days.ts';
import type { RollUp } from '../../core/days/roll-up.ts';
import { withHosts } from '../../core/days/with-hosts.ts';
import type { Day, LogEvent, Row, SystemKey } from '../../core/events.ts';
import { type RepeatLine, repeatLedger } from '../../core/forms/repeat-ledger.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { dayOf, nextDay, previousDay, startOfDay } from '../../core/time/local-time.ts';
import { isRestDay } from '../../core/time/workdays.ts';
import { watched } from './database.ts';
import { type DayRecord, daysOf } from './day-records.ts';
import { lastIdle, readRows } from './rows.ts';
import { type Answering, readSettings } from './worker-context.ts';

/** Raised when the fold gives other numbers or fields for the same rows, so that days whose rows are here follow. */
const foldVersion = 2;

type Definitions = Pick<Settings, 'idleMs' | 'hours'>;
export const nameOf = ({ idleMs, hours }: Definitions) =>
  `${definitionsVersion}.${foldVersion} ${idleMs} ${hours.join(' ')}`;

/** What a day comes to, from the rows of one ledger that touch it. */
function fold(day: Day, rows: readonly LogEvent[], timeZone: string, by: Definitions): RollUp {
  const start = startOfDay(day, timeZone);
  const end = startOfDay(nextDay(day), timeZone);
  const context = { day, timeZone, start, end, restDay: isRestDay(day) };
  const summary = ({ idleMs, hours }: Definitions) => foldDay(rows, new Map(), { ...context, idleMs, hours });
  return {
    by: nameOf(by),
    own: summary(by),
    exported: by.idleMs === defaultSettings.idleMs ? null : summary(defaultSettings),
    repeats: repeatLedger(rows.filter((row) => row.kind === 'entry' && row.at >= start && row.at < end)),
  };
}

/** Rows by the ledger that wrote them, sources in order. */
export function bySource(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const sources = new Map<string, Row[]>();
  for (const row of rows) {
    const known = sources.get(row.sourceId);
    if (known === undefined) sources.set(row.sourceId, [row]);
    else known.push(row);
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows that no sealed part of the day stands for already. */
export function uncovered(record: DayRecord | undefined, rows: readonly Row[]): readonly Row[] {
  if (record === undefined || record.sealed.length === 0) return rows;
  return rows.filter((row) => !record.sealed.some((p) => p.sourceId === row.sourceId && row.seq <= p.through));
}

/** One roll-up a source; `open` are checkpoints of this browser, `own` the id of its ledger. */
export function foldSources(
  day: Day,
  rows: readonly Row[],
  by: Definitions,
  zone: string,
  open: readonly LogEvent[] = [],
  own = '',
): ReadonlyMap<string, RollUp> {
  const sources = new Map<string, readonly LogEvent[]>(bySource(rows));
  if (open.length > 0) sources.set(own, [...(sources.get(own) ?? []), ...open]);
  const ups = new Map<string, RollUp>();
  for (const [source, events] of sources) {
    const mine = (events as readonly Partial<Row>[]).find((row) => row.day === day);
    ups.set(source, fold(day, events, mine?.timeZone ?? zone, by));
  }
  return ups;
}

function unite(ups: readonly RollUp[]): RollUp | null {
  const [first, ...more] = ups;
  if (first === undefined || more.length === 0) return first ?? null;
  const merged = (of: (up: RollUp) => DaySummary) => mergeDays([of(first), ...more.map(of)]);
  return {
    by: first.by,
    own: merged((up) => up.own),
    exported: ups.every((up) => up.exported === null) ? null : merged((up) => up.exported ?? up.own),
    repeats: mergeRepeatLines(ups.map((up) => up.repeats)),
  };
}

/** The rows that touch a day: its own, those of the day before that reach into it, and whether anybody was there. */
export async function rowsTouching(at: Pick<Answering, 'db'>, day: Day): Promise<Row[]> {
  const rows = await readRows(at.db, previousDay(day), day);
  const idle = await lastIdle(at.db, previousDay(day));
  return [...(idle === null ? [] : [idle]), ...rows.filter((row) => row.kind === 'idle' || daysOf(row).includes(day))];
}

export const isFresh = (record: DayRecord, by: string): boolean =>
  record.folded === record.touched && (record.live === null || record.live.by === by);

/** Folds a closed day and stores its roll-up, unless its rows changed meanwhile. */
export async function rollUp(
  at: Pick<Answering, 'db' | 'clock'>,
  record: DayRecord,
  by: Definitions,
): Promise<DayRecord> {
  const rows = uncovered(record, await rowsTouching(at, record.day));
  const isBare = !rows.some((row) => daysOf(row).includes(record.day));
  const live = isBare ? null : unite([...foldSources(record.day, rows, by, at.clock.timeZone()).values()]);
  const folded = { ...record, live, folded: record.touched };
  const tx = at.db.transaction('days', 'readwrite');
  watched(tx);
  const now = await tx.store.get(record.day);
  if (now !== undefined && now.touched === record.touched) {
    if (live === null && record.sealed.length === 0) await tx.store.delete(record.day);
    else await tx.store.put(folded);
  }
  await tx.done;
  return folded;
}

interface Read {
  readonly day: Day;
  readonly parts: readonly [RollUp, ...RollUp[]];
}

/** Every day from `from` to `to`, both included, that has anything. */
async function readParts(at: Answering, from: Day, to: Day): Promise<Read[]> {
  const { db, clock } = at;
  const timeZone = clock.timeZone();
  const today = dayOf(clock.now(), timeZone);
  const settings = await readSettings(db);
  const open = to >= previousDay(today) ? await at.checkpoints() : [];
  const own = ((await db.get('meta', 'sourceId')) as string | undefined) ?? '';
  const isOpen = (day: Day) => {
    const start = startOfDay(day, timeZone);
    const end = startOfDay(nextDay(day), timeZone);
    return open.some((e) => e.kind === 'span' && e.end > start && e.start < end);
  };
  const found = new Map((await db.getAll('days', IDBKeyRange.bound(from, to))).map((record) => [record.day, record]));
  for (const day of [previousDay(today), today])
    if (day >= from && day <= to && !found.has(day) && isOpen(day))
      found.set(day, { day, systems: [], touched: 1, folded: 0, live: null, sealed: [] });
  const read: Read[] = [];
  for (const record of [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const { day, sealed } = record;
    let live: RollUp | null;
    if (day >= today || isOpen(day)) {
      const rows = uncovered(record, await rowsTouching(at, day));
      const isBare = !rows.some((row) => daysOf(row).includes(day)) && !isOpen(day);
      live = isBare ? null : unite([...foldSources(day, rows, settings, timeZone, open, own).values()]);
    } else live = (isFresh(record, nameOf(settings)) ? record : await rollUp(at, record, settings)).live;
    const [first, ...more] = live === null ? sealed : [...sealed, live];
    if (first !== undefined) read.push({ day, parts: [first, ...more] });
  }
  return read;
}

/** Summaries of the days from `from` to `to`, both included; `exported` by the fixed definitions of an export. */
export async function readDays(at: Answering, from: Day, to: Day, exported = false): Promise<DaySummary[]> {
  const systems = new Map((await at.db.getAll('systems')).map((s) => [s.key, s]));
  const of = (up: RollUp) => (exported ? standard(up.exported ?? up.own) : up.own);
  return (await readParts(at, from, to)).map(({ parts: [first, ...more] }) =>
    withHosts(mergeDays([of(first), ...more.map(of)]), systems),
  );
}

/** The owner's own hours change no exported figure. */
const standard = (day: DaySummary): DaySummary => ({ ...day, afterHoursMs: day.standardAfterHoursMs });

/** The ledger of repeats over days, systems by host. */
export async function readRepeats(at: Answering, from: Day, to: Day): Promise<RepeatLine[]> {
  const hosts = new Map((await at.db.getAll('systems')).map((s) => [s.key as string, s.host]));
  const lines = mergeRepeatLines((await readParts(at, from, to)).flatMap(({ parts }) => parts.map((up) => up.repeats)));
  return lines.map((line) => ({
    ...line,
    systems: line.systems.map((key) => (hosts.get(key) ?? key) as SystemKey),
  }));
}
