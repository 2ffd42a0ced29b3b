/**
 * Measures the attention of one frame. Folds signals into spans of evidence. A page is *in front* while it is shown in
 * the focused window. docs/measurement/attention.md describes what counts as attention and which gaps are bridged.
 *
 * Every signal describes the current state of the frame, so after a lost signal the next signal corrects the state.
 * Every signal also proves that the page was running. While the page is in front there are at least two signals per
 * second.
 *
 * The code in the folder time/ turns evidence into attention. The folder also holds the code for local days, intervals
 * and the calendar.
 */
import type { DropReason, PageMs, SpanSort } from '../events.ts';

/**
 * A pause longer than this ends a run of input. A page that was blocked for longer than this is treated as suspended.
 */
export const maxGapMs = 60_000;
/** Interval between the signals of a page in front. */
export const heartbeatMs = 500;
/**
 * The events of one gesture (a file chooser closes, the window gets the focus, the field changes) are less than this
 * time apart.
 */
const gestureMs = 1000;
/**
 * For this time after the browser has confirmed that the window has the focus, a page without the focus stays in front.
 * The page asks again every second.
 */
const maxHeldMs = 3000;

/** State of a frame. */
export interface Attention {
  /** Time since which the page is in front, or null when the page is not in front. */
  readonly shown: PageMs | null;
  /**
   * Time at which the page lost the focus while it stayed visible, possibly to a dialog of the browser; else `never`.
   */
  readonly left: PageMs;
  /**
   * Time up to which a presence without the focus of the page is proven, because the window had the focus; null while
   * the page has the focus itself.
   */
  readonly proven: PageMs | null;
  /** Time of the latest sign of a dialog of the browser (print dialog, file chooser). */
  readonly dialog: PageMs;
  /** The current run of input. */
  readonly run: { readonly start: PageMs; readonly last: PageMs } | null;
  /** The open span of media that plays now, and its sort. */
  readonly media: { readonly of: SpanSort; readonly start: PageMs } | null;
  /** The latest time at which the page was known to run. */
  readonly proof: PageMs;
}

/** The state of the frame at one time, and the event that caused the signal. */
export interface Signal {
  readonly at: PageMs;
  readonly visible: boolean;
  readonly front: boolean;
  /**
   * The latest time at which the browser confirmed that the window of the page has the focus, for a page that does not
   * have it: the caret is in the find bar or the address bar, for example. Undefined when the browser has not answered
   * or has denied it.
   */
  readonly held?: PageMs | undefined;
  /** The sort of span for media that plays now; null when none plays. */
  readonly plays: SpanSort | null;
  /** `other` is an event that may have changed whether the page is shown or has the focus. */
  readonly happened?: 'input' | 'dialog' | 'other' | undefined;
  /** The wall clock was changed. No span may continue over this time. */
  readonly moved?: boolean;
}

/** A span in the time of the frame's monotonic clock. */
export interface PageSpan {
  readonly of: SpanSort;
  readonly start: PageMs;
  readonly end: PageMs;
}

/** The new state, and the spans that the step closed. */
export interface AttentionStep {
  readonly state: Attention;
  readonly closed: readonly PageSpan[];
  /**
   * The reason why the open spans end at `proof` of the previous state and not at the time of the signal. Null when
   * they end at the time of the signal.
   */
  readonly lost: DropReason | null;
}

const never = Number.NEGATIVE_INFINITY as PageMs;

const inputOf = ({ start, last }: NonNullable<Attention['run']>): PageSpan => ({ of: 'input', start, end: last });

/** Returns the state of a frame before its first signal. */
export const initialAttention = (at: PageMs): Attention => ({
  shown: null,
  left: never,
  proven: null,
  dialog: never,
  run: null,
  media: null,
  proof: at,
});

/**
 * Returns the open spans as if they ended at `end`. A run of input ends at its latest input, and a presence without the
 * focus of the page ends where it is proven.
 */
export function openSpans({ shown, proven, run, media }: Attention, end: PageMs): PageSpan[] {
  const spans: PageSpan[] = [];
  if (shown !== null) spans.push({ of: 'presence', start: shown, end: proven ?? end });
  if (run) spans.push(inputOf(run));
  if (media) spans.push({ ...media, end });
  return spans;
}

/**
 * Folds one signal into the state. A signal that is earlier than the previous signal is treated as if it had the time
 * of the previous signal.
 */
export function stepAttention(before: Attention, signal: Signal): AttentionStep {
  let { shown, left, proven, dialog, run, media, proof } = before;
  let { held = never } = signal;
  const { front, visible, happened } = signal;
  let closed: PageSpan[] = [];
  let lost: DropReason | null = null;
  const at = Math.max(signal.at, proof) as PageMs;
  if (signal.moved || at - proof > maxGapMs) {
    closed = openSpans(before, proof);
    if (shown !== null || media) lost = signal.moved ? 'clock-moved' : 'suspended';
    shown = proven = run = media = null;
    left = held = never;
    proof = at;
  }
  const endAt = (end: PageMs) => {
    if (shown !== null) closed.push({ of: 'presence', start: shown, end });
    if (run) closed.push(inputOf(run));
    shown = run = null;
    left = end;
  };
  // The answer must be younger than the loss of the focus. While the page has the focus, presence always ends with it,
  // and the answer continues it from there.
  const isHeld = visible && !front && at - held <= maxHeldMs && held >= (proven ?? (shown === null ? left : at));
  const from = isHeld ? held : at;
  // Without an answer, presence ends at the latest time for which it is proven.
  if (proven !== null && (!(front || isHeld) || from - proven > maxHeldMs)) endAt(proven);
  if (happened === 'dialog') dialog = at;
  const wasAway = at - left <= maxGapMs;
  // The latest sign of a browser dialog came with the loss of the focus or after it.
  const hadDialog = dialog > left - gestureMs;
  if ((front || isHeld) && shown === null) {
    // The heartbeat stopped when the focus was lost, so a dialog of the page (`alert`) blocked the page.
    const wasBlocked = proof - left < 1.5 * heartbeatMs && from - left > 2 * heartbeatMs;
    const wasAsked = isHeld && from - left <= heartbeatMs;
    shown = wasAway && (hadDialog || wasBlocked || wasAsked) ? left : from;
  }
  // The event of a file chooser may arrive shortly after the focus has returned.
  if (happened === 'dialog' && shown !== null && wasAway && at - shown < gestureMs) shown = left;
  if (happened === 'input') {
    if (run && at - run.last > maxGapMs) {
      closed.push(inputOf(run));
      run = null;
    }
    run = { start: run?.start ?? at, last: at };
  }
  if (!(front || isHeld) && (shown !== null || !visible)) endAt(at);
  if (!visible) left = never;
  if (media && media.of !== signal.plays) {
    closed.push({ ...media, end: at });
    media = null;
  }
  if (signal.plays) media ??= { of: signal.plays, start: at };
  return { state: { shown, left, proven: isHeld ? held : null, dialog, run, media, proof: at }, closed, lost };
}
