/** Days, months and repeats as they are read; a day or the last minutes taken back. */

import { quoteValue } from '../../../core/checks.ts';
import { briefOf } from '../../../core/days/day-brief.ts';
import { foldDay } from '../../../core/days/fold-day.ts';
import { todayOf } from '../../../core/days/today.ts';
import { usualDay } from '../../../core/days/usual-day.ts';
import type { Day, EpochMs } from '../../../core/events.ts';
import { timelineOf } from '../../../core/time/day-timeline.ts';
import { addDays, dayOf, nextDay, startOfDay } from '../../../core/time/local-time.ts';
import { removeSystem } from '../../ledger/erase-system.ts';
import { readDays, readRepeats, rowsTouching } from '../../ledger/read-days.ts';
import { daysCut, putBack, takeBack } from '../../ledger/take-back.ts';
import { type Answering, type Answers, readSettings } from '../../ledger/worker-context.ts';
import { namesOf } from './names.ts';

function mustBeDay(what: string, day: Day): void {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Error(`Cannot ${what} day ${quoteValue(String(day))}: it must be YYYY-MM-DD`);
}

export function dayAnswers(
  at: Answering,
): Answers<
  | 'day.read'
  | 'today.read'
  | 'day.timeline'
  | 'days.read'
  | 'days.brief'
  | 'repeats.read'
  | 'days.erase'
  | 'stretch.erase'
  | 'system.erase'
  | 'ledger.dropLast'
  | 'undo'
> {
  const { db, clock } = at;
  const nothingOn = (day: Day) => {
    const start = startOfDay(day, clock.timeZone());
    const context = { day, timeZone: clock.timeZone(), start, end: start, idleMs: 60_000, hours: [], restDay: false };
    return foldDay([], new Map(), context);
  };
  return {
    'day.read': async (day) => {
      mustBeDay('read', day);
      await at.settle();
      return (await readDays(at, day, day))[0] ?? nothingOn(day);
    },
    'today.read': async () => {
      const day = dayOf(clock.now(), clock.timeZone());
      await at.settle();
      const read = await readDays(at, addDays(day, -21), day);
      const today = todayOf(read.find((d) => d.day === day) ?? nothingOn(day));
      const usual = usualDay(read.filter((d) => d.day < day).map(briefOf));
      return { ...today, usual, names: namesOf(at, today.systems) };
    },
    'day.timeline': async (day) => {
      mustBeDay('read', day);
      const timeZone = clock.timeZone();
      const { idleMs } = await readSettings(db);
      const bounds = { start: startOfDay(day, timeZone), end: startOfDay(nextDay(day), timeZone), idleMs };
      const hosts = new Map((await db.getAll('systems')).map((s) => [s.key, s.host]));
      return timelineOf([...(await rowsTouching(at, day)), ...(await at.checkpoints())], bounds).map((stretch) => ({
        ...stretch,
        system: hosts.get(stretch.system) ?? stretch.system,
      }));
    },
    'days.read': async (from, to) => {
      mustBeDay('read', from);
      mustBeDay('read', to);
      return from > to ? [] : readDays(at, from, to);
    },
    'days.brief': async (from, to) => {
      mustBeDay('read', from);
      mustBeDay('read', to);
      return from > to ? [] : (await readDays(at, from, to)).map(briefOf);
    },
    'repeats.read': async (from, to) => {
      mustBeDay('read', from);
      mustBeDay('read', to);
      await at.settle();
      return from > to ? [] : readRepeats(at, from, to);
    },
    'days.erase': async (from, to) => {
      mustBeDay('erase', from);
      mustBeDay('erase', to);
      if (from > to) throw new Error(`Cannot erase from ${from} to ${to}: the end is before the beginning`);
      return takeBack(at, daysCut(from, to, at), [from, to]);
    },
    'stretch.erase': async (start, end) => {
      if (!(end > start && end - start <= 86_400_000 && end <= clock.now() + 60_000))
        throw new Error(`Cannot erase from ${start} to ${end}: it must be at most a day, and over`);
      await at.settle();
      // A moment before, so that what happened in its first millisecond is in it.
      return takeBack(at, { start: (start - 1) as EpochMs, end }, null);
    },
    'system.erase': async (host) => {
      await at.settle();
      const system = (await db.getAll('systems')).find((s) => s.host === host);
      if (system === undefined) throw new Error(`Cannot erase ${quoteValue(String(host))}: no such portal`);
      return removeSystem(at, system.key);
    },
    'ledger.dropLast': async (minutes) => {
      if (!(minutes > 0 && minutes <= 1440)) throw new Error(`Cannot drop the last ${minutes} minutes: a day has 1440`);
      await at.settle();
      const end = clock.now();
      return takeBack(at, { start: (end - minutes * 60_000) as EpochMs, end }, null);
    },
    undo: async (token) => {
      const taken = await at.undo.look(token);
      if (taken === null)
        throw new Error('Cannot undo: it is forgotten, a minute has passed or something else was removed');
      const rows = await putBack(at, taken);
      // Only now: a worker that dies before, or a full disk, must leave the way back open.
      await at.undo.clear();
      return { rows };
    },
  };
}
