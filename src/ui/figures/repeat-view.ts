/** The ledger of repeats as its owner wants to read it. Nothing that is counted, stored or exported changes. */
import type { RepeatLine } from '../../core/forms/repeat-ledger.ts';
import type { RepeatView } from '../../core/settings.ts';
import type { FieldKind } from '../../data/index.ts';

export const repeatItemId = (line: Pick<RepeatLine, 'fieldKind' | 'label'>): string =>
  line.fieldKind ?? `label ${line.label ?? ''}`;

export const repeatCount = (line: RepeatLine): number => line.repeatSameSystem + line.repeatOtherSystem;

/** Names, choices and dates: not compared (docs/measurement.md, "The ledger of repeats"). */
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

/** Whether its number of repeats says anything: none of an item that is not compared is not the same as none at all. */
export const isCompared = (line: RepeatLine): boolean =>
  repeatCount(line) > 0 || line.fieldKind === null || !uncompared.has(line.fieldKind);

/** Where an item is shown: its own line, or that of the item it was merged into. */
function shownAs(item: string, merged: RepeatView['merged']): string {
  const seen = new Set<string>();
  let at = item;
  for (let into = merged[at]; into !== undefined && !seen.has(at); into = merged[at]) {
    seen.add(at);
    at = into;
  }
  return at;
}

/** A line as it is shown. */
export interface ShownLine extends RepeatLine {
  /** Of its entries, those that are not compared, where the others are: it was merged of both. */
  readonly uncompared: number;
}

/** Merged lines added up, hidden ones left out, those that are no repeats without them; most repeated first. */
export function applyRepeatView(lines: readonly RepeatLine[], { hidden, apart, merged }: RepeatView): ShownLine[] {
  const found = new Map(lines.map((line) => [repeatItemId(line), line]));
  const shown = new Map<string, ShownLine>();
  for (const line of lines) {
    const target = shownAs(repeatItemId(line), merged);
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
