/**
 * Computes the exact figures of a month, which are later put into buckets. The figures are sums over the days of the
 * month.
 */

import type { DaySummary } from '../days/day-summary.ts';
import { burdenForms, phoneBurdens } from '../events.ts';
import { unitKindOf } from './coarse-kinds.ts';
import type { Candidates } from './draws/random-draws.ts';
import type { UnitKind } from './report-format.ts';

/** The exact figures of a month. Times are milliseconds. */
export interface MonthFigures {
  /** Days with a record. */
  readonly days: number;
  readonly attentionMs: number;
  /** Attention outside the standard working hours. The working hours that the owner chose do not matter. */
  readonly afterHoursMs: number;
  /**
   * `eligible` is the number of entries whose values are compared, `repeated` the number of repeat entries among them.
   */
  readonly eligible: number;
  readonly repeated: number;
  /** Attention per coarse kind of portal, without systems that the owner uses for personal affairs. */
  readonly units: ReadonlyMap<UnitKind, { readonly attentionMs: number }>;
  /** Form families by the digest of the family. */
  readonly families: ReadonlyMap<
    string,
    { readonly systems: ReadonlySet<string>; readonly submissions: number; readonly ms: number }
  >;
  /** Count per burden form. */
  readonly acts: ReadonlyMap<string, number>;
  /** Count per phone burden, self-reported. */
  readonly phone: ReadonlyMap<string, number>;
}

const total = (days: readonly DaySummary[], figure: (day: DaySummary) => number) =>
  days.reduce((sum, d) => sum + figure(d), 0);

/** Adds up the days of a month. */
export function monthFigures(days: readonly DaySummary[]): MonthFigures {
  const units = new Map<UnitKind, { attentionMs: number }>();
  const families = new Map<string, { systems: Set<string>; submissions: number; ms: number }>();
  for (const day of days) {
    for (const s of day.systems) {
      const ms = s.activeMs + s.watchingMs;
      if (ms === 0 || s.purpose === 'personal') continue;
      const kind = unitKindOf(s.kind);
      units.set(kind, { attentionMs: (units.get(kind)?.attentionMs ?? 0) + ms });
    }
    for (const f of day.families) {
      const family = families.get(f.id) ?? { systems: new Set(), submissions: 0, ms: 0 };
      for (const s of f.systems) family.systems.add(s);
      family.submissions += f.submissions;
      family.ms += f.ms;
      families.set(f.id, family);
    }
  }
  const counted = <K extends string>(keys: readonly K[], figure: (day: DaySummary, key: K) => number) =>
    new Map(keys.map((key) => [key, total(days, (d) => figure(d, key))] as const).filter(([, n]) => n > 0));
  return {
    days: days.length,
    attentionMs: total(days, (d) => d.attentionMs),
    afterHoursMs: total(days, (d) => d.standardAfterHoursMs),
    eligible: total(days, (d) => d.entries.eligible),
    repeated: total(days, (d) => d.entries.repeatSameSystem + d.entries.repeatOtherSystem),
    units,
    families,
    acts: counted(burdenForms, (d, form) => d.acts[form]?.count ?? 0),
    phone: counted(phoneBurdens, (d, burden) => d.selfReported[burden]?.count ?? 0),
  };
}

/** Returns the items of these figures from which a sample can be drawn. */
export const candidatesOf = (figures: MonthFigures): Candidates => ({
  unit: [...figures.units.keys()],
  obligation: [...figures.families.keys()],
  act: [...figures.acts.keys()],
  phone: [...figures.phone.keys()],
});
