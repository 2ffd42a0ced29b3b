/**
 * Merges the summaries of one day from several computers of the same person. docs/measurement/two-computers.md
 *
 * Counts are added, because no two ledgers hold the same row. In each quarter hour, attention is limited to 15 minutes,
 * because a person pays attention to one system at a time. When the sum is larger, the part that is later in the list
 * loses the excess, and the quarter hour is counted as `overlap`.
 */
import type { DropReason } from '../events.ts';
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import { isInStandardHours } from '../time/standard-hours.ts';
import { type DaySummary, type FeatureDay, type QuarterHour, quarterMs, type SystemDay } from './day-summary.ts';

type Figures = Readonly<Record<string, number>>;
/** Adds two records of figures, key by key. */
function add<T extends Figures>(a: Partial<T> | undefined, b: T): T {
  const sum: Record<string, number> = { ...(a as Figures) };
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n;
  return sum as T;
}
/** Key → figures. */
type Table<T> = Readonly<Partial<Record<string, T>>>;
/** Adds the figures of several tables, key by key. */
function addTables<T extends Figures>(tables: readonly Table<T>[]): Record<string, T> {
  const sum: Record<string, T> = {};
  for (const table of tables)
    for (const [name, figures] of Object.entries(table)) if (figures !== undefined) sum[name] = add(sum[name], figures);
  return sum;
}

/**
 * Limits the attention in each quarter hour to 15 minutes. Parts that are later in the list lose the excess. Returns
 * the remaining quarter hours and the time that was lost.
 */
function clipQuarters(parts: readonly DaySummary[]) {
  const remaining = new Map<number, number>();
  const quarterHours: QuarterHour[] = [];
  const lost = new Map<string, { activeMs: number; watchingMs: number }>();
  const overlapQuarters = new Set<number>();
  let attentionMs = 0;
  let afterHoursMs = 0;
  let standardMs = 0;
  for (const part of parts) {
    // On a rest day all attention is outside the standard hours.
    const isRest = part.standardAfterHoursMs >= part.attentionMs;
    for (const claim of part.quarterHours) {
      const { start, system } = claim;
      const available = remaining.get(start) ?? quarterMs;
      const activeMs = Math.min(claim.activeMs, available);
      const watchingMs = Math.min(claim.watchingMs, available - activeMs);
      remaining.set(start, available - activeMs - watchingMs);
      const excess = claim.activeMs + claim.watchingMs - activeMs - watchingMs;
      const after = Math.min(claim.afterHoursMs, activeMs + watchingMs);
      if (excess > 0) {
        overlapQuarters.add(start);
        const before = lost.get(system) ?? { activeMs: 0, watchingMs: 0 };
        lost.set(system, {
          activeMs: before.activeMs + claim.activeMs - activeMs,
          watchingMs: before.watchingMs + claim.watchingMs - watchingMs,
        });
        attentionMs += excess;
        afterHoursMs += claim.afterHoursMs - after;
        if (isRest || !isInStandardHours(start)) standardMs += excess;
      }
      quarterHours.push({ start, system, activeMs, watchingMs, afterHoursMs: after });
    }
  }
  return {
    quarterHours: mergeQuarters(quarterHours),
    lost,
    quarters: overlapQuarters.size,
    attentionMs,
    afterHoursMs,
    standardMs,
  };
}

/** Adds up the lines of the same quarter hour and system. Returns them in order of time and system. */
function mergeQuarters(quarters: readonly QuarterHour[]): QuarterHour[] {
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

/**
 * Merges the parts of one day. Systems are named by key. Where parts overlap, the part that is later in the list loses
 * the excess. A single part is returned unchanged.
 */
export function mergeDays(parts: readonly [DaySummary, ...DaySummary[]]): DaySummary {
  const [first] = parts;
  if (parts.length === 1) return first;
  const clipped = clipQuarters(parts);
  const sum = (figure: (part: DaySummary) => number) => parts.reduce((total, part) => total + figure(part), 0);
  const sumRecords = <T extends Figures>(figures: (part: DaySummary) => T) =>
    parts.map(figures).reduce((a, b) => add(a, b));

  const systems = new Map<string, SystemDay>();
  for (const part of parts)
    for (const { id, catalogueId, kind, purpose, ...figures } of part.systems)
      systems.set(id, { id, catalogueId, kind, purpose, ...add(figuresOf(systems.get(id)), figures) });
  for (const [id, { activeMs, watchingMs }] of clipped.lost) {
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
    const { id: _, systems: before, ...sums } = families.get(id) ?? { id, systems: [] };
    families.set(id, { id, systems: sortedUnion(before, on), ...add(sums, figures) });
  }
  const kinds = new Map<string, DaySummary['fieldKinds'][number]>();
  for (const { kind, systems: on, ...figures } of parts.flatMap((p) => p.fieldKinds)) {
    const { kind: _, systems: before, ...sums } = kinds.get(kind) ?? { kind, systems: [] };
    kinds.set(kind, { kind, systems: sortedUnion(before, on), ...add(sums, figures) });
  }
  const dropped: Partial<Record<DropReason, number>> = sumRecords((p) => p.dropped as Figures);
  if (clipped.quarters > 0) dropped.overlap = (dropped.overlap ?? 0) + clipped.quarters;
  return {
    day: first.day,
    timeZone: first.timeZone,
    definitionsVersion: first.definitionsVersion,
    systems: rows,
    quarterHours: clipped.quarterHours,
    attentionMs: sum((p) => p.attentionMs) - clipped.attentionMs,
    afterHoursMs: sum((p) => p.afterHoursMs) - clipped.afterHoursMs,
    standardAfterHoursMs: sum((p) => p.standardAfterHoursMs) - clipped.standardMs,
    entries: sumRecords((p) => p.entries),
    submissions: sumRecords((p) => p.submissions),
    families: [...families.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    fieldKinds: [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    tables: sumRecords((p) => p.tables),
    acts: addTables(parts.map((p) => p.acts)),
    features: mergeFeatures(parts.flatMap((p) => p.features ?? [])),
    leadTimes: sumRecords((p) => (p.leadTimes ?? {}) as Figures),
    fragmentation: {
      ...sumRecords((p) => p.fragmentation),
      systems: rows.filter((r) => r.activeMs + r.watchingMs > 0).length,
    },
    selfReported: addTables(parts.map((p) => p.selfReported)),
    dropped,
  };
}

/** Adds up the lines of the same system, form and feature. Returns them sorted. */
function mergeFeatures(features: readonly FeatureDay[]): FeatureDay[] {
  const lines = new Map<string, FeatureDay>();
  for (const { count, ms, ...feature } of features) {
    const key = Object.values(feature).join(' ');
    const before = lines.get(key);
    lines.set(key, { ...feature, count: (before?.count ?? 0) + count, ms: (before?.ms ?? 0) + ms });
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** Returns the figures of a system that can be added. */
function figuresOf(system: SystemDay | undefined) {
  if (system === undefined) return undefined;
  const { id: _, catalogueId: __, kind: ___, purpose: ____, ...figures } = system;
  return figures;
}
const sortedUnion = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();

/** Merges the ledgers of repeats of several days or computers into one list, with the most repeated item first. */
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
        systems: sortedUnion(before.systems, line.systems) as unknown as RepeatLine['systems'],
        lastWeek: Math.max(before.lastWeek, line.lastWeek),
        focusMs: before.focusMs + line.focusMs,
      });
  }
  const repeats = (l: RepeatLine) => l.repeatSameSystem + l.repeatOtherSystem;
  return [...lines]
    .sort(([ka, a], [kb, b]) => repeats(b) - repeats(a) || b.entries - a.entries || (ka < kb ? -1 : 1))
    .map(([, line]) => line);
}
