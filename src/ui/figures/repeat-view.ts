/**
 * Applies the owner's actions to the ledger of repeats: items can be merged, hidden or marked as not repeated. Only the
 * view changes; the counts, the stored ledger and exports stay the same.
 */
import type { RepeatLine } from '../../core/forms/repeat-ledger.ts';
import type { RepeatView } from '../../core/settings.ts';
import type { FieldKind } from '../../data/index.ts';

/** Returns what identifies an item: its field kind, or its label if the kind is unknown. */
export const repeatItemId = (line: Pick<RepeatLine, 'fieldKind' | 'label'>): string =>
  line.fieldKind ?? `label ${line.label ?? ''}`;

/** Returns the repeats of an item on the same system and on other systems together. */
export const repeatCount = (line: RepeatLine): number => line.repeatSameSystem + line.repeatOtherSystem;

/** Field kinds whose values are not compared: names, choices and dates. */
const uncompared: ReadonlySet<string> = new Set<FieldKind>([
  'name',
  'birth',
  'gender',
  'ethnicity',
  'political',
  'education',
  'marital',
  'relation',
  'household-kind',
  'age',
  'date',
  'sort',
]);

/** Whether the values of the item are compared. If not, zero repeats does not mean that nothing was repeated. */
export const isCompared = (line: RepeatLine): boolean =>
  repeatCount(line) > 0 || line.fieldKind === null || !uncompared.has(line.fieldKind);

/** Returns the item under which `item` is shown: the end of its chain of merges. Stops if the chain is circular. */
function mergeTarget(item: string, merged: RepeatView['merged']): string {
  const seen = new Set<string>();
  let target = item;
  for (let next = merged[target]; next !== undefined && !seen.has(target); next = merged[target]) {
    seen.add(target);
    target = next;
  }
  return target;
}

/** A line of the view: one item, or several that were merged. */
export interface ShownLine extends RepeatLine {
  /** How many of the entries are not compared. */
  readonly uncompared: number;
}

/**
 * Applies the owner's view: adds up merged lines, removes hidden lines, and sets the repeats of lines marked as not
 * repeated to 0. Sorted by repeats, most first.
 */
export function applyRepeatView(lines: readonly RepeatLine[], { hidden, apart, merged }: RepeatView): ShownLine[] {
  const found = new Map(lines.map((line) => [repeatItemId(line), line]));
  const shown = new Map<string, ShownLine>();
  for (const line of lines) {
    const target = mergeTarget(repeatItemId(line), merged);
    const head = found.get(target) ?? line;
    const before = shown.get(target);
    const own = apart.includes(repeatItemId(line)) ? { ...line, repeatSameSystem: 0, repeatOtherSystem: 0 } : line;
    shown.set(target, {
      fieldKind: head.fieldKind,
      label: head.label,
      entries: (before?.entries ?? 0) + own.entries,
      repeatSameSystem: (before?.repeatSameSystem ?? 0) + own.repeatSameSystem,
      repeatOtherSystem: (before?.repeatOtherSystem ?? 0) + own.repeatOtherSystem,
      systems: [...new Set([...(before?.systems ?? []), ...own.systems])].sort(),
      lastWeek: Math.max(before?.lastWeek ?? 0, own.lastWeek),
      focusMs: (before?.focusMs ?? 0) + own.focusMs,
      uncompared: (before?.uncompared ?? 0) + (isCompared(line) ? 0 : line.entries),
    });
  }
  return [...shown]
    .filter(([item]) => !hidden.includes(item))
    .sort(([ka, a], [kb, b]) => repeatCount(b) - repeatCount(a) || b.entries - a.entries || (ka < kb ? -1 : 1))
    .map(([, line]) => line);
}
