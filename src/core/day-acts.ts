/** The burden acts of one day, logins, and what the owner reported. docs/measurement.md, "Burden acts". */
import type { BurdenForm, LogEvent, PhoneBurden, SystemKey } from './events.ts';
import type { DaySummary } from './summary.ts';

export interface ActsDay {
  readonly systems: ReadonlyMap<SystemKey, number>;
  readonly acts: DaySummary['acts'];
  readonly logins: number;
  readonly selfReported: DaySummary['selfReported'];
}

/** Folds the `act`, `login` and `self` events of one day; others are ignored. */
export function foldActs(events: readonly LogEvent[]): ActsDay {
  const systems = new Map<SystemKey, number>();
  const acts: Partial<Record<BurdenForm, { count: number; ms: number }>> = {};
  const selfReported: Partial<Record<PhoneBurden, { count: number; minutes: number }>> = {};
  let logins = 0;
  for (const event of events) {
    if (event.kind === 'act') {
      systems.set(event.system, (systems.get(event.system) ?? 0) + event.count);
      const before = acts[event.form] ?? { count: 0, ms: 0 };
      acts[event.form] = { count: before.count + event.count, ms: before.ms + event.ms };
    } else if (event.kind === 'login') logins++;
    else if (event.kind === 'self') {
      const before = selfReported[event.burden] ?? { count: 0, minutes: 0 };
      selfReported[event.burden] = { count: before.count + 1, minutes: before.minutes + (event.minutes ?? 0) };
    }
  }
  return { systems, acts, logins, selfReported };
}
