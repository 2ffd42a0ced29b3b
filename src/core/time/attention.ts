/**
 * The attention of one frame: a fold from signals to spans of evidence. A page is *in front* while it is shown in the
 * focused window. What counts, and which gaps are bridged: docs/measurement/attention.md
 *
 * Every signal describes the current state of the frame, so one signal is enough to correct the state after a lost one.
 * Every signal also proves that the page was running. While the page is in front there are at least two signals per
 * second.
 *
 * The folder time/ turns evidence into attention. It also holds the code for local days, intervals and the calendar.
 */
import type { DropReason, PageMs, SpanSort } from '../events.ts';

/** A longer pause ends a run of input. A page that was blocked for longer counts as suspended. */
export const maxGapMs = 60_000;
/** Interval of the signals of a page in front. */
export const heartbeatMs = 500;
/**
 * The events of one gesture (a file chooser closes, the window gets the focus, the field changes) are closer than this.
 */
const gestureMs = 1000;

/** State of a frame. */
export interface Attention {
  /** Time since which the page is in front. */
  readonly shown: PageMs | null;
  /** When the visible page lost the focus, possibly to a dialog of the browser; `never` when it did not. */
  readonly left: PageMs;
  /** Last sign of a dialog of the browser (print dialog, file chooser). */
  readonly dialog: PageMs;
  /** The current run of input. */
  readonly run: { readonly start: PageMs; readonly last: PageMs } | null;
  /** The open span of media that plays, and its sort. */
  readonly media: { readonly of: SpanSort; readonly start: PageMs } | null;
  /** The last time at which the page was known to run. */
  readonly proof: PageMs;
}

/** The state of the frame at one time, and the event that caused the signal. */
export interface Signal {
  readonly at: PageMs;
  readonly visible: boolean;
  readonly front: boolean;
  /** The sort of span for media that plays now; null when none plays. */
  readonly plays: SpanSort | null;
  readonly happened?: 'input' | 'dialog' | undefined;
  /** The wall clock was changed: no span may reach over this time. */
  readonly moved?: boolean;
}

/** A span in the frame's time. */
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
   * Why the open spans end at `proof` of the state before, and not at the signal's time; null when they were not cut.
   */
  readonly lost: DropReason | null;
}

const never = Number.NEGATIVE_INFINITY as PageMs;

const inputOf = ({ start, last }: NonNullable<Attention['run']>): PageSpan => ({ of: 'input', start, end: last });

/** State of a frame before its first signal. */
export const initialAttention = (at: PageMs): Attention => ({
  shown: null,
  left: never,
  dialog: never,
  run: null,
  media: null,
  proof: at,
});

/** The open spans, as if they ended at `end`. */
export function openSpans({ shown, run, media }: Attention, end: PageMs): PageSpan[] {
  const spans: PageSpan[] = [];
  if (shown !== null) spans.push({ of: 'presence', start: shown, end });
  if (run) spans.push(inputOf(run));
  if (media) spans.push({ ...media, end });
  return spans;
}

/** Folds one signal into the state. A signal that is earlier than the last one counts at the last one's time. */
export function stepAttention(before: Attention, signal: Signal): AttentionStep {
  let { shown, left, dialog, run, media, proof } = before;
  let closed: PageSpan[] = [];
  let lost: DropReason | null = null;
  const at = Math.max(signal.at, proof) as PageMs;
  if (signal.moved || at - proof > maxGapMs) {
    closed = openSpans(before, proof);
    if (shown !== null || media) lost = signal.moved ? 'clock-moved' : 'suspended';
    shown = run = media = null;
    left = never;
    proof = at;
  }
  if (signal.happened === 'dialog') dialog = at;
  const wasAway = at - left <= maxGapMs;
  // The last sign of a browser dialog came with the loss of the focus or after it.
  const hadDialog = dialog > left - gestureMs;
  if (signal.front && shown === null) {
    // The heartbeat stopped when the focus was lost, so a dialog of the page (`alert`) blocked it.
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
  if (!signal.front && shown !== null) {
    closed.push({ of: 'presence', start: shown, end: at });
    if (run) closed.push(inputOf(run));
    shown = run = null;
    left = at;
  }
  if (!signal.visible) left = never;
  if (media && media.of !== signal.plays) {
    closed.push({ ...media, end: at });
    media = null;
  }
  if (signal.plays) media ??= { of: signal.plays, start: at };
  return { state: { shown, left, dialog, run, media, proof: at }, closed, lost };
}
