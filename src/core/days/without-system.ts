/**
 * Removes one system from the figures of a day whose rows have expired. Time, entries, submissions and features are
 * stored per system and are removed exactly. Figures that are stored for the whole day only (repeats, sums of acts,
 * characters) stay, because such figures name no system.
 */

import { isInStandardHours } from '../time/standard-hours.ts';
import type { DaySummary, QuarterHour } from './day-summary.ts';
import type { RollUp } from './roll-up.ts';

function dayWithout(day: DaySummary, system: string): DaySummary {
  const removed = day.systems.find((s) => s.id === system);
  const keptQuarters = day.quarterHours.filter((q) => q.system !== system);
  const removedQuarters = day.quarterHours.filter((q) => q.system === system);
  // On a rest day all attention is outside the standard hours.
  const isRest = day.standardAfterHoursMs >= day.attentionMs;
  const sum = (quarters: readonly QuarterHour[], ms: (q: QuarterHour) => number) =>
    quarters.reduce((all, q) => all + ms(q), 0);
  const attention = (q: QuarterHour) => q.activeMs + q.watchingMs;
  const outsideStandard = removedQuarters.filter((q) => isRest || !isInStandardHours(q.start));
  const without = (systems: readonly string[]) => systems.filter((s) => s !== system);
  const subtractFrom = (all: number, part: number | undefined) => Math.max(0, all - (part ?? 0));
  return {
    ...day,
    systems: day.systems.filter((s) => s.id !== system),
    quarterHours: keptQuarters,
    attentionMs: subtractFrom(day.attentionMs, sum(removedQuarters, attention)),
    afterHoursMs: subtractFrom(
      day.afterHoursMs,
      sum(removedQuarters, (q) => q.afterHoursMs),
    ),
    standardAfterHoursMs: subtractFrom(day.standardAfterHoursMs, sum(outsideStandard, attention)),
    entries: { ...day.entries, total: subtractFrom(day.entries.total, removed?.entries) },
    submissions: { ...day.submissions, total: subtractFrom(day.submissions.total, removed?.submissions) },
    families: day.families.map((f) => ({ ...f, systems: without(f.systems) })).filter((f) => f.systems.length > 0),
    fieldKinds: day.fieldKinds.map((f) => ({ ...f, systems: without(f.systems) })).filter((f) => f.systems.length > 0),
    // Parts of the first version have no features.
    ...(day.features && { features: day.features.filter((f) => f.system !== system) }),
    fragmentation: {
      ...day.fragmentation,
      systems: subtractFrom(
        day.fragmentation.systems,
        removed !== undefined && removed.activeMs + removed.watchingMs > 0 ? 1 : 0,
      ),
    },
  };
}

/** Returns a roll-up without one system. */
export const withoutSystem = <U extends RollUp>(up: U, system: string): U => ({
  ...up,
  own: dayWithout(up.own, system),
  exported: up.exported === null ? null : dayWithout(up.exported, system),
  repeats: up.repeats
    .map((line) => ({ ...line, systems: line.systems.filter((s) => s !== system) }))
    .filter((line) => line.systems.length > 0),
});

/**
 * Returns a roll-up without several systems. This is used for a restored file that holds hosts that must not be
 * recorded (docs/privacy-model.md, P10).
 */
export const withoutSystems = <U extends RollUp>(up: U, systems: ReadonlySet<string>): U =>
  [...systems].reduce(withoutSystem, up);
