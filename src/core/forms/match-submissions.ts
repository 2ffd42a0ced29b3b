/**
 * Finds submissions. Folds the events that the frames of one tab sent. A commit is pending until signs on the page
 * (outcomes) or a timeout settle it. The state is stored in `storage.session`, so the property names of the state must
 * not change. docs/measurement/forms.md
 */
import type { CommitPressed, EpochMs, FieldFilled, OutcomeSeen, OwnEntryWay, Proof, ValueClass } from '../events.ts';
import { judgeOutcome } from './judge-outcome.ts';

/** A fingerprint as digests under the valid keys. The digest under the current key is first. */
export interface KeyedPrint {
  readonly valueClass: ValueClass;
  readonly digests: readonly string[];
}

/** Two long texts are treated as the same when at least this share of the hashes in their sketches matches. */
export const minTextOverlap = 0.4;

/** Whether `digests` contain a digest of this value. For a long text: whether they contain enough of its sketch. */
export const matchesDigests = (prints: readonly KeyedPrint[], digests: readonly string[]): boolean =>
  prints.length > 0 &&
  prints.filter((p) => p.digests.some((d) => digests.includes(d))).length >=
    (prints.length > 1 ? prints.length * minTextOverlap : 1);

/** A filled field that is not settled yet. */
export interface PendingField {
  /** Frame and field number. A later value of the same field replaces the earlier one. */
  readonly key: string;
  readonly frame: string;
  readonly scope: number;
  /** Time of the first entry in the field since the field was most recently sent. */
  readonly at: EpochMs;
  /**
   * Time of the latest event of the field. A page that got no answer sends the event again; the second copy is ignored.
   */
  readonly last: EpochMs;
  readonly way: OwnEntryWay;
  readonly fieldKind: string | null;
  readonly label: string | null;
  readonly prints: readonly KeyedPrint[];
  readonly characters: number;
  readonly focusMs: number;
  /** Whether the value was part of a failed attempt. */
  readonly attempted: boolean;
  /** Whether the value was entered again after a failed attempt. */
  readonly again: boolean;
  /** Whether the value was pasted after it was copied in another system. */
  readonly isCarried: boolean;
  /**
   * Whether the field belongs to an earlier step of the form. Such a field is sent with the next commit in the frame of
   * the field.
   */
  readonly carried: boolean;
}

/** A commit without a known outcome. */
interface PendingCommit {
  /** Time of the commit, or of the confirmation that renewed it. */
  readonly at: EpochMs;
  /** Time of the commit itself. */
  readonly first: EpochMs;
  readonly commit: 'commit' | 'draft' | 'delete' | 'native' | 'login';
  /** Absent in a state that was stored before an update. */
  readonly proof?: Proof;
  readonly frame: string;
  /** The frame that watches for the outcome, if not `frame`: the frame of the confirmation. */
  readonly watcher?: string;
  /** Keys of the fields that the commit sends. */
  readonly keys: readonly string[];
  readonly signs: readonly OutcomeSeen['sign'][];
  /** Time at which a frame with these fields or with the pressed control was unloaded. */
  readonly wentAt?: EpochMs;
  /** Time of the first sign. */
  readonly answeredAt?: EpochMs;
  /** Whether the waiting time ended without a sign. After that, only a confirmation can renew the commit. */
  readonly faded: boolean;
}

/** State of one tab. */
export interface FormsState {
  readonly fields: readonly PendingField[];
  /** The pending commit, or null. */
  readonly pressed: PendingCommit | null;
}

/** State of a tab without pending fields and commits. */
export const emptyFormsState: FormsState = { fields: [], pressed: null };

/**
 * Fields that were settled together, and how they were settled. `left` means that these fields were never sent. A
 * `login` has no fields.
 */
export interface SettledFields {
  readonly how: 'sent' | 'failed' | 'draft' | 'searched' | 'left' | 'login';
  readonly at: EpochMs;
  /** The frame of the pressed control. */
  readonly frame: string;
  readonly fields: readonly PendingField[];
}

/** A field entry with keyed fingerprints. */
export type KeyedField = Omit<FieldFilled, 'prints'> & {
  readonly prints: readonly KeyedPrint[];
  readonly isCarried?: boolean;
};
/** An input of the fold. */
export type FormsSignal = KeyedField | CommitPressed | OutcomeSeen;
/** The new state, and the fields that the step settled. */
export interface FormsStep {
  readonly state: FormsState;
  readonly settled: readonly SettledFields[];
}

/** Largest number of pending fields in one tab. When there are more, the oldest fields are settled as left. */
export const maxPendingFields = 400;
/**
 * An outcome belongs to a commit even when it is earlier than the commit by at most this time, because requests may
 * start on pointer down.
 */
const earlyMs = 80;
/** A field of another frame belongs to a commit when the field was left at most this time after the commit. */
const lateMs = 300;
/**
 * Observers wait up to two minutes for the answer to a request or to a question (page/forms/observe-outcome.ts). Later
 * outcomes belong to no commit.
 */
const outcomeMs = 125_000;
/** After the first sign, a page watches for others at most this long. */
const answeredMs = 10_500;
/** A control of another frame sends the fields of a frame that was used at most this time before. */
const otherFrameMs = 120_000;
/** If the next page shows no error within this time after a navigation, the commit is treated as accepted. */
const navigationMs = 4_000;
/** A confirmation renews a commit that was made less than this time before. */
const confirmMs = 30_000;
/**
 * Two commits within this time are counted as one: they come from a double click, or from a click and its submit event.
 */
const doubleMs = 1_000;
/** Fields that were not sent within eight hours are settled as left. */
const staleMs = 8 * 3_600_000;

/**
 * Folds one event of a frame into the state of its tab. Before that, settles everything whose time was over when the
 * event happened.
 */
export function stepForms(state: FormsState, frame: string, signal: FormsSignal): FormsStep {
  const afterTimeouts = settleByTime(state, signal.at);
  const next =
    signal.kind === 'field'
      ? onFieldFilled(afterTimeouts.state, frame, signal)
      : signal.kind === 'commit'
        ? onCommit(afterTimeouts.state, frame, signal)
        : onOutcome(afterTimeouts.state, frame, signal);
  return { state: next.state, settled: [...afterTimeouts.settled, ...next.settled] };
}

/** Settles everything whose time is over: a commit whose waiting time is over, and stale fields. */
export function settleByTime(state: FormsState, now: EpochMs): FormsStep {
  const { pressed } = state;
  let step: FormsStep = { state, settled: [] };
  if (pressed !== null && !pressed.faded && now > settleTime(pressed)) step = settleCommit(state);
  else if (pressed?.faded && now - pressed.at > confirmMs) step = { state: { ...state, pressed: null }, settled: [] };
  const stale = step.state.fields.filter((f) => now - f.at > staleMs);
  return stale.length === 0 ? step : leaveFields(step, stale, now);
}

/** Returns the time at which a commit is settled from the signs so far, even if its page sends no more. */
function settleTime({ at, wentAt, answeredAt }: PendingCommit): EpochMs {
  if (wentAt !== undefined) return (wentAt + navigationMs) as EpochMs;
  return (answeredAt === undefined ? at + outcomeMs : answeredAt + answeredMs) as EpochMs;
}

/**
 * When a page is unloaded less than this time before its tab is closed, the closing of the tab counts as the reason.
 */
const closingMs = 1_500;
/**
 * When a page is unloaded less than this time after a commit, the commit counts as the reason, even if the tab is
 * closed.
 */
const commitNavigationMs = 2_600;

/**
 * Settles everything after the tab closed. A commit does not count as sent when its only sign is that the page was
 * unloaded because the tab closed.
 */
export function settleClosedTab(state: FormsState, now: EpochMs): FormsStep {
  const { pressed } = state;
  const closedWithTab =
    pressed?.wentAt !== undefined &&
    pressed.signs.length === 1 &&
    now - pressed.wentAt < closingMs &&
    pressed.wentAt - pressed.at > commitNavigationMs;
  const open = closedWithTab ? { ...state, pressed: null } : state;
  // At the time that is passed here, every waiting time is over.
  const ended = settleByTime(open, (now + staleMs + outcomeMs) as EpochMs);
  return { state: emptyFormsState, settled: ended.settled.map((c) => ({ ...c, at: Math.min(c.at, now) as EpochMs })) };
}

/** Settles these fields as left. */
function leaveFields(step: FormsStep, fields: readonly PendingField[], at: EpochMs, left = fields): FormsStep {
  return {
    state: { ...step.state, fields: step.state.fields.filter((f) => !fields.includes(f)) },
    settled:
      left.length === 0
        ? step.settled
        : [...step.settled, { how: 'left', at, frame: left[0]?.frame ?? '', fields: left }],
  };
}

function onFieldFilled(state: FormsState, frame: string, filled: KeyedField): FormsStep {
  if (filled.way === 'script') return { state, settled: [] };
  const key = `${frame} ${filled.field}`;
  const before = state.fields.find((f) => f.key === key);
  if (before?.last === filled.at) return { state, settled: [] };
  const others = state.fields.filter((f) => f.key !== key);
  // The field was emptied again, so nothing was entered.
  if (filled.characters === 0 && filled.way !== 'picked') return { state: { ...state, fields: others }, settled: [] };
  const field: PendingField = {
    key,
    frame,
    scope: filled.scope,
    at: before?.at ?? filled.at,
    last: filled.at,
    way: filled.way,
    fieldKind: filled.fieldKind,
    label: filled.label,
    prints: filled.prints,
    characters: filled.characters,
    focusMs: (before?.focusMs ?? 0) + filled.focusMs,
    attempted: false,
    again: before !== undefined && (before.attempted || before.again),
    isCarried: filled.isCarried ?? false,
    carried: false,
  };
  // The person left this field to press a control in another frame, and the event of that frame arrived first.
  const { pressed } = state;
  const isLate =
    pressed !== null &&
    pressed.frame !== frame &&
    filled.at <= pressed.at + lateMs &&
    pressed.keys.some((k) => k.startsWith(`${frame} `));
  const all: FormsState = {
    pressed: isLate ? { ...pressed, keys: [...pressed.keys, key] } : pressed,
    fields: [...others, field],
  };
  const oldest = all.fields.slice(0, Math.max(0, all.fields.length - maxPendingFields));
  return oldest.length === 0
    ? { state: all, settled: [] }
    : leaveFields({ state: all, settled: [] }, oldest, filled.at);
}

function onCommit(
  state: FormsState,
  frame: string,
  { at, commit, scope, inDialog, proof = 'sum', opened }: CommitPressed,
): FormsStep {
  const { pressed } = state;
  if (commit === 'confirm' || (inDialog && (commit === 'commit' || commit === 'cancel'))) {
    if (pressed === null || at - pressed.at > (pressed.faded ? confirmMs : outcomeMs)) return { state, settled: [] };
    // A press after the commit opened this dialog, so what follows belongs to that press.
    if (opened !== undefined && opened > pressed.at + doubleMs) return settleCommit(state);
    if (commit === 'cancel') {
      // A request that ended before the question was asked is no sign of acceptance.
      const signs = pressed.signs.filter((sign) => sign !== 'request-ok');
      const step = settleCommit({ ...state, pressed: { ...pressed, signs } });
      return { ...step, state: { ...step.state, pressed: null } };
    }
    const { answeredAt: _, ...unanswered } = pressed;
    const renewed: PendingCommit = { ...unanswered, at, watcher: frame, signs: [], faded: false };
    return { state: { ...state, pressed: renewed }, settled: [] };
  }
  const isDouble =
    pressed !== null &&
    !pressed.faded &&
    at - pressed.at < doubleMs &&
    (commit === 'native' || commit === pressed.commit);
  // The events of one press may name it twice: Enter in a field, and then the button that it presses.
  if (isDouble)
    return {
      state: { ...state, pressed: { ...pressed, proof: proof === 'sum' ? proof : (pressed.proof ?? 'sum') } },
      settled: [],
    };
  // A new commit settles the pending commit from the signs so far.
  const step = pressed === null || pressed.faded ? { state, settled: [] } : settleCommit(state);
  const open = { ...step.state, pressed: null };
  // Such a commit concerns only the fields of its own scope.
  const isScoped = /^(search|reset|login|cancel)$/.test(commit);
  const fields = isScoped
    ? open.fields.filter((f) => f.frame === frame && f.scope === scope)
    : fieldsOfCommit(open.fields, frame, scope, at);
  const others = open.fields.filter((f) => !fields.includes(f));
  switch (commit) {
    case 'search':
      return {
        state: { ...open, fields: others },
        settled: fields.length === 0 ? step.settled : [...step.settled, { how: 'searched', at, frame, fields }],
      };
    case 'reset':
      return leaveFields({ state: open, settled: step.settled }, fields, at);
    case 'cancel':
      // The values of a refused attempt were part of a failed submission. They were given up with the form, so they are
      // forgotten.
      return leaveFields(
        { state: open, settled: step.settled },
        fields,
        at,
        fields.filter((f) => !f.attempted),
      );
    case 'next':
      return {
        state: { ...open, fields: open.fields.map((f) => (fields.includes(f) ? { ...f, carried: true } : f)) },
        settled: step.settled,
      };
    default:
      if (fields.length === 0 && commit !== 'delete' && commit !== 'login')
        return { state: open, settled: step.settled };
      return {
        state: {
          // The account is no entry, even if the log-in is refused.
          fields: commit === 'login' ? others : open.fields,
          pressed: {
            at,
            first: at,
            commit,
            proof,
            frame,
            keys: commit === 'login' ? [] : fields.map((f) => f.key),
            signs: [],
            faded: false,
          },
        },
        settled: step.settled,
      };
  }
}

/**
 * Returns the fields that a commit sends. These are the fields of its scope. A control outside any scope sends the
 * pending fields of its own frame. If there are none, the control sends those of the frame that was filled most
 * recently.
 */
function fieldsOfCommit(
  fields: readonly PendingField[],
  frame: string,
  scope: number | null,
  at: EpochMs,
): readonly PendingField[] {
  if (scope !== null) return fields.filter((f) => f.frame === frame && (f.scope === scope || f.carried));
  const ofFrame = fields.filter((f) => f.frame === frame);
  if (ofFrame.length > 0) return ofFrame;
  const last = fields.at(-1);
  // The browser may not tell that a frame is gone. The frame that holds the form was used just before.
  return last && at - last.last <= otherFrameMs ? fields.filter((f) => f.frame === last.frame) : [];
}

function onOutcome(state: FormsState, frame: string, { at, sign }: OutcomeSeen): FormsStep {
  const { pressed } = state;
  const isOfCommit = pressed !== null && !pressed.faded && at >= pressed.at - earlyMs && at - pressed.at <= outcomeMs;
  let step: FormsStep = { state, settled: [] };
  if (isOfCommit && sign !== 'quiet' && !pressed.signs.includes(sign))
    step = {
      state: {
        ...state,
        pressed: {
          ...pressed,
          signs: [...pressed.signs, sign],
          ...(sign === 'navigated' && { wentAt: at }),
          // A form that the browser itself sends is answered by the next page.
          ...(pressed.answeredAt === undefined && sign !== 'posted' && { answeredAt: at }),
        },
      },
      settled: [],
    };
  // Fields of an unloaded frame that are not part of the commit are settled as left. The unload is a sign for the
  // commit only if the frame has the pressed control or a field of the commit.
  if (sign === 'navigated') {
    const unsent = state.fields.filter((f) => f.frame === frame && !(isOfCommit && pressed.keys.includes(f.key)));
    if (isOfCommit && pressed.frame !== frame && !pressed.keys.some((key) => key.startsWith(`${frame} `)))
      step = { state, settled: [] };
    return unsent.length === 0 ? step : leaveFields(step, unsent, at);
  }
  const isEnd = isOfCommit && sign === 'quiet' && (pressed.watcher ?? pressed.frame) === frame;
  return isEnd ? settleCommit(step.state) : step;
}

/** Settles the pending commit from its signs. A commit without an outcome fades: only a confirmation can renew it. */
function settleCommit(state: FormsState): FormsStep {
  const { pressed } = state;
  if (pressed === null) return { state, settled: [] };
  const { signs, commit, keys, at, frame, proof } = pressed;
  const fields = state.fields.filter((f) => keys.includes(f.key));
  const outcome = judgeOutcome(signs, proof);
  const withoutCommit: FormsStep = { state: { ...state, pressed: null }, settled: [] };
  if (outcome === null) return { state: { ...state, pressed: { ...pressed, faded: true } }, settled: [] };
  if (outcome === 'login')
    // The account of a log-in is no entry.
    return {
      state: { pressed: null, fields: state.fields.filter((f) => !keys.includes(f.key)) },
      settled: [{ how: 'login', at, frame, fields: [] }],
    };
  if (commit === 'delete' || fields.length === 0) return withoutCommit;
  // The fields of a draft stay pending until they are sent or left.
  if (commit === 'draft')
    return { ...withoutCommit, settled: outcome === 'sent' ? [{ how: 'draft', at, frame, fields }] : [] };
  if (outcome === 'failed')
    return {
      state: {
        pressed: null,
        fields: state.fields.map((f) => (keys.includes(f.key) ? { ...f, attempted: true } : f)),
      },
      settled: [{ how: 'failed', at, frame, fields }],
    };
  return {
    state: { pressed: null, fields: state.fields.filter((f) => !keys.includes(f.key)) },
    settled: [{ how: 'sent', at, frame, fields }],
  };
}
