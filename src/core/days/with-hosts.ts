/** Replaces the system keys in a day summary by hosts, and adds the owner's current purposes. */

import type { SystemKey } from '../events.ts';
import type { DaySummary } from './day-summary.ts';
import type { KnownSystem } from './fold/fold-day.ts';

/**
 * Returns the summary with hosts in place of keys, and with the kinds and purposes that the systems have now. Stored
 * summaries hold keys, so that a purpose chosen later applies to earlier days too.
 */
export function withHosts(day: DaySummary, systems: ReadonlyMap<SystemKey, KnownSystem>): DaySummary {
  const host = (key: string) => systems.get(key as SystemKey)?.host ?? key;
  return {
    ...day,
    systems: day.systems.map((figures) => {
      const known = systems.get(figures.id as SystemKey);
      if (known === undefined) return figures;
      const { host: id, catalogueId, kind, purpose } = known;
      return { ...figures, id, catalogueId, kind, purpose };
    }),
    quarterHours: day.quarterHours.map((quarter) => ({ ...quarter, system: host(quarter.system) })),
    families: day.families.map((family) => ({ ...family, systems: family.systems.map(host) })),
    features: day.features?.map((f) => ({ ...f, system: host(f.system) })) ?? [],
    leadTimes: day.leadTimes ?? {},
    fieldKinds: day.fieldKinds.map((kind) => ({ ...kind, systems: kind.systems.map(host) })),
  };
}
