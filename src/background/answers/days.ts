/** Days, months and repeats as they are read; a day or the last minutes taken back. */
import { timelineOf } from '../../core/attention-timeline.ts';
import { briefOf } from '../../core/day-brief.ts';
import { foldDay } from '../../core/days.ts';
import type { Day, EpochMs } from '../../core/events.ts';
import { dayOf, nextDay, startOfDay } from '../../core/local-time.ts';
import { type Answering, type Answers, readSettings } from '../answering.ts';
import { forgetWeek, removeRows } from '../log.ts';
import { readDays, readRepeats, rowsTouching } from '../roll-ups.ts';

function checkDay(day: Day): void {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error(`Cannot read day "${day}": it must be YYYY-MM-DD`);
}

export function dayAnswers(
  at: Answering,
): Answers<
  'day.read' | 'day.timeline' | 'days.read' | 'days.brief' | 'repeats.read' | 'day.erase' | 'ledger.dropLast'
> {
  const { db, clock } = at;
  return {
    'day.read': async (day) => {
      checkDay(day);
      await at.settle();
      const [found] = await readDays(at, day, day);
      if (found !== undefined) return found;
      const start = startOfDay(day, clock.timeZone());
      const context = { day, timeZone: clock.timeZone(), start, end: start, idleMs: 60_000, hours: [], restDay: false };
      return foldDay([], new Map(), context);
    },
    'day.timeline': async (day) => {
      checkDay(day);
      const timeZone = clock.timeZone();
      const { idleMs } = await readSettings(db);
      const bounds = { start: startOfDay(day, timeZone), end: startOfDay(nextDay(day), timeZone), idleMs };
      const hosts = new Map((await db.getAll('systems')).map((s) => [s.key, s.host]));
      return timelineOf([...(await rowsTouching(at, day)), ...(await at.checkpoints())], bounds).map((stretch) => ({
        ...stretch,
        system: hosts.get(stretch.system) ?? stretch.system,
      }));
    },
    'days.read': (from, to) => readDays(at, from, to),
    'days.brief': async (from, to) => (await readDays(at, from, to)).map(briefOf),
    'repeats.read': async (from, to) => {
      await at.settle();
      return readRepeats(at, from, to);
    },
    'day.erase': async (day) => {
      const start = startOfDay(day, clock.timeZone());
      if (day === dayOf(clock.now(), clock.timeZone())) await at.forgetPending(start);
      await forgetWeek(db, day);
      const rows = await removeRows(db, () => true, IDBKeyRange.only(day));
      await db.delete('days', day);
      return { rows };
    },
    'ledger.dropLast': async (minutes) => {
      const from = (clock.now() - minutes * 60_000) as EpochMs;
      await at.forgetPending(from);
      const rows = await removeRows(db, (row) => (row.kind === 'span' ? row.end > from : row.at > from));
      await forgetWeek(db, dayOf(from, clock.timeZone()));
      return { rows };
    },
  };
}
