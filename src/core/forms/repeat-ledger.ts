/**
 * The ledger of repeats. It holds, for each item, the number of entries and of repeat entries, the systems, and the
 * latest week with an entry. An item is a field kind or, where no word matched, a label. Only a keyed digest of a label
 * is stored. So the entries with the label can be counted, but the label can't be shown. docs/measurement/repeats.md
 */
import type { LogEvent, SystemKey } from '../events.ts';

/** One item of the ledger of repeats. */
export interface RepeatLine {
  /** Field kind, or null for a label. */
  readonly fieldKind: string | null;
  /** Keyed digest of the label (12 hex digits), or null for a field kind. */
  readonly label: string | null;
  readonly entries: number;
  /** Repeat entries whose values were submitted before in the same system, and in another system. */
  readonly repeatSameSystem: number;
  readonly repeatOtherSystem: number;
  readonly systems: readonly SystemKey[];
  /** The Monday of the latest week with an entry, in days since 1970-01-01. */
  readonly lastWeek: number;
  readonly focusMs: number;
}

const dayMs = 86_400_000;
/** Returns the Monday (UTC) of an instant's week, in days since 1970-01-01. */
export const mondayOf = (at: number): number => {
  const day = Math.floor(at / dayMs);
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7);
};

/**
 * Returns the lines of these events, ordered by the number of repeat entries and then by the number of entries, largest
 * first. Ignores events other than entries.
 */
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
