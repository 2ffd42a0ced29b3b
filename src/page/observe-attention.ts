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
  const view = document.defaultView as Window;
  const started = ctx.now();
  let state = initialAttention(since);
  let isBeatDue = false;
  let mousePosition: number | undefined;
  // The time of the latest question whether the window has the focus, and of the latest one that was answered with yes.
  let asked: PageMs | 0 = 0;
  let held: PageMs | 0 = 0;
  const media = new Set<HTMLMediaElement>(document.querySelectorAll<HTMLMediaElement>('video,audio'));

  const toSpan = ({ of, start, end }: PageSpan): SpanSeen => ({
    kind: 'span',
    of,
    start: ctx.epoch(start),
    end: ctx.epoch(end),
  });
  const mediaState = (visible: boolean) => {
    // A muted video without a box can be neither seen nor heard.
    if (visible || inBackground())
      for (const m of media) if (!m.paused && (m.offsetWidth > 0 || !m.muted)) return visible ? 'media' : 'background';
    return null;
  };
  const update = (at: PageMs, happened?: Signal['happened'], visible = document.visibilityState === 'visible') => {
    const isWithoutFocus = visible && !document.hasFocus();
    if (!isWithoutFocus) asked = held = 0;
    const front = held > 0 || (visible && !isWithoutFocus);
    // The caret may be in the find bar or in the address bar of the window. Only the browser knows whether the window has
    // the focus. A page in front asks at every heartbeat without the focus, any other page when something happens.
    const isAsking = isWithoutFocus && (happened || state.shown !== null) && at - asked > askAgainMs;
    // A new page gets the focus a moment after it is shown.
    const from = at - started < 1000 && front && state.shown === null ? since : at;
    const moved = ctx.clockMoved();
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
    closed.map(toSpan).forEach(ctx.report);
    if (lost) ctx.report({ kind: 'dropped', at: ctx.epoch(at), reason: lost, count: 1 });
    if (moved) ctx.resync();
    if (closed[0]) ctx.flush();
    // The listener exists only while the page is in front, because browsers that are short of memory do not discard a
    // page that has this listener. Adding it again changes nothing.
    view[state.shown !== null ? 'addEventListener' : 'removeEventListener']('beforeunload', onLeave);
    if (isAsking) {
      // At a loss of the focus, this is exactly the time at which presence ended.
      const question = Math.max(at, state.proof) as PageMs;
      asked = question;
      askFocus((isFocused) => {
        // The page may have got the focus or been hidden meanwhile.
        if (!asked) return;
        held = isFocused ? question : 0;
        update(ctx.now());
      });
    }
    scheduleBeat(at);
  };
  const scheduleBeat = (at: PageMs) => {
    const { shown, media, left } = state;
    // A page gets no event when the focus moves into or out of one of its frames, so it must check regularly.
    const isObserved =
      shown !== null || media || (document.visibilityState === 'visible' && (view.length || at - left < maxGapMs));
    if (isBeatDue || !isObserved) return;
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
    // Between two updates of a page in front, input only moves the end of its run, so that typing stays cheap.
    if (shown !== null && run && at - proof < heartbeatMs && at - run.last < maxGapMs) run.last = at;
    else update(at, 'input');
  });
  ctx.on(['visibilitychange', 'focus', 'pageshow', 'pause'], (_event, at) => update(at, 'focus'));
  ctx.on(['beforeprint'], (_event, at) => update(at, 'dialog'));
  // If the focus moved to a frame of the page, `hasFocus` is true again a moment later.
  ctx.on(['blur'], (_event, at) => delay(0, () => update(at, 'focus')));
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
  update(ctx.now(), view.navigator.userActivation?.isActive ? 'input' : undefined);
  return { spans: () => openSpans(state, ctx.now()).map(toSpan), close };
}
