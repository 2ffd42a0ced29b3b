/** Replaces the system keys in the roll-ups of another ledger by this ledger's keys for the same hosts. */
import type { SystemKey } from '../events.ts';
import type { DaySummary } from './day-summary.ts';
import type { SealedPart } from './roll-up.ts';

/** Another ledger's key → this ledger's key. */
type Rename = (key: SystemKey) => SystemKey;

/** Returns the part with every system key replaced. */
export function remapSystems(part: SealedPart, rename: Rename): SealedPart {
  const key = (other: string): string => rename(other as SystemKey);
  const day = (summary: DaySummary): DaySummary => ({
    ...summary,
    systems: summary.systems.map((system) => ({ ...system, id: key(system.id) })),
    quarterHours: summary.quarterHours.map((quarter) => ({ ...quarter, system: key(quarter.system) })),
    families: summary.families.map((family) => ({ ...family, systems: family.systems.map(key) })),
    fieldKinds: summary.fieldKinds.map((kind) => ({ ...kind, systems: kind.systems.map(key) })),
    // Parts of the first version have no features.
    ...(summary.features && { features: summary.features.map((line) => ({ ...line, system: key(line.system) })) }),
  });
  return {
    ...part,
    own: day(part.own),
    exported: part.exported === null ? null : day(part.exported),
    repeats: part.repeats.map((line) => ({ ...line, systems: line.systems.map(rename) })),
  };
}
