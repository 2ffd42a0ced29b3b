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
 * While a page is in front without having the focus itself, a longer time between two confirmations of the browser ends
 * its presence.
 */
const maxUnconfirmedMs = 3000;

/** State of a frame. */
export interface Attention {
  /** Time since which the page is in front, or null when the page is not in front. */
  readonly shown: PageMs | null;
  /**
   * Time at which the page lost the focus while it stayed visible, possibly to a dialog of the browser; else `never`.
   */
  readonly left: PageMs;
  /**
   * While the page is in front without having the focus itself: the time up to which this is confirmed. Else 0.
   */
  readonly held: PageMs | 0;
  /** Time of the latest sign of a dialog of the browser (print dialog, file chooser). */
  readonly dialog: PageMs;
  /** The current run of input. Between two signals, the page itself moves `last` to the time of a further input. */
  readonly run: { readonly start: PageMs; last: PageMs } | null;
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
   * For a page in front that does not have the focus itself, because the caret is in the find bar, for example: the
   * latest time at which the browser confirmed that the window of the page has the focus. Else 0.
   */
  readonly held: PageMs | 0;
  /** The sort of span for media that plays now; null when none plays. */
  readonly plays: SpanSort | null;
  /** `focus` is an event that may have changed whether the page is shown or has the focus. */
  readonly happened?: 'input' | 'dialog' | 'focus' | undefined;
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
  held: 0,
  dialog: never,
  run: null,
  media: null,
  proof: at,
});

/**
 * Returns the open spans as if they ended at `end`. A run of input ends at its latest input, and presence without the
 * focus of the page ends at the latest confirmation.
 */
export function openSpans({ shown, held, run, media }: Attention, end: PageMs): PageSpan[] {
  const spans: PageSpan[] = [];
  if (shown !== null) spans.push({ of: 'presence', start: shown, end: held || end });
  if (run) spans.push(inputOf(run));
  if (media) spans.push({ ...media, end });
  return spans;
}

/**
 * Folds one signal into the state. A signal that is earlier than the previous signal is treated as if it had the time
 * of the previous signal.
 */
export function stepAttention(before: Attention, signal: Signal): AttentionStep {
  let { shown, left, dialog, run, media, proof } = before;
  const { front, held } = signal;
  let closed: PageSpan[] = [];
  let lost: DropReason | null = null;
  // Without the focus of the page, nothing after the latest confirmation is proven.
  const provenAt = held || (before.held && !front ? proof : signal.at);
  const at = Math.max(provenAt, proof) as PageMs;
  if (signal.moved || at - proof > (before.held ? maxUnconfirmedMs : maxGapMs)) {
    closed = openSpans(before, proof);
    if (shown !== null || media) lost = signal.moved ? 'clock-moved' : 'suspended';
    shown = run = media = null;
    left = never;
    proof = at;
  }
  if (signal.happened === 'dialog') dialog = at;
  const wasAway = at - left <= maxGapMs;
  // The latest sign of a browser dialog came with the loss of the focus or after it.
  const hadDialog = dialog > left - gestureMs;
  if (front && shown === null) {
    // The heartbeat stopped when the focus was lost, so a dialog of the page (`alert`) blocked the page.
    const wasBlocked = proof - left < 1.5 * heartbeatMs && at - left > 2 * heartbeatMs;
    shown = wasAway && (hadDialog || wasBlocked) ? left : at;
  }
  // The event of a file chooser may arrive shortly after the focus has returned.
  if (signal.happened === 'dialog' && shown !== null && wasAway && at - shown < gestureMs) shown = left;
  if (signal.happened === 'input') {
    if (run && at - run.last > maxGapMs) {
      closed.push(inputOf(run));
      run = null;
    }
    run = { start: run?.start ?? at, last: at };
  }
  if (!front && (shown !== null || !signal.visible)) {
    if (shown !== null) closed.push({ of: 'presence', start: shown, end: at });
    if (run) closed.push(inputOf(run));
    shown = run = null;
    left = signal.visible ? at : never;
  }
  if (media && media.of !== signal.plays) {
    closed.push({ ...media, end: at });
    media = null;
  }
  if (signal.plays) media ??= { of: signal.plays, start: at };
  return { state: { shown, left, held: held && at, dialog, run, media, proof: at }, closed, lost };
}
