/** The form filling of one day. docs/measurement.md, "Repetitive form filling". */
import type { LogEvent, SystemKey } from './events.ts';
import type { DaySummary } from './summary.ts';

export interface FormsDay {
  readonly systems: ReadonlyMap<SystemKey, { readonly entries: number; readonly submissions: number }>;
  readonly entries: DaySummary['entries'];
  readonly submissions: DaySummary['submissions'];
  readonly families: readonly {
    readonly id: string;
    readonly systems: readonly SystemKey[];
    readonly submissions: number;
  }[];
  readonly fieldKinds: readonly {
    readonly kind: string;
    readonly systems: readonly SystemKey[];
    readonly entries: number;
    readonly repeats: number;
  }[];
}

/** Folds the `entry` and `submission` events of one day; others are ignored. */
export function foldForms(_events: readonly LogEvent[]): FormsDay {
  return {
    systems: new Map(),
    entries: {
      total: 0,
      eligible: 0,
      repeatSameSystem: 0,
      repeatOtherSystem: 0,
      focusMs: 0,
      repeatFocusMs: 0,
      pasted: 0,
    },
    submissions: { total: 0, failed: 0, drafts: 0, nearDuplicate: 0, ms: 0, repeatMs: 0 },
    families: [],
    fieldKinds: [],
  };
}
