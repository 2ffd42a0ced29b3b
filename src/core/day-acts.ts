/** The burden acts of one day, logins, and what the owner reported. docs/measurement.md, "Burden acts". */
import type { LogEvent, SystemKey } from './events.ts';
import type { DaySummary } from './summary.ts';

export interface ActsDay {
  readonly systems: ReadonlyMap<SystemKey, number>;
  readonly acts: DaySummary['acts'];
  readonly logins: number;
  readonly selfReported: DaySummary['selfReported'];
}

/** Folds the `act`, `login` and `self` events of one day; others are ignored. */
export function foldActs(_events: readonly LogEvent[]): ActsDay {
  return { systems: new Map(), acts: {}, logins: 0, selfReported: {} };
}
