/** The time of one day: evidence of attention → who had it, and when. docs/measurement.md, "Time". */
import type { Day, DropReason, EpochMs, LogEvent, SystemKey } from './events.ts';

export interface TimeContext {
  readonly day: Day;
  readonly timeZone: string;
  /** The day's first instant and the next day's first, in that zone. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly idleMs: number;
  readonly hours: readonly (readonly [number, number])[];
  readonly restDay: boolean;
}

export interface SystemTime {
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly unattendedMs: number;
  readonly backgroundPlayMs: number;
  readonly visits: number;
}

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

/** Folds the `span` and `idle` events that touch a day; others are ignored, order does not matter. */
export function foldTime(_events: readonly LogEvent[], _context: TimeContext): TimeDay {
  return {
    systems: new Map(),
    quarterHours: [],
    attentionMs: 0,
    afterHoursMs: 0,
    standardAfterHoursMs: 0,
    switches: 0,
    dropped: {},
  };
}
