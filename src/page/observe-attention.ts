/**
 * Measures the attention of one frame from its visibility, focus, trusted input, media and dialogs, and sends it to the
 * worker as spans. docs/measurement.md, "Time".
 */

import type { PageMs, SpanSeen } from '../core/events.ts';
import {
  heartbeatMs,
  initialAttention,
  maxGapMs,
  openSpans,
  type PageSpan,
  type Signal,
  stepAttention,
} from '../core/time/attention.ts';
import type { FrameContext } from './frame/frame-context.ts';
import { delay } from './frame/timers.ts';

/** A page whose window may have the focus asks at most once in this time. */
const askAgainMs = 400;

const inputs = ['keydown', 'compositionupdate', 'pointerdown', 'wheel', 'touchstart', 'mousemove'];

/** Controls a running observation of attention. */
export interface AttentionObserver {
  /** Returns the open spans, each with the current time as its end. */
  spans(): readonly SpanSeen[];
  /** Closes all spans now. */
  close(): void;
}

/** Settings and callbacks of an observation. */
export interface AttentionOptions {
  /** The time from which a newly opened page counts as in front. It is the time at which the server answered. */
  readonly since: PageMs;
  /** Whether the owner has chosen that media of a hidden page counts; undefined until this is known. */
  readonly inBackground: () => boolean | undefined;
  /** Asks the browser whether the window of the page has the focus, although the page does not have it. */
  readonly askFocus: (onAnswer: (isFocused: boolean) => void) => void;
  /** Called at every heartbeat while the page is observed. */
  readonly onBeat: () => void;
  /** Called on `beforeunload`, before any part of the page is unloaded. */
  readonly onLeave: () => void;
}

/** Starts to observe a frame. */
export function observeAttention(
  ctx: FrameContext,
  { since, inBackground, askFocus, onBeat, onLeave }: AttentionOptions,
): AttentionObserver {
  const { document } = ctx;
  const started = ctx.now();
  let state = initialAttention(since);
  let isBeatDue = false;
  let hasUnloadListener = false;
  let mousePosition: number | undefined;
  // The time of the latest input that no update has processed yet; 0 if there is none.
  let lastInput: PageMs | 0 = 0;
  let asked: PageMs | 0 = 0;
  let held: PageMs | undefined;
  const media = new Set<HTMLMediaElement>(document.querySelectorAll<HTMLMediaElement>('video,audio'));

  const toSpan = ({ of, start, end }: PageSpan): SpanSeen => ({
    kind: 'span',
    of,
    start: ctx.epoch(start),
    end: ctx.epoch(end),
  });
  const mediaState = (visible: boolean) => {
    if (!visible && !inBackground()) return null;
    // A muted video without a box can be neither seen nor heard.
    for (const m of media) if (!m.paused && (m.offsetWidth > 0 || !m.muted)) return visible ? 'media' : 'background';
    return null;
  };
  const update = (at: PageMs, happened?: Signal['happened'], visible = document.visibilityState === 'visible') => {
    const front = visible && document.hasFocus();
    if (front) asked = 0;
    // A new page gets the focus a moment after it is shown.
    const from = at - started < 1000 && front && state.shown === null ? since : at;
    const moved = ctx.clockMoved();
    if (lastInput && state.run) state = { ...state, run: { ...state.run, last: lastInput } };
    lastInput = 0;
    const {
      closed,
      lost,
      state: next,
    } = stepAttention(state, {
      at: from,
      visible,
      front,
      held,
      plays: mediaState(visible),
      happened,
      moved,
    });
    state = next;
    for (const closedSpan of closed) ctx.report(toSpan(closedSpan));
    if (lost) ctx.report({ kind: 'dropped', at: ctx.epoch(at), reason: lost, count: 1 });
    if (moved) ctx.resync();
    if (closed[0]) ctx.flush();
    // The listener exists only while the page is in front, because browsers that are short of memory do not discard a
    // page that has this listener.
    if (hasUnloadListener !== (state.shown !== null)) {
      hasUnloadListener = !hasUnloadListener;
      document.defaultView?.[hasUnloadListener ? 'addEventListener' : 'removeEventListener']('beforeunload', onLeave);
    }
    // Without the focus of the page, its window may have it: the caret is in the find bar, for example. Only the browser
    // knows. A page that is in front for this reason asks at its heartbeats, any other page only when something happens.
    if (visible && !front && (happened || state.shown !== null) && at - asked > askAgainMs) {
      const question = state.proof;
      asked = question;
      askFocus((isFocused) => {
        held = isFocused ? question : undefined;
        if (!ctx.signal.aborted) update(ctx.now());
      });
    }
    scheduleBeat(at);
  };
  const scheduleBeat = (at: PageMs) => {
    const { shown, media, left } = state;
    // A page gets no event when the focus moves into or out of one of its frames, so it must check regularly.
    const frames = document.defaultView?.length ?? 0;
    const isObserved =
      shown !== null || media || (document.visibilityState === 'visible' && (frames > 0 || at - left < maxGapMs));
    if (isBeatDue || !isObserved || ctx.signal.aborted) return;
    isBeatDue = true;
    // Heartbeats are aligned to the clock, so that delays do not add up and checkpoints are never more than five
    // seconds apart.
    delay(1.5 * heartbeatMs - ((at + heartbeatMs / 2) % heartbeatMs), () => {
      isBeatDue = false;
      if (ctx.signal.aborted) return;
      update(ctx.now());
      onBeat();
    });
  };

  ctx.on(inputs, (event, at) => {
    if (event.type === 'mousemove') {
      // The first event only gives the position. Content that moves under a resting mouse causes events too, at the
      // same position.
      const { screenX, screenY } = event as MouseEvent;
      const before = mousePosition;
      mousePosition = screenX + screenY / 1e5;
      if (!before || before === mousePosition) return;
    }
    const { shown, run, proof } = state;
    // Between two updates of a page in front, input only sets a variable, so that typing stays cheap.
    if (shown !== null && run && at - proof < heartbeatMs && at - run.last < maxGapMs) lastInput = at;
    else update(at, 'input');
  });
  ctx.on(['visibilitychange', 'focus', 'pageshow', 'pause'], (_event, at) => update(at, 'other'));
  ctx.on(['beforeprint'], (_event, at) => update(at, 'dialog'));
  // If the focus moved to a frame of the page, `hasFocus` is true again a moment later.
  ctx.on(['blur'], (_event, at) => delay(0, () => update(at, 'other')));
  ctx.on(['playing'], (event, at) => {
    media.add(event.target as HTMLMediaElement);
    update(at);
  });
  ctx.on(['change', 'cancel'], (event, at) => {
    if ((event.target as HTMLInputElement).type === 'file') update(at, 'dialog');
  });
  const close = () => update(ctx.now(), undefined, false);
  ctx.on(['pagehide', 'freeze'], close);
  // The person may have pressed something before this script loaded.
  update(ctx.now(), document.defaultView?.navigator.userActivation?.isActive ? 'input' : undefined);
  return { spans: () => openSpans(state, ctx.now()).map(toSpan), close };
}
