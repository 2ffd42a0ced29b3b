/** Roll-ups of one ledger in the words of another: systems have other keys there. */
import type { SystemKey } from './events.ts';
import type { SealedPart } from './roll-up.ts';
import type { DaySummary } from './summary.ts';

type Rename = (key: SystemKey) => SystemKey;

export function renameSystems(part: SealedPart, rename: Rename): SealedPart {
  const key = (name: string): string => rename(name as SystemKey);
  const day = (summary: DaySummary): DaySummary => ({
    ...summary,
    systems: summary.systems.map((system) => ({ ...system, id: key(system.id) })),
    quarterHours: summary.quarterHours.map((quarter) => ({ ...quarter, system: key(quarter.system) })),
    families: summary.families.map((family) => ({ ...family, systems: family.systems.map(key) })),
    fieldKinds: summary.fieldKinds.map((kind) => ({ ...kind, systems: kind.systems.map(key) })),
  });
  return {
    ...part,
    own: day(part.own),
    exported: part.exported === null ? null : day(part.exported),
    repeats: part.repeats.map((line) => ({ ...line, systems: line.systems.map(rename) })),
  };
}

/** Takes systems out of a part: hosts that are never recorded (promise P10) but stand in an old or a foreign file. */
export function withoutSystems(part: SealedPart, gone: ReadonlySet<SystemKey>): SealedPart {
  const stays = (name: string) => !gone.has(name as SystemKey);
  if (part.own.systems.every((system) => stays(system.id))) return part;
  const day = (summary: DaySummary): DaySummary => {
    const lost = summary.systems.filter((s) => !stays(s.id)).reduce((sum, s) => sum + s.activeMs + s.watchingMs, 0);
    const after = summary.quarterHours.filter((q) => !stays(q.system)).reduce((sum, q) => sum + q.afterHoursMs, 0);
    return {
      ...summary,
      systems: summary.systems.filter((s) => stays(s.id)),
      quarterHours: summary.quarterHours.filter((q) => stays(q.system)),
      families: summary.families.map((f) => ({ ...f, systems: f.systems.filter(stays) })),
      fieldKinds: summary.fieldKinds.map((f) => ({ ...f, systems: f.systems.filter(stays) })),
      attentionMs: Math.max(0, summary.attentionMs - lost),
      afterHoursMs: Math.max(0, summary.afterHoursMs - after),
      standardAfterHoursMs: Math.min(summary.standardAfterHoursMs, Math.max(0, summary.attentionMs - lost)),
    };
  };
  return {
    ...part,
    own: day(part.own),
    exported: part.exported === null ? null : day(part.exported),
    repeats: part.repeats.map((line) => ({ ...line, systems: line.systems.filter(stays) })),
  };
}
