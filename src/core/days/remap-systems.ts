/** Roll-ups of one ledger in the words of another: systems have other keys there. */
import type { SystemKey } from '../events.ts';
import type { DaySummary } from './day-summary.ts';
import type { SealedPart } from './roll-up.ts';

type Rename = (key: SystemKey) => SystemKey;

export function remapSystems(part: SealedPart, rename: Rename): SealedPart {
  const key = (name: string): string => rename(name as SystemKey);
  const day = (summary: DaySummary): DaySummary => ({
    ...summary,
    systems: summary.systems.map((system) => ({ ...system, id: key(system.id) })),
    quarterHours: summary.quarterHours.map((quarter) => ({ ...quarter, system: key(quarter.system) })),
    families: summary.families.map((family) => ({ ...family, systems: family.systems.map(key) })),
    fieldKinds: summary.fieldKinds.map((kind) => ({ ...kind, systems: kind.systems.map(key) })),
    // Absent in parts of the first version.
    ...(summary.features && { features: summary.features.map((line) => ({ ...line, system: key(line.system) })) }),
  });
  return {
    ...part,
    own: day(part.own),
    exported: part.exported === null ? null : day(part.exported),
    repeats: part.repeats.map((line) => ({ ...line, systems: line.systems.map(rename) })),
  };
}
