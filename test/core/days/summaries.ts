/** Builds day summaries for the tests of this folder. */
import type { DaySummary, SystemDay } from '../../../src/core/days/day-summary.ts';
import { completeDay } from '../../support/complete-backup.ts';

/** Returns the summary of an empty day, changed by the given fields. */
export const dayOf = (change: Partial<DaySummary>): DaySummary => ({
  ...completeDay(),
  systems: [],
  quarterHours: [],
  attentionMs: 0,
  afterHoursMs: 0,
  standardAfterHoursMs: 0,
  families: [],
  fieldKinds: [],
  acts: {},
  features: [],
  leadTimes: {},
  selfReported: {},
  dropped: {},
  ...change,
});
export const system = (id: string, change: Partial<SystemDay> = {}): SystemDay => ({
  ...(completeDay().systems[0] as SystemDay),
  id,
  ...change,
});
export const quarter = (start: number, of: string, activeMs: number, watchingMs: number, afterHoursMs = 0) => ({
  start,
  system: of,
  activeMs,
  watchingMs,
  afterHoursMs,
});
