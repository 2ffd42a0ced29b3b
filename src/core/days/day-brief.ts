/** Extracts the main figures of a day, for views that show up to a year. */
import type { Day } from '../events.ts';
import { isRestDay } from '../time/workdays.ts';
import type { DaySummary, Purpose } from './day-summary.ts';

/** The main figures of a day. Times are milliseconds. */
export interface DayBrief {
  readonly day: Day;
  /** Whether the day is a rest day in the State Council's calendar. */
  readonly rest: boolean;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  /** Number of systems with attention. */
  readonly systems: number;
  readonly entries: number;
  readonly eligible: number;
  /** Repeat entries in the same and in other systems. */
  readonly repeats: number;
  readonly submissions: number;
  /** Lower bound (`repeatFocusMs`) and upper bound (`repeatMs`) of the time that repeat entries took. */
  readonly repeatFocusMs: number;
  readonly repeatMs: number;
  /** Burden acts of all burden forms. */
  readonly acts: number;
  /**
   * Number of the phone burdens that the owner recorded by hand, and the sum of their minutes. They are never added to
   * measured figures.
   */
  readonly selfReported: number;
  readonly selfReportedMinutes: number;
  /** Attention by the current purpose of each system. */
  readonly purposeMs: Readonly<Record<Purpose | 'unclassified', number>>;
  /** The part of `purposeMs` outside the owner's working hours. */
  readonly purposeAfterHoursMs: Readonly<Record<Purpose | 'unclassified', number>>;
  /** Attention by kind of system (`src/data/kinds.json`). */
  readonly kindMs: Readonly<Record<string, number>>;
}

/** Returns the main figures of a day summary. */
export function briefOf(day: DaySummary): DayBrief {
  const purposeMs = { casework: 0, reporting: 0, study: 0, personal: 0, unclassified: 0 };
  const purposeAfterHoursMs = { ...purposeMs };
  const kindMs: Record<string, number> = {};
  const purposes = new Map<string, Purpose | 'unclassified'>();
  for (const { id, purpose, kind, activeMs, watchingMs } of day.systems) {
    purposes.set(id, purpose ?? 'unclassified');
    purposeMs[purpose ?? 'unclassified'] += activeMs + watchingMs;
    if (activeMs + watchingMs > 0) kindMs[kind] = (kindMs[kind] ?? 0) + activeMs + watchingMs;
  }
  for (const q of day.quarterHours) purposeAfterHoursMs[purposes.get(q.system) ?? 'unclassified'] += q.afterHoursMs;
  const burdens = Object.values(day.selfReported);
  return {
    day: day.day,
    rest: isRestDay(day.day),
    attentionMs: day.attentionMs,
    afterHoursMs: day.afterHoursMs,
    systems: day.fragmentation.systems,
    entries: day.entries.total,
    eligible: day.entries.eligible,
    repeats: day.entries.repeatSameSystem + day.entries.repeatOtherSystem,
    submissions: day.submissions.total,
    repeatFocusMs: day.entries.repeatFocusMs,
    repeatMs: day.submissions.repeatMs,
    acts: Object.values(day.acts).reduce((sum, act) => sum + act.count, 0),
    selfReported: burdens.reduce((sum, burden) => sum + burden.count, 0),
    selfReportedMinutes: burdens.reduce((sum, burden) => sum + burden.minutes, 0),
    purposeMs,
    purposeAfterHoursMs,
    kindMs,
  };
}
