/** Handlers that read days and repeats, and that take back or erase days, stretches of time and systems. */

import { quoteValue } from '../../../core/checks.ts';
import { briefOf } from '../../../core/days/day-brief.ts';
import { foldDay } from '../../../core/days/fold/fold-day.ts';
import { todayOf } from '../../../core/days/today.ts';
import { usualDay } from '../../../core/days/usual-day.ts';
import type { Day, EpochMs } from '../../../core/events.ts';
import { defaultSettings } from '../../../core/settings.ts';
import { timelineOf } from '../../../core/time/day-timeline.ts';
import { addDays, dayOf, nextDay, startOfDay } from '../../../core/time/local-time.ts';
import { readSettings } from '../../ledger/choices.ts';
import { readDays, readRepeats, rowsTouching } from '../../ledger/read-days.ts';
import type { LedgerContext } from '../../ledger/worker-context.ts';
import { eraseSystem } from '../../removal/erase-system.ts';
import { cutOfDays, putBack, takeBack } from '../../removal/take-back.ts';
import type { Handlers } from '../handler.ts';
import { namesOf } from './names.ts';

/** Throws unless the value is a date. */
function assertDay(action: string, day: Day): void {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Error(`Cannot ${action} day ${quoteValue(String(day))}: not a date in the form YYYY-MM-DD`);
}

/** Returns the handlers of this file; src/messages.ts describes each message. */
export function dayHandlers(
  ctx: LedgerContext,
): Handlers<
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
  const { db, clock } = ctx;
  const emptyDay = (day: Day) => {
    const start = startOfDay(day, clock.timeZone());
    const context = {
      day,
      timeZone: clock.timeZone(),
      start,
      end: start,
      idleMs: defaultSettings.idleMs,
      hours: [],
      restDay: false,
    };
    return foldDay([], new Map(), context);
  };
  return {
    'day.read': async (day) => {
      assertDay('read', day);
      await ctx.settle();
      return (await readDays(ctx, day, day))[0] ?? emptyDay(day);
    },
    'today.read': async () => {
      const day = dayOf(clock.now(), clock.timeZone());
      await ctx.settle();
      const summaries = await readDays(ctx, addDays(day, -21), day);
      const today = todayOf(summaries.find((d) => d.day === day) ?? emptyDay(day));
      const usual = usualDay(summaries.filter((d) => d.day < day).map(briefOf));
      return { ...today, usual, names: namesOf(ctx, today.systems) };
    },
    'day.timeline': async (day) => {
      assertDay('read', day);
      const timeZone = clock.timeZone();
      const { idleMs } = await readSettings(db);
      const bounds = { start: startOfDay(day, timeZone), end: startOfDay(nextDay(day), timeZone), idleMs };
      const hosts = new Map((await db.getAll('systems')).map((s) => [s.key, s.host]));
      return timelineOf([...(await rowsTouching(ctx, day)), ...(await ctx.readCheckpoints())], bounds).map(
        (stretch) => ({
          ...stretch,
          system: hosts.get(stretch.system) ?? stretch.system,
        }),
      );
    },
    'days.read': async (from, to) => {
      assertDay('read', from);
      assertDay('read', to);
      return from > to ? [] : readDays(ctx, from, to);
    },
    'days.brief': async (from, to) => {
      assertDay('read', from);
      assertDay('read', to);
      return from > to ? [] : (await readDays(ctx, from, to)).map(briefOf);
    },
    'repeats.read': async (from, to) => {
      assertDay('read', from);
      assertDay('read', to);
      await ctx.settle();
      return from > to ? [] : readRepeats(ctx, from, to);
    },
    'days.erase': async (from, to) => {
      assertDay('erase', from);
      assertDay('erase', to);
      if (from > to)
        throw new Error(`Cannot erase days ${quoteValue(from)} to ${quoteValue(to)}: the last day is before the first`);
      return takeBack(ctx, cutOfDays(from, to, ctx), [from, to]);
    },
    'stretch.erase': async (start, end) => {
      if (!(end > start && end - start <= 86_400_000 && end <= clock.now() + 60_000))
        throw new Error(
          `Cannot erase from ${quoteValue(String(start))} to ${quoteValue(String(end))}: not a past time of at most a day`,
        );
      await ctx.settle();
      // A cut excludes its start, so the cut begins one millisecond before `start`.
      return takeBack(ctx, { start: (start - 1) as EpochMs, end }, null);
    },
    'system.erase': async (host) => {
      await ctx.settle();
      const system = (await db.getAll('systems')).find((s) => s.host === host);
      if (system === undefined) throw new Error(`Cannot erase ${quoteValue(String(host))}: unknown system`);
      return eraseSystem(ctx, system.key);
    },
    'ledger.dropLast': async (minutes) => {
      if (!(minutes > 0 && minutes <= 1440))
        throw new Error(`Cannot drop the last "${minutes}" minutes: value must be above 0 and at most 1440`);
      await ctx.settle();
      const end = clock.now();
      return takeBack(ctx, { start: (end - minutes * 60_000) as EpochMs, end }, null);
    },
    undo: async (token) => {
      const taken = await ctx.undo.read(token);
      if (taken === null) throw new Error('Cannot undo: the removal has expired or was replaced by a later one');
      const rows = await putBack(ctx, taken);
      // The box is cleared only after the rows are stored. If storing fails or the worker is stopped, the owner can
      // undo again.
      await ctx.undo.clear();
      return { rows };
    },
  };
}
