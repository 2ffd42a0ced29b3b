/**
 * The ledger of repeats: per thing asked for, how often it was filled in, how often again, where, when last.
 * A thing is a field kind of the closed vocabulary, or, where no word matched, a label known by its keyed digest
 * only: it can be counted and told from others, its words can't be shown, because they were never kept.
 * docs/measurement.md, "The ledger of repeats".
 */
import type { LogEvent, SystemKey } from '../events.ts';

export interface RepeatLine {
  /** From the closed vocabulary, or null. */
  readonly fieldKind: string | null;
  /** Keyed digest of the label, when there is no field kind; 12 hex digits. */
  readonly label: string | null;
  readonly entries: number;
  /** In the same system and in others. */
  readonly repeatSameSystem: number;
  readonly repeatOtherSystem: number;
  readonly systems: readonly SystemKey[];
  /** Days since 1970-01-01 of the Monday of the last week. */
  readonly lastWeek: number;
  readonly focusMs: number;
}

const dayMs = 86_400_000;
const mondayOf = (at: number) => {
  const day = Math.floor(at / dayMs);
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7);
};

/** Most repeated first, then most asked. Other events than entries pass by; their order doesn't matter. */
export function repeatLedger(events: readonly LogEvent[]): RepeatLine[] {
  const lines = new Map<string, RepeatLine & { readonly seen: Set<SystemKey> }>();
  for (const event of events) {
    if (event.kind !== 'entry' || (event.fieldKind === null && event.label === null)) continue;
    const key = event.fieldKind ?? `label ${event.label}`;
    const line = lines.get(key);
    const seen = (line?.seen ?? new Set<SystemKey>()).add(event.system);
    lines.set(key, {
      fieldKind: event.fieldKind,
      label: event.fieldKind === null ? event.label : null,
      entries: (line?.entries ?? 0) + 1,
      repeatSameSystem: (line?.repeatSameSystem ?? 0) + (event.repeat === 'same-system' ? 1 : 0),
      repeatOtherSystem: (line?.repeatOtherSystem ?? 0) + (event.repeat === 'other-system' ? 1 : 0),
      systems: [],
      lastWeek: Math.max(line?.lastWeek ?? 0, mondayOf(event.at)),
      focusMs: (line?.focusMs ?? 0) + event.focusMs,
      seen,
    });
  }
  const repeats = (l: RepeatLine) => l.repeatSameSystem + l.repeatOtherSystem;
  return [...lines.entries()]
    .sort(([ka, a], [kb, b]) => repeats(b) - repeats(a) || b.entries - a.entries || (ka < kb ? -1 : 1))
    .map(([, { seen, ...line }]) => ({ ...line, systems: [...seen].sort() }));
}
