/**
 * What a day comes to: the shape the owner's own pages draw and the month report is built from.
 * Published as JSON Schema in docs/schemas/day-summary.schema.json. All times are milliseconds.
 */
import type { ActFeature, BurdenForm, Day, DropReason, LeadTime, PhoneBurden } from '../events.ts';

/** Raised whenever a definition in docs/measurement.md changes a number; travels with every figure. */
export const definitionsVersion = 1;

export const purposes = ['casework', 'reporting', 'study', 'personal'] as const;
export type Purpose = (typeof purposes)[number];

export interface SystemDay {
  /** The host (with port) for the owner's own pages; never exported. */
  readonly id: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly unattendedMs: number;
  readonly backgroundPlayMs: number;
  readonly visits: number;
  readonly entries: number;
  readonly submissions: number;
  readonly acts: number;
}

/** Length of a `QuarterHour`. */
export const quarterMs = 15 * 60_000;

export interface QuarterHour {
  /** Minutes after local midnight, a multiple of 15. */
  readonly start: number;
  readonly system: string;
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly afterHoursMs: number;
}

/** One feature of a burden form on one system. A feature observed, not a violation. */
export interface FeatureDay {
  /** The host, as in `SystemDay`. */
  readonly system: string;
  readonly form: BurdenForm;
  readonly feature: ActFeature | 'media';
  readonly count: number;
  readonly ms: number;
}

export interface DaySummary {
  readonly day: Day;
  readonly timeZone: string;
  readonly definitionsVersion: number;
  readonly systems: readonly SystemDay[];
  readonly quarterHours: readonly QuarterHour[];
  /** active + watching over all systems; never more than the day's hours. */
  readonly attentionMs: number;
  /** The part of attention outside the owner's working hours or on a rest day. */
  readonly afterHoursMs: number;
  /** The part outside the fixed standard (before 08:00, after 18:00, rest days), for export. */
  readonly standardAfterHoursMs: number;
  readonly entries: {
    readonly total: number;
    readonly eligible: number;
    readonly repeatSameSystem: number;
    readonly repeatOtherSystem: number;
    readonly focusMs: number;
    readonly repeatFocusMs: number;
    readonly pasted: number;
    /** Copied in one system and pasted in another. */
    readonly carried: number;
    /** Characters of repeat entries that were typed or composed, not pasted. */
    readonly retypedCharacters: number;
  };
  readonly submissions: {
    readonly total: number;
    readonly failed: number;
    readonly drafts: number;
    readonly nearDuplicate: number;
    readonly ms: number;
    /** Upper bound of repeat time: each submission's minutes times its share of repeated entries. */
    readonly repeatMs: number;
  };
  readonly families: readonly {
    readonly id: string;
    readonly systems: readonly string[];
    readonly submissions: number;
    /** Minutes of its submissions are this by their number. */
    readonly ms: number;
  }[];
  readonly fieldKinds: readonly {
    readonly kind: string;
    readonly systems: readonly string[];
    readonly entries: number;
    readonly repeats: number;
  }[];
  /** Transport: tables pasted (cells as rows × columns), templates and exports taken, tables given back. */
  readonly tables: {
    readonly pastes: number;
    readonly cells: number;
    readonly exports: number;
    readonly imports: number;
    /** Imports of a system from which a template or table was taken before, that day. */
    readonly roundTrips: number;
  };
  readonly acts: Partial<Record<BurdenForm, { readonly count: number; readonly ms: number }>>;
  /** The parts of `acts`, by system: what the clauses of the rules are set beside (core/acts/clauses.ts). */
  readonly features: readonly FeatureDay[];
  /** Deadlines by how long before them they were first seen. */
  readonly leadTimes: Partial<Record<LeadTime, number>>;
  readonly fragmentation: { readonly systems: number; readonly switches: number; readonly logins: number };
  readonly selfReported: Partial<Record<PhoneBurden, { readonly count: number; readonly minutes: number }>>;
  readonly dropped: Partial<Record<DropReason, number>>;
}
