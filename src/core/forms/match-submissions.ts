/**
 * Which entries were sent together: a fold over what the frames of one tab reported.
 * A press of a commit control opens a question; what the page shows afterwards answers it.
 * Definitions: docs/measurement.md, "Repetitive form filling".
 */
import type { CommitPressed, EpochMs, FieldFilled, OutcomeSeen, OwnEntryWay, ValueClass } from '../events.ts';

/** A comparable value under the digest keys that live now: the current epoch's first. */
export interface KeyedPrint {
  readonly valueClass: ValueClass;
  readonly digests: readonly string[];
}

/** The part of a long text's sketch that must agree for it to be the same text again. */
export const minTextOverlap = 0.4;

/** Whether a value, or enough of a text's sketch, stands among these digests. */
export const matchesDigests = (prints: readonly KeyedPrint[], among: readonly string[]): boolean =>
  prints.length > 0 &&
  prints.filter((p) => p.digests.some((d) => among.includes(d))).length >=
    (prints.length > 1 ? prints.length * minTextOverlap : 1);

export interface PendingField {
  /** Frame and field, so that a later value of the same field replaces the earlier one. */
  readonly key: string;
  readonly frame: string;
  readonly scope: number;
  /** First entry of this field since it was last sent. */
  readonly at: EpochMs;
  /** Its last report: one that comes again, from a page that got no answer, changes nothing. */
  readonly last: EpochMs;
  readonly way: OwnEntryWay;
  readonly fieldKind: string | null;
  readonly label: string | null;
  readonly prints: readonly KeyedPrint[];
  readonly characters: number;
  readonly focusMs: number;
  /** A failed attempt carried this value. */
  readonly attempted: boolean;
  /** Entered again after a failed attempt. */
  readonly again: boolean;
  /** Pasted after it was copied in another system. */
  readonly isCarried: boolean;
  /** An earlier step of the same form: goes with the next commit of this frame. */
  readonly carried: boolean;
}

interface PendingCommit {
  readonly at: EpochMs;
  readonly first: EpochMs;
  readonly commit: 'commit' | 'draft' | 'delete' | 'native';
  readonly frame: string;
  readonly keys: readonly string[];
  readonly signs: readonly OutcomeSeen['sign'][];
  /** When a frame of these fields went away. */
  readonly wentAt?: EpochMs;
  /** The page stopped looking and had seen nothing: only a confirmation can renew the question. */
  readonly faded: boolean;
}

export interface FormsState {
  readonly fields: readonly PendingField[];
  readonly pressed: PendingCommit | null;
}

export const emptyFormsState: FormsState = { fields: [], pressed: null };

/** Fields that were settled together, and how. */
export interface SettledFields {
  readonly how: 'sent' | 'failed' | 'draft' | 'searched' | 'left';
  readonly at: EpochMs;
  readonly fields: readonly PendingField[];
}

export type KeyedField = Omit<FieldFilled, 'prints'> & {
  readonly prints: readonly KeyedPrint[];
  readonly isCarried?: boolean;
};
export type FormsSignal = KeyedField | CommitPressed | OutcomeSeen;
export interface FormsStep {
  readonly state: FormsState;
  readonly closed: readonly SettledFields[];
}

/** Most fields kept waiting in one tab; the oldest go as left. */
export const maxPendingFields = 400;
/** What is said of a commit this much before it (requests start on pointer down) still belongs to it. */
const earlyMs = 80;
/** A field of another frame that was left at most this much after a commit was left for it. */
const lateMs = 300;
/** The page looks for at most 10 s; later signs belong to nothing. */
const lookMs = 10_500;
/** A navigation is answered by its next page within this time, or was well. */
const landMs = 4_000;
/** A confirmation renews a commit younger than this. */
const confirmMs = 30_000;
/** Two presses within this time are one (double click, click and its own submit event). */
const sameMs = 1_000;
/** Entries that nobody sent are given up after eight hours. */
const staleMs = 8 * 3_600_000;

export function stepForms(state: FormsState, frame: string, signal: FormsSignal): FormsStep {
  const aged = settleByTime(state, signal.at);
  const next =
    signal.kind === 'field'
      ? onFieldFilled(aged.state, frame, signal)
      : signal.kind === 'commit'
        ? onCommit(aged.state, frame, signal)
        : onOutcome(aged.state, frame, signal);
  return { state: next.state, closed: [...aged.closed, ...next.closed] };
}

/** What the passing of time alone decides. */
export function settleByTime(state: FormsState, now: EpochMs): FormsStep {
  const { pressed } = state;
  const limit = pressed?.signs.includes('navigated') ? landMs : lookMs;
  let step: FormsStep = { state, closed: [] };
  if (pressed !== null && !pressed.faded && now - pressed.at > limit) step = settleCommit(state);
  else if (pressed?.faded && now - pressed.at > confirmMs) step = { state: { ...state, pressed: null }, closed: [] };
  const stale = step.state.fields.filter((f) => now - f.at > staleMs);
  return stale.length === 0 ? step : leaveFields(step, stale, now);
}

/** A page gone this shortly before its tab went with the tab. */
const togetherMs = 1_500;
/** A page gone this soon after a press went because of it, though its tab closed too. */
const promptMs = 2_600;

/** The tab is gone: everything is decided. A page that went with its tab, late and without a word, was not sent. */
export function settleClosedTab(state: FormsState, now: EpochMs): FormsStep {
  const { pressed } = state;
  const wentWithTab =
    pressed?.wentAt !== undefined &&
    pressed.signs.length === 1 &&
    now - pressed.wentAt < togetherMs &&
    pressed.wentAt - pressed.at > promptMs;
  const asked = wentWithTab ? { ...state, pressed: null } : state;
  // Later than any waiting time.
  const ended = settleByTime(asked, (now + staleMs + lookMs) as EpochMs);
  return { state: emptyFormsState, closed: ended.closed.map((c) => ({ ...c, at: Math.min(c.at, now) as EpochMs })) };
}

function leaveFields(step: FormsStep, gone: readonly PendingField[], at: EpochMs): FormsStep {
  return {
    state: { ...step.state, fields: step.state.fields.filter((f) => !gone.includes(f)) },
    closed: [...step.closed, { how: 'left', at, fields: gone }],
  };
}

function onFieldFilled(state: FormsState, frame: string, filled: KeyedField): FormsStep {
  if (filled.way === 'script') return { state, closed: [] };
  const key = `${frame} ${filled.field}`;
  const before = state.fields.find((f) => f.key === key);
  if (before?.last === filled.at) return { state, closed: [] };
  const others = state.fields.filter((f) => f.key !== key);
  // Emptied again: nothing was entered.
  if (filled.characters === 0 && filled.way !== 'picked') return { state: { ...state, fields: others }, closed: [] };
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
  // Another frame's button was quicker than the report of the field that was left for it.
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
  const over = all.fields.slice(0, Math.max(0, all.fields.length - maxPendingFields));
  return over.length === 0 ? { state: all, closed: [] } : leaveFields({ state: all, closed: [] }, over, filled.at);
}

function onCommit(state: FormsState, frame: string, { at, commit, scope, inDialog }: CommitPressed): FormsStep {
  const { pressed } = state;
  if (commit === 'confirm' || (inDialog && commit === 'commit')) {
    if (pressed === null || at - pressed.at > confirmMs) return { state, closed: [] };
    return { state: { ...state, pressed: { ...pressed, at, signs: [], faded: false } }, closed: [] };
  }
  if (
    pressed !== null &&
    !pressed.faded &&
    at - pressed.at < sameMs &&
    (commit === 'native' || commit === pressed.commit)
  )
    return { state, closed: [] };
  // A new press answers what the last one left open.
  const step = pressed === null || pressed.faded ? { state, closed: [] } : settleCommit(state);
  const open = { ...step.state, pressed: null };
  const isOwn = commit === 'search' || commit === 'reset' || commit === 'login';
  const fields = isOwn
    ? open.fields.filter((f) => f.frame === frame && f.scope === scope)
    : fieldsOfCommit(open.fields, frame, scope);
  const done = (how: SettledFields['how']): FormsStep => ({
    state: { ...open, fields: open.fields.filter((f) => !fields.includes(f)) },
    closed: fields.length === 0 ? step.closed : [...step.closed, { how, at, fields }],
  });
  switch (commit) {
    case 'search':
      return done('searched');
    case 'reset':
      return done('left');
    case 'login':
      return { state: done('left').state, closed: step.closed };
    case 'next':
      return {
        state: { ...open, fields: open.fields.map((f) => (fields.includes(f) ? { ...f, carried: true } : f)) },
        closed: step.closed,
      };
    default:
      if (fields.length === 0 && commit !== 'delete') return { state: open, closed: step.closed };
      return {
        state: {
          ...open,
          pressed: { at, first: at, commit, frame, keys: fields.map((f) => f.key), signs: [], faded: false },
        },
        closed: step.closed,
      };
  }
}

/** The fields that a press sends: those of its scope; for a control that stands apart, its frame's, else the last filled frame's. */
function fieldsOfCommit(fields: readonly PendingField[], frame: string, scope: number | null): readonly PendingField[] {
  const own = fields.filter((f) => f.frame === frame && (f.scope === scope || f.carried));
  if (scope !== null) return own;
  const here = fields.filter((f) => f.frame === frame);
  if (here.length > 0) return here;
  const last = fields.at(-1)?.frame;
  return fields.filter((f) => f.frame === last);
}

function onOutcome(state: FormsState, frame: string, { at, sign }: OutcomeSeen): FormsStep {
  const { pressed } = state;
  const mine = pressed !== null && !pressed.faded && at >= pressed.at - earlyMs && at - pressed.at <= lookMs;
  let step: FormsStep = { state, closed: [] };
  if (mine && sign !== 'quiet' && !pressed.signs.includes(sign))
    step = {
      state: {
        ...state,
        pressed: { ...pressed, signs: [...pressed.signs, sign], ...(sign === 'navigated' && { wentAt: at }) },
      },
      closed: [],
    };
  // Frames that go take their unsent entries with them; a frame of other fields says nothing of this commit.
  if (sign === 'navigated') {
    const gone = state.fields.filter((f) => f.frame === frame && !(mine && pressed.keys.includes(f.key)));
    if (mine && pressed.frame !== frame && !pressed.keys.some((key) => key.startsWith(`${frame} `)))
      step = { state, closed: [] };
    return gone.length === 0 ? step : leaveFields(step, gone, at);
  }
  return mine && sign === 'quiet' ? settleCommit(step.state) : step;
}

const good: readonly OutcomeSeen['sign'][] = ['request-ok', 'toast-ok', 'form-gone', 'fields-reset', 'navigated'];

/** Answers the open question from the signs alone. A failure outweighs all but a plain word of success. */
function settleCommit(state: FormsState): FormsStep {
  const { pressed } = state;
  if (pressed === null) return { state, closed: [] };
  const { signs, commit, keys, at } = pressed;
  const fields = state.fields.filter((f) => keys.includes(f.key));
  const failed = signs.includes('request-failed') || (signs.includes('toast-failed') && !signs.includes('toast-ok'));
  const sent = !failed && signs.some((s) => good.includes(s));
  const none: FormsStep = { state: { ...state, pressed: null }, closed: [] };
  if (!failed && !sent) return { state: { ...state, pressed: { ...pressed, faded: true } }, closed: [] };
  if (commit === 'delete' || fields.length === 0) return none;
  if (failed && commit !== 'draft')
    return {
      state: {
        pressed: null,
        fields: state.fields.map((f) => (keys.includes(f.key) ? { ...f, attempted: true } : f)),
      },
      closed: [{ how: 'failed', at, fields }],
    };
  // The entries of a draft wait for what becomes of them.
  if (commit === 'draft') return { ...none, closed: sent ? [{ how: 'draft', at, fields }] : [] };
  return {
    state: { pressed: null, fields: state.fields.filter((f) => !keys.includes(f.key)) },
    closed: [{ how: 'sent', at, fields }],
  };
}
