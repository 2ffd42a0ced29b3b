/** The input and the result of `foldTime` (fold-time.ts). Times are milliseconds. */
import type { Day, DropReason, EpochMs, SystemKey } from '../../events.ts';

/** The local day to fold, and the owner's definitions for it. */
export interface TimeContext {
  readonly day: Day;
  readonly timeZone: string;
  /** First instant of this day and of the next day, in `timeZone`. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** For how long one input counts as activity. */
  readonly idleMs: number;
  /** Working hours as minutes after local midnight. */
  readonly hours: readonly (readonly [number, number])[];
  readonly restDay: boolean;
}

/** The time of one system on that day. */
export interface SystemTime {
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly unattendedMs: number;
  readonly backgroundPlayMs: number;
  readonly visits: number;
}

/** The time of one day, with systems named by key. The fields are the same as in `DaySummary` (day-summary.ts). */
export interface TimeDay {
  readonly systems: ReadonlyMap<SystemKey, SystemTime>;
  readonly quarterHours: readonly {
    readonly start: number;
    readonly system: SystemKey;
    readonly activeMs: number;
    readonly watchingMs: number;
    readonly afterHoursMs: number;
  }[];
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly standardAfterHoursMs: number;
  readonly switches: number;
  readonly dropped: Partial<Record<DropReason, number>>;
}
