/**
 * A day's sums without one system, for days whose rows have expired. Time, entries, submissions and features of acts
 * are kept by system and go exactly; what is kept for the day as a whole (repeats, sums of acts, characters) names no
 * system and stays.
 */

import type { DaySummary } from './day-summary.ts';
import type { RollUp } from './roll-up.ts';
import { isInStandardHours } from './standard-hours.ts';

function dayWithout(day: DaySummary, system: string): DaySummary {
  const gone = day.systems.find((s) => s.id === system);
  const left = day.quarterHours.filter((q) => q.system !== system);
  const lost = day.quarterHours.filter((q) => q.system === system);
  const isRest = day.standardAfterHoursMs >= day.attentionMs;
  const sum = (of: readonly (typeof left)[number][], ms: (q: (typeof left)[number]) => number) =>
    of.reduce((all, q) => all + ms(q), 0);
  const attention = (q: (typeof left)[number]) => q.activeMs + q.watchingMs;
  const standard = lost.filter((q) => isRest || !isInStandardHours(q.start));
  const without = (systems: readonly string[]) => systems.filter((s) => s !== system);
  const less = (all: number, part: number | undefined) => Math.max(0, all - (part ?? 0));
  return {
    ...day,
    systems: day.systems.filter((s) => s.id !== system),
    quarterHours: left,
    attentionMs: less(day.attentionMs, sum(lost, attention)),
    afterHoursMs: less(
      day.afterHoursMs,
      sum(lost, (q) => q.afterHoursMs),
    ),
    standardAfterHoursMs: less(day.standardAfterHoursMs, sum(standard, attention)),
    entries: { ...day.entries, total: less(day.entries.total, gone?.entries) },
    submissions: { ...day.submissions, total: less(day.submissions.total, gone?.submissions) },
    families: day.families.map((f) => ({ ...f, systems: without(f.systems) })).filter((f) => f.systems.length > 0),
    fieldKinds: day.fieldKinds.map((f) => ({ ...f, systems: without(f.systems) })).filter((f) => f.systems.length > 0),
    // Absent in parts of the first version.
    ...(day.features && { features: day.features.filter((f) => f.system !== system) }),
    fragmentation: {
      ...day.fragmentation,
      systems: less(day.fragmentation.systems, gone !== undefined && gone.activeMs + gone.watchingMs > 0 ? 1 : 0),
    },
  };
}

export const withoutSystem = <U extends RollUp>(up: U, system: string): U => ({
  ...up,
  own: dayWithout(up.own, system),
  exported: up.exported === null ? null : dayWithout(up.exported, system),
  repeats: up.repeats
    .map((line) => ({ ...line, systems: line.systems.filter((s) => s !== system) }))
    .filter((line) => line.systems.length > 0),
});

/** Hosts that are never recorded (promise P10) but stand in an old or a foreign file. */
export const withoutSystems = <U extends RollUp>(up: U, gone: ReadonlySet<string>): U =>
  [...gone].reduce(withoutSystem, up);
