/**
 * The types of all events. The folder src/core holds the measuring rules as pure functions: they use no clock, no
 * browser API and no database. Every folder of src/core may import the files that are directly in src/core.
 *
 * An event passes three stages, each a union type:
 *  - `PageEvent`: what a frame of a portal page sends to the worker. It holds evidence and no verdicts. It does not
 *    name its system, because a page can forge a message. The worker derives the system from the sender, which the
 *    browser fills in.
 *  - `LogEvent`: what the worker appends to the ledger, with verdicts. A stored event is never changed.
 *  - `Row`: a `LogEvent` with its identity `(sourceId, seq)`, its local day and its time zone.
 *
 * Property names are stored and exported, so they never change. docs/measurement.md lists the definitions of all
 * figures.
 */

declare const brand: unique symbol;
type Brand<T, B> = T & { readonly [brand]: B };

/** Wall-clock milliseconds since 1970-01-01 UTC. */
export type EpochMs = Brand<number, 'EpochMs'>;
/** Milliseconds of a frame's monotonic clock since its time origin (`event.timeStamp`, `performance.now()`). */
export type PageMs = Brand<number, 'PageMs'>;
/** A local calendar day, `YYYY-MM-DD`, in the time zone in which the row was appended. */
export type Day = Brand<string, 'Day'>;
/** Id of a catalogue entry (`src/data/portals.json`). Ids are never reused. */
export type CatalogueId = Brand<string, 'CatalogueId'>;
/**
 * Identifies a system (one host with its port): a keyed digest of 12 hex digits. The key of the digest never changes,
 * so a system keeps its `SystemKey` as long as the ledger exists. Month reports never contain it.
 */
export type SystemKey = Brand<string, 'SystemKey'>;
/** A browser tab. Valid within one browser session only. */
export type TabKey = Brand<string, 'TabKey'>;

// ── Time ────────────────────────────────────────────────────────────────────────────────────────

/**
 * Evidence of attention, as intervals. Each frame sends the spans that it observed. A day is folded from the union of
 * all spans.
 *  - `presence`: the page was shown in the focused window. It includes gaps of up to 60 s in which the page was
 *    blocked. Only the top frame sends this span. When the top page is not recorded, the outermost recorded frame sends
 *    it instead.
 *  - `input`: a run of trusted input, from the first event of the run to its final event. A pause of over 60 s ends the
 *    run. Any frame can send this span.
 *  - `media`: visible media of the page played. Any frame can send this span.
 *  - `background`: media played while the page was hidden. It is recorded only if the owner turned this setting on.
 */
export const spanSorts = ['presence', 'input', 'media', 'background'] as const;
export type SpanSort = (typeof spanSorts)[number];

/** A span that a frame observed. */
export interface SpanSeen {
  readonly kind: 'span';
  readonly of: SpanSort;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** The states of the computer that `chrome.idle` reports. */
export const idleStates = ['active', 'idle', 'locked'] as const;
export type IdleState = (typeof idleStates)[number];
/** The browser reports `idle` after this time without input in the whole system. */
export const idleSeconds = 300;

/**
 * A change that `chrome.idle` reported to the worker: the computer had no input for five minutes, was locked, or is in
 * use again.
 */
export interface IdleChange {
  readonly kind: 'idle';
  readonly at: EpochMs;
  readonly state: IdleState;
}

// ── Forms ───────────────────────────────────────────────────────────────────────────────────────

/** How a value came into a field. `script` is never counted as an entry of the owner. */
export const entryWays = ['typed', 'composed', 'pasted', 'picked', 'dropped', 'autofilled', 'script'] as const;
export type EntryWay = (typeof entryWays)[number];
/** Ways that count as the owner's entry. */
export type OwnEntryWay = Exclude<EntryWay, 'script'>;

/** Classes of values that are compared with each other. A value that belongs to no class is never fingerprinted. */
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

/**
 * An unkeyed 64-bit fingerprint of a class and a canonical value. A page sends it to the worker, and it is never
 * stored.
 */
export interface Fingerprint {
  readonly valueClass: ValueClass;
  /** 16 hex digits. */
  readonly hash: string;
}

/**
 * What an activated control does, according to its words and its place. `native` is a submit event without an activated
 * control. `confirm` confirms, in a dialog, an earlier commit; `cancel` leaves a dialog. docs/measurement/forms.md
 */
export const commitClasses = [
  'commit',
  'draft',
  'next',
  'search',
  'reset',
  'confirm',
  'cancel',
  'delete',
  'native',
  'login',
] as const;
export type CommitClass = (typeof commitClasses)[number];

/**
 * A field was left with a changed value. The page sends this event on change, on blur, or when a control commits the
 * form.
 */
export interface FieldFilled {
  readonly kind: 'field';
  readonly at: EpochMs;
  /** Number of the field, unique within its document. A later value of the field replaces the earlier one. */
  readonly field: number;
  /** Number of the group of fields that are submitted together (form, dialog or frame), unique within its document. */
  readonly scope: number;
  readonly way: EntryWay;
  /** A kind from the closed vocabulary (`src/data/field-kinds.json`), or null when the label has none. */
  readonly fieldKind: string | null;
  /**
   * 64-bit fingerprint of the normalised label, or null without a label. The worker replaces it by a keyed digest
   * before it stores anything.
   */
  readonly label: string | null;
  readonly prints: readonly Fingerprint[];
  readonly characters: number;
  /** Time for which this field had the focus since its previous event. */
  readonly focusMs: number;
}

/** A person activated a control that may send the form. */
export interface CommitPressed {
  readonly kind: 'commit';
  readonly at: EpochMs;
  readonly commit: CommitClass;
  /** The `scope` of the fields that the control belongs to; null for a control outside any group of fields. */
  readonly scope: number | null;
  /** Whether the control is in a dialog without fields. */
  readonly inDialog: boolean;
  /** What the signs must prove before the commit counts as sent. Absent in events of scripts that ran before an update. */
  readonly proof?: Proof;
  /** For a confirmation: when the person last pressed a control of this frame outside such a dialog, if ever. */
  readonly opened?: EpochMs;
}

/** What a commit needs, besides a positive sum of signs, before it counts as sent. forms/judge-outcome.ts */
export const proofs = ['sum', 'message', 'change', 'login', 'account'] as const;
export type Proof = (typeof proofs)[number];

/** What the page showed after a commit. */
export const outcomeSigns = [
  'request-ok',
  'request-failed',
  'toast-ok',
  'toast-failed',
  /** A message that is neither a success nor a refusal, or the success of another action, such as an upload. */
  'toast-other',
  /** An error at a field of the form. */
  'field-error',
  'form-gone',
  'fields-reset',
  'navigated',
  /** The browser itself sent the form by POST. */
  'posted',
  /** The page shows a password field after a navigation. */
  'login-shown',
  /** The observer stopped waiting. No more signs of this commit will follow. */
  'quiet',
] as const;
/** A sign of a commit's outcome. */
export interface OutcomeSeen {
  readonly kind: 'outcome';
  readonly at: EpochMs;
  readonly sign: (typeof outcomeSigns)[number];
  readonly scope: number | null;
}

/** How a table moved: a table was pasted, a template was downloaded, a file was imported, or a file was exported. */
export const tableMoves = ['paste', 'template', 'import', 'export'] as const;
export type TableMove = (typeof tableMoves)[number];

/** A table was pasted, downloaded as a template or an export, or imported from a file. Each is counted once. */
export interface TableMoved {
  readonly kind: 'table';
  readonly at: EpochMs;
  readonly sort: TableMove;
  /** Rows × columns of a paste; 0 for other moves. */
  readonly cells: number;
}

/**
 * Fingerprints of copied or cut values, which serve to recognise a copy that is pasted in another system. They are
 * never stored in a row.
 */
export interface Copied {
  readonly kind: 'copied';
  readonly at: EpochMs;
  readonly prints: readonly Fingerprint[];
}

/**
 * Verdicts on an entry. `none`: no repeat. `same-system`: the value was submitted before in the same system.
 * `other-system`: the value was submitted before in another system. `look-up`: the value was entered to search or open
 * a record. `rework`: the value was entered again after a failed attempt.
 */
export const repeatVerdicts = ['none', 'same-system', 'other-system', 'look-up', 'rework'] as const;
export type RepeatVerdict = (typeof repeatVerdicts)[number];

/** One field entry with its verdict. The entry is stored when the form was submitted, used for a search, or left. */
export interface EntryMade {
  readonly kind: 'entry';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly way: OwnEntryWay;
  readonly fieldKind: string | null;
  /** Keyed digest of the field's label, 12 hex digits. */
  readonly label: string | null;
  /** Whether the value belongs to a class that is compared, so that it could be judged a repeat. */
  readonly eligible: boolean;
  readonly repeat: RepeatVerdict;
  /** Present when the value was pasted after it was copied in another system. */
  readonly carried?: true;
  readonly characters: number;
  readonly focusMs: number;
}

/** The outcomes of a submission. `draft`: the form was saved for later and not sent. */
export const submissionOutcomes = ['sent', 'failed', 'draft'] as const;

/** A submission, a failed attempt or a saved draft. */
export interface SubmissionMade {
  readonly kind: 'submission';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly outcome: (typeof submissionOutcomes)[number];
  /**
   * Form family: a keyed digest of the field kinds or labels. The digest is equal for the same form on every system.
   */
  readonly family: string | null;
  readonly fieldKinds: readonly string[];
  readonly fields: number;
  /**
   * `eligible` is the number of fields whose values are compared. `repeated` is the number of those of these fields
   * whose values were in an earlier submission too.
   */
  readonly eligible: number;
  readonly repeated: number;
  /**
   * Time from the first entry to the commit, plus the focus time of the first field. Each gap between entries counts up
   * to 60 s.
   */
  readonly ms: number;
  /** Whether one system had most of the values before this submission (`judgeRepeats`, forms/judge-repeats.ts). */
  readonly nearDuplicate: boolean;
}

// ── Acts ────────────────────────────────────────────────────────────────────────────────────────

/** Burden forms: the category ids of `src/data/lexicon.json`. */
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
 * How a burden form was observed. The features from `press` to `report` are acts of the person: the person pressed a
 * control, sent a short reply, chose files, pasted an image, answered a presence prompt, or sent a report. The page
 * shows the features from `leaderboard` to `deadline`: a leaderboard, a counter of hours or credits, a task with a
 * quota, a promotion of an app, or a deadline.
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

/** Classes of the time from the moment at which a page first shows a deadline to the deadline itself. */
export const leadTimes = ['same-day', 'under-24h', 'under-3d', 'under-7d', 'longer'] as const;
export type LeadTime = (typeof leadTimes)[number];

/**
 * Where the words of a burden act were found: on a pressed control (`click`), near chosen files (`change`), near a
 * pasted image (`paste`), or in a heading or a deadline on the page (`shown`). A short reply (`reply`) needs no words.
 */
export const wordSorts = ['click', 'change', 'paste', 'reply', 'shown'] as const;
export type WordSort = (typeof wordSorts)[number];

/**
 * The classes of words that a page found (acts/compile-lexicon.ts), never the words themselves. The worker judges the
 * classes. The ledger never stores them.
 */
export interface WordsSeen {
  readonly kind: 'words';
  readonly at: EpochMs;
  readonly sort: WordSort;
  /** `on` holds the classes of the words on the control or heading, `near` the classes of the words near it. */
  readonly on: readonly string[];
  readonly near: readonly string[];
  /**
   * Number of chosen files. For `click`, this is the number of file inputs on the page. For all other sorts it is 1.
   */
  readonly count: number;
  /**
   * Deadlines on the page, in the format of `parseDueDate`. The ledger stores only the lead time. The date stays in
   * memory until the browser session ends, so that each deadline counts once.
   */
  readonly due: readonly string[];
}

/** A burden act, counted once. */
export interface ActMade {
  readonly kind: 'act';
  readonly at: EpochMs;
  readonly system: SystemKey;
  readonly form: BurdenForm;
  /** Absent in rows of the first version, which only counted presses. */
  readonly feature?: ActFeature;
  readonly count: number;
  /**
   * Time of the act: how long the page was in front while it showed the feature, the time from the press to the choice
   * of a file, or the time of the submission (feature `report`). 0 for other acts.
   */
  readonly ms: number;
  readonly lead?: LeadTime;
}

/** An account and its password were entered, and the page or its state changed afterwards. */
export interface LoggedIn {
  readonly kind: 'login';
  readonly at: EpochMs;
}

// ── Self-reported, and lost data ────────────────────────────────────────────────────────────────

/**
 * Burdens that the owner records with one tap or with the timer. They arise in phone apps and in other programs, which
 * no extension can observe.
 */
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

/** A burden that the owner recorded by hand. */
export interface SelfReported {
  readonly kind: 'self';
  readonly at: EpochMs;
  readonly burden: PhoneBurden;
  readonly minutes: number | null;
}

/**
 * Why a measurement was lost or refused. Lost data is always counted (docs/privacy-model.md, P5;
 * docs/measurement/loss.md).
 */
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

/** A number of lost or refused measurements. */
export interface Dropped {
  readonly kind: 'dropped';
  readonly at: EpochMs;
  readonly reason: DropReason;
  readonly count: number;
}

// ── The three unions ────────────────────────────────────────────────────────────────────────────

/** What a frame of a portal page sends. */
export type PageEvent =
  | SpanSeen
  | FieldFilled
  | CommitPressed
  | OutcomeSeen
  | TableMoved
  | Copied
  | WordsSeen
  | Dropped;

/** What the worker appends to the ledger. */
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

/** A stored event. */
export type Row = LogEvent & {
  readonly sourceId: string;
  readonly seq: number;
  readonly day: Day;
  readonly timeZone: string;
};
/** A stored event of one kind. */
export type RowOf<K extends LogEvent['kind']> = Extract<LogEvent, { readonly kind: K }> & Row;
