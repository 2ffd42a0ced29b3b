/**
 * Summaries of one day from several computers of one person → one. docs/measurement.md, "Two computers".
 * Counts add up, since no two ledgers hold the same row. Attention can't: a person has it once. Where the parts
 * together claim more than a quarter hour holds, the later part loses the excess, and each such quarter is counted
 * as `overlap`.
 */
import type { DropReason } from '../events.ts';
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import { type DaySummary, type FeatureDay, type QuarterHour, quarterMs, type SystemDay } from './day-summary.ts';
import { isInStandardHours } from './standard-hours.ts';

type Figures = Readonly<Record<string, number>>;
function add<T extends Figures>(a: Partial<T> | undefined, b: T): T {
  const sum: Record<string, number> = { ...(a as Figures) };
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n;
  return sum as T;
}
type Table<T> = Readonly<Partial<Record<string, T>>>;
function addTables<T extends Figures>(tables: readonly Table<T>[]): Record<string, T> {
  const sum: Record<string, T> = {};
  for (const table of tables)
    for (const [name, figures] of Object.entries(table)) if (figures !== undefined) sum[name] = add(sum[name], figures);
  return sum;
}

/** What is too much in a quarter hour, taken off the claims of later parts first. */
function clip(parts: readonly DaySummary[]) {
  const left = new Map<number, number>();
  const quarterHours: QuarterHour[] = [];
  const lost = new Map<string, { activeMs: number; watchingMs: number }>();
  const clipped = new Set<number>();
  let attentionMs = 0;
  let afterHoursMs = 0;
  let standardMs = 0;
  for (const part of parts) {
    const isRest = part.standardAfterHoursMs >= part.attentionMs;
    for (const claim of part.quarterHours) {
      const { start, system } = claim;
      const room = left.get(start) ?? quarterMs;
      const activeMs = Math.min(claim.activeMs, room);
      const watchingMs = Math.min(claim.watchingMs, room - activeMs);
      left.set(start, room - activeMs - watchingMs);
      const over = claim.activeMs + claim.watchingMs - activeMs - watchingMs;
      const after = Math.min(claim.afterHoursMs, activeMs + watchingMs);
      if (over > 0) {
        clipped.add(start);
        const before = lost.get(system) ?? { activeMs: 0, watchingMs: 0 };
        lost.set(system, {
          activeMs: before.activeMs + claim.activeMs - activeMs,
          watchingMs: before.watchingMs + claim.watchingMs - watchingMs,
        });
        attentionMs += over;
        afterHoursMs += claim.afterHoursMs - after;
        if (isRest || !isInStandardHours(start)) standardMs += over;
      }
      quarterHours.push({ start, system, activeMs, watchingMs, afterHoursMs: after });
    }
  }
  return { quarterHours: unite(quarterHours), lost, quarters: clipped.size, attentionMs, afterHoursMs, standardMs };
}

/** One line a quarter and system, in order. */
function unite(quarters: readonly QuarterHour[]): QuarterHour[] {
  const lines = new Map<string, QuarterHour>();
  for (const { start, system, ...ms } of quarters) {
    const key = `${String(start).padStart(4, '0')} ${system}`;
    const before = lines.get(key) ?? { activeMs: 0, watchingMs: 0, afterHoursMs: 0 };
    lines.set(key, {
      start,
      system,
      activeMs: before.activeMs + ms.activeMs,
      watchingMs: before.watchingMs + ms.watchingMs,
      afterHoursMs: before.afterHoursMs + ms.afterHoursMs,
    });
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** At least one part; all of one day, systems by key. The order of the parts decides who loses an overlap. */
export function mergeDays(parts: readonly [DaySummary, ...DaySummary[]]): DaySummary {
  const [first] = parts;
  if (parts.length === 1) return first;
  const over = clip(parts);
  const sum = (of: (part: DaySummary) => number) => parts.reduce((all, part) => all + of(part), 0);
  const all = <T extends Figures>(of: (part: DaySummary) => T) => parts.map(of).reduce((a, b) => add(a, b));

  const systems = new Map<string, SystemDay>();
  for (const part of parts)
    for (const { id, catalogueId, kind, purpose, ...figures } of part.systems)
      systems.set(id, { id, catalogueId, kind, purpose, ...add(figuresOf(systems.get(id)), figures) });
  for (const [id, { activeMs, watchingMs }] of over.lost) {
    const system = systems.get(id);
    if (system !== undefined)
      systems.set(id, {
        ...system,
        activeMs: Math.max(0, system.activeMs - activeMs),
        watchingMs: Math.max(0, system.watchingMs - watchingMs),
      });
  }
  const rows = [...systems.values()].sort(
    (a, b) => b.activeMs + b.watchingMs - a.activeMs - a.watchingMs || (a.id < b.id ? -1 : 1),
  );

  const families = new Map<string, DaySummary['families'][number]>();
  for (const { id, systems: on, ...figures } of parts.flatMap((p) => p.families)) {
    const { id: _, systems: before, ...sofar } = families.get(id) ?? { id, systems: [] };
    families.set(id, { id, systems: together(before, on), ...add(sofar, figures) });
  }
  const kinds = new Map<string, DaySummary['fieldKinds'][number]>();
  for (const { kind, systems: on, ...figures } of parts.flatMap((p) => p.fieldKinds)) {
    const { kind: _, systems: before, ...sofar } = kinds.get(kind) ?? { kind, systems: [] };
    kinds.set(kind, { kind, systems: together(before, on), ...add(sofar, figures) });
  }
  const dropped: Partial<Record<DropReason, number>> = all((p) => p.dropped as Figures);
  if (over.quarters > 0) dropped.overlap = (dropped.overlap ?? 0) + over.quarters;
  return {
    day: first.day,
    timeZone: first.timeZone,
    definitionsVersion: first.definitionsVersion,
    systems: rows,
    quarterHours: over.quarterHours,
    attentionMs: sum((p) => p.attentionMs) - over.attentionMs,
    afterHoursMs: sum((p) => p.afterHoursMs) - over.afterHoursMs,
    standardAfterHoursMs: sum((p) => p.standardAfterHoursMs) - over.standardMs,
    entries: all((p) => p.entries),
    submissions: all((p) => p.submissions),
    families: [...families.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    fieldKinds: [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    tables: all((p) => p.tables),
    acts: addTables(parts.map((p) => p.acts)),
    features: uniteFeatures(parts.flatMap((p) => p.features ?? [])),
    leadTimes: all((p) => (p.leadTimes ?? {}) as Figures),
    fragmentation: {
      ...all((p) => p.fragmentation),
      systems: rows.filter((r) => r.activeMs + r.watchingMs > 0).length,
    },
    selfReported: addTables(parts.map((p) => p.selfReported)),
    dropped,
  };
}

function uniteFeatures(features: readonly FeatureDay[]): FeatureDay[] {
  const lines = new Map<string, FeatureDay>();
  for (const { count, ms, ...of } of features) {
    const key = Object.values(of).join(' ');
    const before = lines.get(key);
    lines.set(key, { ...of, count: (before?.count ?? 0) + count, ms: (before?.ms ?? 0) + ms });
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

function figuresOf(system: SystemDay | undefined) {
  if (system === undefined) return undefined;
  const { id: _, catalogueId: __, kind: ___, purpose: ____, ...figures } = system;
  return figures;
}
const together = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();

/** Lines of several days or ledgers → one list, most repeated first. */
export function mergeRepeatLines(lists: readonly (readonly RepeatLine[])[]): RepeatLine[] {
  const lines = new Map<string, RepeatLine>();
  for (const line of lists.flat()) {
    const key = line.fieldKind ?? `label ${line.label}`;
    const before = lines.get(key);
    if (before === undefined) lines.set(key, line);
    else
      lines.set(key, {
        ...line,
        entries: before.entries + line.entries,
        repeatSameSystem: before.repeatSameSystem + line.repeatSameSystem,
        repeatOtherSystem: before.repeatOtherSystem + line.repeatOtherSystem,
        systems: together(before.systems, line.systems) as unknown as RepeatLine['systems'],
        lastWeek: Math.max(before.lastWeek, line.lastWeek),
        focusMs: before.focusMs + line.focusMs,
      });
  }
  const repeats = (l: RepeatLine) => l.repeatSameSystem + l.repeatOtherSystem;
  return [...lines]
    .sort(([ka, a], [kb, b]) => repeats(b) - repeats(a) || b.entries - a.entries || (ka < kb ? -1 : 1))
    .map(([, line]) => line);
}
