/**
 * Folds the time of one day. Turns evidence into attention per system. docs/measurement/attention.md.
 * docs/measurement/fragmentation.md defines visits and switches.
 */

import type { LogEvent, SystemKey } from '../../events.ts';
import { type Interval, type Intervals, measure, subtract, union } from '../../time/intervals.ts';
import { instantAt } from '../../time/local-time.ts';
import { shareAttention } from '../../time/share-attention.ts';
import { standardHours } from '../../time/standard-hours.ts';
import { quarterMs } from '../day-summary.ts';
import { countBrokenInvariants } from './invariants.ts';
import type { SystemTime, TimeContext, TimeDay } from './time-day.ts';

/**
 * Folds the `span` and `idle` events that touch a day, in any order. Other events are ignored. A day that breaks
 * invariants is returned too, and the number of broken invariants is counted as `inconsistent`.
 */
export function foldTime(events: readonly LogEvent[], context: TimeContext): TimeDay {
  const { shares, background, dropped } = shareAttention(events, context);
  const inHours = (hours: readonly (readonly [number, number])[]): Intervals =>
    context.restDay
      ? []
      : hours.map(([from, to]) => ({
          start: instantAt(context.day, from, context.timeZone),
          end: instantAt(context.day, to, context.timeZone),
        }));
  const workingHours = inHours(context.hours);
  const systems = new Map<SystemKey, SystemTime>();
  const quarterHours: TimeDay['quarterHours'][number][] = [];
  const visits: { start: number; system: SystemKey }[] = [];
  const all: Interval[] = [];
  for (const [system, { active, watching, unattended }] of shares) {
    const attended = union(active, watching);
    all.push(...attended);
    for (const { start } of attended) visits.push({ start, system });
    const [activeIn, watchingIn, afterIn] = [active, watching, subtract(attended, workingHours)].map((set) =>
      inQuarters(set, context.start),
    ) as [Quarters, Quarters, Quarters];
    for (const start of new Set([...activeIn.keys(), ...watchingIn.keys()]))
      quarterHours.push({
        start,
        system,
        activeMs: activeIn.get(start) ?? 0,
        watchingMs: watchingIn.get(start) ?? 0,
        afterHoursMs: afterIn.get(start) ?? 0,
      });
    systems.set(system, {
      activeMs: measure(active),
      watchingMs: measure(watching),
      unattendedMs: measure(unattended),
      backgroundPlayMs: 0,
      visits: 0,
    });
  }
  visits.sort((a, b) => a.start - b.start);
  let switches = 0;
  let previous: SystemKey | null = null;
  for (const { system } of visits) {
    if (system === previous) continue;
    if (previous !== null) switches++;
    previous = system;
    const time = systems.get(system);
    if (time !== undefined) systems.set(system, { ...time, visits: time.visits + 1 });
  }
  for (const [system, played] of background) {
    const none = { activeMs: 0, watchingMs: 0, unattendedMs: 0, visits: 0 };
    systems.set(system, { ...(systems.get(system) ?? none), backgroundPlayMs: measure(played) });
  }
  quarterHours.sort((a, b) => a.start - b.start || (a.system < b.system ? -1 : 1));
  const attention = union(all);
  const attentionMs = measure(attention);
  const day: TimeDay = {
    systems,
    quarterHours,
    attentionMs,
    afterHoursMs: measure(subtract(attention, workingHours)),
    standardAfterHoursMs: measure(subtract(attention, inHours(standardHours))),
    switches,
    dropped,
  };
  const broken = countBrokenInvariants(day, context);
  return broken === 0 ? day : { ...day, dropped: { ...dropped, inconsistent: broken } };
}

/** Start of a quarter hour in minutes after midnight → milliseconds in it. */
type Quarters = ReadonlyMap<number, number>;

/** Returns how much of a set is in each quarter hour after `dayStart`. */
function inQuarters(set: Intervals, dayStart: number): Quarters {
  const quarters = new Map<number, number>();
  for (const { start, end } of set)
    for (let from = start; from < end; ) {
      const q = Math.floor((from - dayStart) / quarterMs);
      const to = Math.min(end, dayStart + (q + 1) * quarterMs);
      quarters.set(q * 15, (quarters.get(q * 15) ?? 0) + to - from);
      from = to;
    }
  return quarters;
}
