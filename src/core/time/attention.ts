/**
 * One frame's attention: signals → spans of evidence. A page is *in front* while it is shown in the focused window.
 * What counts, and what a gap may bridge: docs/measurement.md, "Time".
 *
 * Every signal is a look at the frame as it stands, so a signal that was lost is made good by the next, and any
 * signal proves that the page ran. While the page is in front there is one at least twice a second.
 */
import type { DropReason, PageMs, SpanSort } from '../events.ts';

/** A pause this long ends a run of input; a page that was blocked for longer was suspended. */
export const maxGapMs = 60_000;
/** How often a page in front looks at itself. */
export const heartbeatMs = 500;
/** Events of one gesture (a chooser closes, the window has the focus again, the field changes) lie closer than this. */
const gestureMs = 1000;

export interface Attention {
  /** In front since. */
  readonly shown: PageMs | null;
  /** When the focus went while it stayed visible: a dialog may have taken it. */
  readonly left: PageMs;
  /** Last sign of a dialog of the browser (print, file chooser). */
  readonly dialog: PageMs;
  readonly run: { readonly start: PageMs; readonly last: PageMs } | null;
  readonly media: { readonly of: SpanSort; readonly start: PageMs } | null;
  /** The last moment at which the page is known to have run. */
  readonly proof: PageMs;
}

/** The frame at a moment, and what happened there. */
export interface Signal {
  readonly at: PageMs;
  readonly visible: boolean;
  readonly front: boolean;
  /** What playing media counts as now, or null when none plays. */
  readonly plays: SpanSort | null;
  readonly happened?: 'input' | 'dialog' | undefined;
  /** The wall clock no longer agrees: nothing may reach from before to after. */
  readonly moved?: boolean;
}

export interface PageSpan {
  readonly of: SpanSort;
  readonly start: PageMs;
  readonly end: PageMs;
}

export interface AttentionStep {
  readonly state: Attention;
  readonly closed: readonly PageSpan[];
  /** Why something that was open was cut at its last proof. */
  readonly lost: DropReason | null;
}

const never = Number.NEGATIVE_INFINITY as PageMs;

const inputOf = ({ start, last }: NonNullable<Attention['run']>): PageSpan => ({ of: 'input', start, end: last });

export const initialAttention = (at: PageMs): Attention => ({
  shown: null,
  left: never,
  dialog: never,
  run: null,
  media: null,
  proof: at,
});

/** What is open, as spans up to `end`. */
export function openSpans({ shown, run, media }: Attention, end: PageMs): PageSpan[] {
  const spans: PageSpan[] = [];
  if (shown !== null) spans.push({ of: 'presence', start: shown, end });
  if (run) spans.push(inputOf(run));
  if (media) spans.push({ ...media, end });
  return spans;
}

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
  // A dialog gave a sign, when the focus went or since.
  const wasAsked = dialog > left - gestureMs;
  if (signal.front && shown === null) {
    // No beat since the focus went: the page was blocked, by a dialog of its own.
    const wasBlocked = proof - left < 1.5 * heartbeatMs && at - left > 2 * heartbeatMs;
    shown = wasAway && (wasAsked || wasBlocked) ? left : at;
  }
  // The field may change a moment after the focus is back.
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
