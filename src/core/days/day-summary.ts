/**
 * The figures of one day. The owner's screens show them, and the month report is built from them.
 * docs/schemas/day-summary.schema.json is the published JSON Schema. All times are milliseconds.
 *
 * The code in the folder days/ folds the events of a day into its summary. It also merges summaries, removes parts of
 * them, and replaces system keys in them.
 */
import type { ActFeature, BurdenForm, Day, DropReason, LeadTime, PhoneBurden } from '../events.ts';

/**
 * Version of the definitions in docs/measurement/. Raise the version when a change of a definition changes a figure.
 */
export const definitionsVersion = 1;

/** What the owner uses a portal for: casework, reporting upward, study and assessment, personal affairs. */
export const purposes = ['casework', 'reporting', 'study', 'personal'] as const;
export type Purpose = (typeof purposes)[number];

/** The figures of one system. */
export interface SystemDay {
  /** The host with its port. Stored summaries hold the system key here instead. A report never contains either. */
  readonly id: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly unattendedMs: number;
  readonly backgroundPlayMs: number;
  /** Number of visits. A visit lasts until the attention moves to another system. */
  readonly visits: number;
  readonly entries: number;
  readonly submissions: number;
  readonly acts: number;
}

/** Length of a `QuarterHour`. */
export const quarterMs = 15 * 60_000;

/** The attention of one system in one quarter hour. */
export interface QuarterHour {
  /** Minutes after local midnight, a multiple of 15. */
  readonly start: number;
  readonly system: string;
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly afterHoursMs: number;
}

/**
 * One feature of a burden form on one system. It shows that something was observed, not that a rule was violated
 * (docs/privacy-model.md, P7).
 */
export interface FeatureDay {
  /** The same id as in `SystemDay.id`. */
  readonly system: string;
  readonly form: BurdenForm;
  readonly feature: ActFeature | 'media';
  readonly count: number;
  readonly ms: number;
}

/** The summary of one local day. */
export interface DaySummary {
  readonly day: Day;
  readonly timeZone: string;
  readonly definitionsVersion: number;
  readonly systems: readonly SystemDay[];
  readonly quarterHours: readonly QuarterHour[];
  /** Active and watching time of all systems. It is never more than the length of the day. */
  readonly attentionMs: number;
  /** Attention outside the owner's working hours or on a rest day. */
  readonly afterHoursMs: number;
  /**
   * Attention outside the fixed standard hours that exported figures use: before 08:00, after 18:00, and on rest days.
   */
  readonly standardAfterHoursMs: number;
  readonly entries: {
    readonly total: number;
    /** Entries whose values are compared. */
    readonly eligible: number;
    readonly repeatSameSystem: number;
    readonly repeatOtherSystem: number;
    readonly focusMs: number;
    /** Lower bound of repeat time: the focus time of repeat entries. */
    readonly repeatFocusMs: number;
    readonly pasted: number;
    /** Entries whose values were copied in one system and pasted in another. */
    readonly carried: number;
    /** Characters of repeat entries that were typed or composed. */
    readonly retypedCharacters: number;
  };
  readonly submissions: {
    readonly total: number;
    readonly failed: number;
    readonly drafts: number;
    readonly nearDuplicate: number;
    readonly ms: number;
    /** Upper bound of repeat time: the time of each submission times its share of repeated fields. */
    readonly repeatMs: number;
  };
  /** Form families. */
  readonly families: readonly {
    readonly id: string;
    readonly systems: readonly string[];
    readonly submissions: number;
    /** Total time of the family's submissions. */
    readonly ms: number;
  }[];
  readonly fieldKinds: readonly {
    readonly kind: string;
    readonly systems: readonly string[];
    readonly entries: number;
    readonly repeats: number;
  }[];
  /**
   * Tables that were pasted (cells = rows × columns), downloaded as a template or an export, or imported from a file.
   */
  readonly tables: {
    readonly pastes: number;
    readonly cells: number;
    readonly exports: number;
    readonly imports: number;
    /** Imports into a system from which a template or a table was downloaded earlier that day. */
    readonly roundTrips: number;
  };
  readonly acts: Partial<Record<BurdenForm, { readonly count: number; readonly ms: number }>>;
  /**
   * The parts of `acts` by system and feature. Screens show them next to the clauses of the rules (acts/clauses.ts).
   */
  readonly features: readonly FeatureDay[];
  /** Number of deadlines by lead time. */
  readonly leadTimes: Partial<Record<LeadTime, number>>;
  readonly fragmentation: { readonly systems: number; readonly switches: number; readonly logins: number };
  readonly selfReported: Partial<Record<PhoneBurden, { readonly count: number; readonly minutes: number }>>;
  /** Lost measurements by reason. */
  readonly dropped: Partial<Record<DropReason, number>>;
}
