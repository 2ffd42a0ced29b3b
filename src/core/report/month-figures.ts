/** What a month comes to before anything is coarsened: sums over its days, per kind, form family, act and phone burden. */

import type { DaySummary } from '../days/day-summary.ts';
import { burdenForms, phoneBurdens } from '../events.ts';
import { unitKindOf } from './coarse-kinds.ts';
import type { Candidates } from './random-draws.ts';
import type { UnitKind } from './report-format.ts';

export interface MonthFigures {
  readonly days: number;
  readonly attentionMs: number;
  /** By the fixed standard, not by the owner's own hours. */
  readonly afterHoursMs: number;
  readonly eligible: number;
  readonly repeated: number;
  readonly units: ReadonlyMap<UnitKind, { readonly attentionMs: number }>;
  readonly families: ReadonlyMap<
    string,
    { readonly systems: ReadonlySet<string>; readonly submissions: number; readonly ms: number }
  >;
  readonly acts: ReadonlyMap<string, number>;
  readonly phone: ReadonlyMap<string, number>;
}

const total = (days: readonly DaySummary[], of: (day: DaySummary) => number) => days.reduce((sum, d) => sum + of(d), 0);

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
  const counted = <K extends string>(keys: readonly K[], of: (day: DaySummary, key: K) => number) =>
    new Map(keys.map((key) => [key, total(days, (d) => of(d, key))] as const).filter(([, n]) => n > 0));
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

/** What of these figures can be sampled. */
export const candidatesOf = (figures: MonthFigures): Candidates => ({
  unit: [...figures.units.keys()],
  obligation: [...figures.families.keys()],
  act: [...figures.acts.keys()],
  phone: [...figures.phone.keys()],
});
