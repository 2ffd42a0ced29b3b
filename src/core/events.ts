/**
 * The vocabulary. Every other file speaks it.
 *
 * Three steps, three unions:
 *  - `PageEvent`: what one frame of a portal page tells the worker. It carries evidence, no verdicts,
 *    and can't name its own system: the worker takes that from the sender.
 *  - `LogEvent`: what the worker appends to the ledger, verdicts included, immutable.
 *  - `Row`: a `LogEvent` with its identity `(sourceId, seq)`, its local day and its time zone.
 *
 * Definitions of every number: docs/measurement.md.
 */

declare const brand: unique symbol;
type Brand<T, B> = T & { readonly [brand]: B };

/** Wall-clock milliseconds since 1970-01-01 UTC. */
export type EpochMs = Brand<number, 'EpochMs'>;
/** Monotonic milliseconds since the frame's time origin (`event.timeStamp`, `performance.now()`). */
export type PageMs = Brand<number, 'PageMs'>;
/** A local calendar day, `YYYY-MM-DD`, in the zone that the row was appended in. */
export type Day = Brand<string, 'Day'>;
/** A catalogue entry's id (`src/data/portals.json`), never reused. */
export type CatalogueId = Brand<string, 'CatalogueId'>;
/** A system (one host with its port) as a keyed digest for the ledger's life; never exported. 12 hex digits. */
export type SystemKey = Brand<string, 'SystemKey'>;
/** A browser tab within one browser session; says nothing after it. */
export type TabKey = Brand<string, 'TabKey'>;

// ── Time ────────────────────────────────────────────────────────────────────────────────────────

/**
 * Evidence of attention, as intervals. A frame reports what it saw; the day is folded from the union.
 *  - `presence`: the page was shown in the focused window (gaps of at most 60 s while blocked included).
 *  - `input`: first to last trusted input of a run whose inner gaps are at most 60 s; any frame.
 *  - `media`: visible media of the page played; any frame.
 *  - `background`: media played while the page was hidden (only if the owner turned it on).
 */
export const spanSorts = ['presence', 'input', 'media', 'background'] as const;
export type SpanSort = (typeof spanSorts)[number];

export interface SpanSeen {
  readonly kind: 'span';
  readonly of: SpanSort;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** The states of the machine that `chrome.idle` reports. */
export const idleStates = ['active', 'idle', 'locked'] as const;
export type IdleState = (typeof idleStates)[number];

/** What `chrome.idle` reported to the worker: five minutes without input on the machine, a lock, or a return. */
export interface IdleChange {
  readonly kind: 'idle';
  readonly at: EpochMs;
  readonly state: IdleState;
}

// ── Forms ───────────────────────────────────────────────────────────────────────────────────────

/** How a value came into a field. `script` is never counted as the owner's entry. */
export const entryWays = ['typed', 'composed', 'pasted', 'picked', 'dropped', 'autofilled', 'script'] as const;
export type EntryWay = (typeof entryWays)[number];
/** Ways that count as the owner's entry. */
export type OwnEntryWay = Exclude<EntryWay, 'script'>;

/** Classes of values that are compared; what is in none of them is never fingerprinted. */
export const valueClasses = [
  'identity',
  'credit-code',
  'phone',
  'bank-card',
  'email',
  'number',
  'address',
  'long-text',
  'name',
] as const;
export type ValueClass = (typeof valueClasses)[number];

/** A 64-bit unkeyed fingerprint of (class, canonical value), 16 hex digits. Lives between page and worker only, never stored. */
export interface Fingerprint {
  readonly valueClass: ValueClass;
  readonly hash: string;
}

/** Words on the control that was activated, by class (`docs/measurement.md`, "Submission"). */
export const commitClasses = [
  'commit',
  'draft',
  'next',
  'search',
  'reset',
  'confirm',
  'delete',
  'native',
  'login',
] as const;
export type CommitClass = (typeof commitClasses)[number];

/** One field was left with a changed value. Sent when the field commits (change, blur, or a commit trigger). */
export interface FieldFilled {
  readonly kind: 'field';
  readonly at: EpochMs;
  /** A field within this frame's life; lets a later value of the same field replace the earlier one. */
  readonly field: number;
  /** The group of fields (form, dialog, or frame) that is submitted together, within this frame's life. */
  readonly scope: number;
  readonly way: EntryWay;
  /** From the closed vocabulary of `field-kinds`, or null when no word matched. */
  readonly fieldKind: string | null;
  /** 64-bit fingerprint of the normalised label, keyed by the worker before it is stored; null when none. */
  readonly label: string | null;
  readonly prints: readonly Fingerprint[];
  readonly characters: number;
  /** Milliseconds this field had the focus since its last report. */
  readonly focusMs: number;
}

/** The person activated a control that may send the form. */
export interface CommitPressed {
  readonly kind: 'commit';
  readonly at: EpochMs;
  readonly commit: CommitClass;
  readonly scope: number | null;
  /** The control stands in a dialog that has no fields of its own. */
  readonly inDialog: boolean;
}

/** What the page showed afterwards. */
export const outcomeSigns = [
  'request-ok',
  'request-failed',
  'toast-ok',
  'toast-failed',
  'form-gone',
  'fields-reset',
  'navigated',
  /** The page stopped looking; nothing more will be said of this commit. */
  'quiet',
] as const;
export interface OutcomeSeen {
  readonly kind: 'outcome';
  readonly at: EpochMs;
  readonly sign: (typeof outcomeSigns)[number];
  readonly scope: number | null;
}

/** How a table moved: pasted, a template downloaded, a file imported, a file exported. */
export const tableMoves = ['paste', 'template', 'import', 'export'] as const;
export type TableMove = (typeof tableMoves)[number];

/** A table was pasted, downloaded as a template or an export, or imported from a file. Each is counted once. */
export interface TableMoved {
  readonly kind: 'table';
  readonly at: EpochMs;
  readonly sort: TableMove;
  readonly cells: number;
}

/** Compared values in what was copied or cut, so that a copy carried to another system can be told. Never stored as such. */
export interface Copied {
  readonly kind: 'copied';
  readonly at: EpochMs;
  readonly prints: readonly Fingerprint[];
}

export const repeatVerdicts = ['none', 'same-system', 'other-system', 'look-up', 'rework'] as const;
export type RepeatVerdict = (typeof repeatVerdicts)[number];

/** One field entry, stored with its verdict when its scope was submitted, searched or left. */
export interface EntryMade {
  readonly kind: 'entry';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly way: OwnEntryWay;
  readonly fieldKind: string | null;
  /** Keyed digest of the label, for the ledger's life; 12 hex digits. */
  readonly label: string | null;
  readonly eligible: boolean;
  readonly repeat: RepeatVerdict;
  /** Pasted here after it was copied in another system; absent when it wasn't. */
  readonly carried?: true;
  readonly characters: number;
  readonly focusMs: number;
}

export const submissionOutcomes = ['sent', 'failed', 'draft'] as const;

export interface SubmissionMade {
  readonly kind: 'submission';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly outcome: (typeof submissionOutcomes)[number];
  /** Keyed digest of the set of labels: the same form has the same family on every system. */
  readonly family: string | null;
  readonly fieldKinds: readonly string[];
  readonly fields: number;
  readonly eligible: number;
  readonly repeated: number;
  /** From the first field entry to the commit, attended gaps over 60 s taken out. */
  readonly ms: number;
  readonly nearDuplicate: boolean;
}

// ── Acts ────────────────────────────────────────────────────────────────────────────────────────

/** Burden forms of `src/data/lexicon.json`, its category ids. */
export const burdenForms = [
  'multi-reporting',
  'trace-keeping',
  'photo-proof',
  'check-in',
  'deadline-reply',
  'micro-directive',
  'engagement-quota',
  'ranking',
  'online-duration',
  'forced-install',
  'fragmentation',
  'after-hours',
  'office-oa',
] as const;
export type BurdenForm = (typeof burdenForms)[number];

/**
 * What was seen of a burden form. Done by the person: a control pressed, a short reply sent, files chosen, an image
 * pasted, a presence prompt answered, a report sent. Shown by the page: a leaderboard, a counter of hours or credits,
 * a quota task, a promotion task, a deadline.
 */
export const actFeatures = [
  'press',
  'reply',
  'file',
  'pasted-image',
  'prompt',
  'report',
  'leaderboard',
  'counter',
  'task',
  'promotion',
  'deadline',
] as const;
export type ActFeature = (typeof actFeatures)[number];

/** How long before a deadline it was first seen. */
export const leadTimes = ['same-day', 'under-24h', 'under-3d', 'under-7d', 'longer'] as const;
export type LeadTime = (typeof leadTimes)[number];

/**
 * How words of burden acts were met: on a control that was pressed (`click`), at files that were chosen (`change`) or
 * pasted, in a heading or a deadline that the page shows; a short reply has none.
 */
export const wordSorts = ['click', 'change', 'paste', 'reply', 'shown'] as const;
export type WordSort = (typeof wordSorts)[number];

/** What a page says of words: their classes (core/acts/compile-lexicon.ts), never the words. Judged by the worker, never stored. */
export interface WordsSeen {
  readonly kind: 'words';
  readonly at: EpochMs;
  readonly sort: WordSort;
  /** Classes of the words themselves, and of those near by. */
  readonly on: readonly string[];
  readonly near: readonly string[];
  /** Files given; on a press, choosers for files that the page has; 1 otherwise. */
  readonly count: number;
  /**
   * Deadlines that are shown, in numbers (`parseDueDate`). The ledger keeps how far off each was; the date itself is kept in
   * memory until the browser ends, so that it counts once.
   */
  readonly due: readonly string[];
}

/** A burden act: counted once, with the time that belongs to it (in front while shown, from the press to the file), 0 when none. */
export interface ActMade {
  readonly kind: 'act';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly form: BurdenForm;
  /** Absent in rows of the first version, which knew presses only. */
  readonly feature?: ActFeature;
  readonly count: number;
  readonly ms: number;
  readonly lead?: LeadTime;
}

/** A password was entered and sent. */
export interface LoggedIn {
  readonly kind: 'login';
  readonly at: EpochMs;
}

// ── Self-reported, and what was lost ────────────────────────────────────────────────────────────

/** What one tap notes of the phone, and what the timer can be set for: systems and programs that no extension can see. */
export const phoneBurdens = [
  'chain',
  'check-in',
  'received',
  'forward',
  'photo',
  'timer',
  'ie-mode',
  'client',
  'spreadsheet',
  'chat',
] as const;
export type PhoneBurden = (typeof phoneBurdens)[number];

export interface SelfReported {
  readonly kind: 'self';
  readonly at: EpochMs;
  readonly burden: PhoneBurden;
  readonly minutes: number | null;
}

/** Something could not be measured or was refused: counted, never silent (promise P5). */
export const dropReasons = [
  'clock-moved',
  'suspended',
  'overlap',
  'overlong',
  'inconsistent',
  'not-granted',
  'malformed',
  'too-many',
  'recovered',
  'unreachable-frame',
] as const;
export type DropReason = (typeof dropReasons)[number];

export interface Dropped {
  readonly kind: 'dropped';
  readonly at: EpochMs;
  readonly reason: DropReason;
  readonly count: number;
}

// ── The three unions ────────────────────────────────────────────────────────────────────────────

export type PageEvent =
  | SpanSeen
  | FieldFilled
  | CommitPressed
  | OutcomeSeen
  | TableMoved
  | Copied
  | WordsSeen
  | LoggedIn
  | Dropped;

export type LogEvent =
  | (SpanSeen & { readonly system: SystemKey; readonly tab: TabKey })
  | IdleChange
  | EntryMade
  | SubmissionMade
  | (TableMoved & { readonly system: SystemKey })
  | ActMade
  | (LoggedIn & { readonly system: SystemKey })
  | SelfReported
  | Dropped;

export type Row = LogEvent & {
  readonly sourceId: string;
  readonly seq: number;
  readonly day: Day;
  readonly timeZone: string;
};
export type RowOf<K extends LogEvent['kind']> = Extract<LogEvent, { readonly kind: K }> & Row;
