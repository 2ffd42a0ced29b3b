/** Days, months and repeats as they are read; a day or the last minutes taken back. */
import { foldDay } from '../../core/days.ts';
import type { Day, EpochMs, LogEvent, SystemKey } from '../../core/events.ts';
import { dayOf, isWeekend, nextDay, startOfDay } from '../../core/local-time.ts';
import { repeatLedger } from '../../core/repeat-ledger.ts';
import { defaultSettings } from '../../core/settings.ts';
import type { DaySummary } from '../../core/summary.ts';
import { type Answering, type Answers, readSettings } from '../answering.ts';
import { forgetWeek, readRows, removeRows } from '../log.ts';

/** Reads summaries of the days from `from` to `to`, both included; `exported` uses the fixed definitions. */
export async function readDays(at: Answering, from: Day, to: Day, exported = false): Promise<DaySummary[]> {
  const { db, clock } = at;
  const today = dayOf(clock.now(), clock.timeZone());
  const settings = exported ? defaultSettings : await readSettings(db);
  const timeZone = clock.timeZone();
  const systems = new Map((await db.getAll('systems')).map((s) => [s.key, s]));
  // A span may reach over midnight: the day before is read too.
  const before = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
  const rows: LogEvent[] = await readRows(db, before, to);
  const open = to >= today ? await at.checkpoints() : [];
  const all = [...rows, ...open];
  const days: DaySummary[] = [];
  for (let day = from; day <= to; day = nextDay(day)) {
    const start = startOfDay(day, timeZone);
    const end = startOfDay(nextDay(day), timeZone);
    if (!all.some((e) => (e.kind === 'span' ? e.end > start && e.start < end : e.at >= start && e.at < end))) continue;
    const { idleMs, hours } = settings;
    days.push(foldDay(all, systems, { day, timeZone, start, end, idleMs, hours, restDay: isWeekend(day) }));
  }
  return days;
}

export function dayAnswers(
  at: Answering,
): Answers<'day.read' | 'days.read' | 'repeats.read' | 'day.erase' | 'ledger.dropLast'> {
  const { db, clock } = at;
  return {
    'day.read': async (day) => {
      await at.settle();
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error(`Cannot read day "${day}": it must be YYYY-MM-DD`);
      const [found] = await readDays(at, day, day);
      if (found !== undefined) return found;
      const start = startOfDay(day, clock.timeZone());
      const context = { day, timeZone: clock.timeZone(), start, end: start, idleMs: 60_000, hours: [], restDay: false };
      return foldDay([], new Map(), context);
    },
    'days.read': (from, to) => readDays(at, from, to),
    'repeats.read': async (from, to) => {
      await at.settle();
      const hosts = new Map((await db.getAll('systems')).map((s) => [s.key as string, s.host]));
      return repeatLedger(await readRows(db, from, to)).map((line) => ({
        ...line,
        systems: line.systems.map((key) => (hosts.get(key) ?? key) as SystemKey),
      }));
    },
    'day.erase': async (day) => {
      await forgetWeek(db, day);
      return { rows: await removeRows(db, () => true, IDBKeyRange.only(day)) };
    },
    'ledger.dropLast': async (minutes) => {
      const from = (clock.now() - minutes * 60_000) as EpochMs;
      const rows = await removeRows(db, (row) => (row.kind === 'span' ? row.end > from : row.at > from));
      await forgetWeek(db, dayOf(from, clock.timeZone()));
      return { rows };
    },
  };
}
