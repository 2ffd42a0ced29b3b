/** A day summary that speaks of systems by key → the same one by host, as the owner has them now. */

import type { SystemKey } from '../events.ts';
import type { DaySummary } from './day-summary.ts';
import type { KnownSystem } from './fold-day.ts';

/** Stored summaries keep keys, so that a purpose chosen later holds for earlier days too. */
export function withHosts(day: DaySummary, systems: ReadonlyMap<SystemKey, KnownSystem>): DaySummary {
  const host = (key: string) => systems.get(key as SystemKey)?.host ?? key;
  return {
    ...day,
    systems: day.systems.map((spent) => {
      const known = systems.get(spent.id as SystemKey);
      if (known === undefined) return spent;
      const { host: id, catalogueId, kind, purpose } = known;
      return { ...spent, id, catalogueId, kind, purpose };
    }),
    quarterHours: day.quarterHours.map((quarter) => ({ ...quarter, system: host(quarter.system) })),
    families: day.families.map((family) => ({ ...family, systems: family.systems.map(host) })),
    features: day.features?.map((f) => ({ ...f, system: host(f.system) })) ?? [],
    leadTimes: day.leadTimes ?? {},
    fieldKinds: day.fieldKinds.map((kind) => ({ ...kind, systems: kind.systems.map(host) })),
  };
}
