/** Feeds one frame's attention: shown in the focused window, trusted input, media, dialogs. docs/measurement.md, "Time". */

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
import type { PageRoom } from './frame/frame-context.ts';
import { later } from './frame/timers.ts';

const inputs = ['keydown', 'compositionupdate', 'pointerdown', 'wheel', 'touchstart', 'mousemove'];

export interface AttentionWatch {
  /** What is not closed yet, as spans up to now. */
  open(): readonly SpanSeen[];
  /** Closes everything now. */
  close(): void;
}

export interface Watching {
  /** From when a page that was just navigated to is in front: its answer had come, the page before it is still seen. */
  readonly since: PageMs;
  /** Whether media of a hidden page counts (the owner's choice). */
  readonly inBackground: () => boolean | undefined;
  /** Called with every beat while there is something to watch. */
  readonly beat: () => void;
  /** Called when the page is asked whether it may go, before anything of it is taken down. */
  readonly parting: () => void;
}

export function observeAttention(room: PageRoom, { since, inBackground, beat, parting }: Watching): AttentionWatch {
  const { document } = room;
  const begun = room.now();
  let state = initialAttention(since);
  let isBeating = false;
  let listens = false;
  let rests: number | undefined;
  // Input since the last look: the next one takes it in.
  let latest: PageMs | 0 = 0;
  const media = new Set<HTMLMediaElement>(document.querySelectorAll<HTMLMediaElement>('video,audio'));

  const span = ({ of, start, end }: PageSpan): SpanSeen => ({
    kind: 'span',
    of,
    start: room.epoch(start),
    end: room.epoch(end),
  });
  const plays = (visible: boolean) => {
    if (!visible && !inBackground()) return null;
    // Seen or heard: a silent video that nobody sees is neither.
    for (const m of media) if (!m.paused && (m.offsetWidth > 0 || !m.muted)) return visible ? 'media' : 'background';
    return null;
  };
  const take = (at: PageMs, happened?: Signal['happened'], visible = document.visibilityState === 'visible') => {
    const front = visible && document.hasFocus();
    // A new page has the focus a moment after it is there.
    const from = at - begun < 1000 && front && state.shown === null ? since : at;
    const moved = room.moved();
    if (latest && state.run) state = { ...state, run: { ...state.run, last: latest } };
    latest = 0;
    const {
      closed,
      lost,
      state: next,
    } = stepAttention(state, {
      at: from,
      visible,
      front,
      plays: plays(visible),
      happened,
      moved,
    });
    state = next;
    for (const one of closed) room.report(span(one));
    if (lost) room.report({ kind: 'dropped', at: room.epoch(at), reason: lost, count: 1 });
    if (moved) room.anchor();
    if (closed.length > 0) room.flush();
    // Only in front: a page that listens for this can't be unloaded when memory is short.
    if (listens !== (state.shown !== null)) {
      listens = !listens;
      document.defaultView?.[listens ? 'addEventListener' : 'removeEventListener']('beforeunload', parting);
    }
    wake(at);
  };
  const wake = (at: PageMs) => {
    const { shown, media, left } = state;
    // Focus that comes to a page's frame, or leaves from there, is not told to the page.
    const frames = document.defaultView?.length ?? 0;
    const watches =
      shown !== null || media || (document.visibilityState === 'visible' && (frames > 0 || at - left < maxGapMs));
    if (isBeating || !watches || room.signal.aborted) return;
    isBeating = true;
    // By the clock: what each beat is late by must not add up, or five seconds become more.
    later(1.5 * heartbeatMs - ((at + heartbeatMs / 2) % heartbeatMs), () => {
      isBeating = false;
      if (room.signal.aborted) return;
      take(room.now());
      beat();
    });
  };

  room.on(inputs, (event, at) => {
    if (event.type === 'mousemove') {
      // The first says where the mouse rests; a page that moves under it moves nothing.
      const { screenX, screenY } = event as MouseEvent;
      const before = rests;
      rests = screenX + screenY / 1e5;
      if (!before || before === rests) return;
    }
    const { shown, run, proof } = state;
    // Between two looks of a page in front, a key costs next to nothing.
    if (shown !== null && run && at - proof < heartbeatMs && at - run.last < maxGapMs) latest = at;
    else take(at, 'input');
  });
  room.on(['visibilitychange', 'focus', 'pageshow', 'pause'], (_event, at) => take(at));
  room.on(['beforeprint'], (_event, at) => take(at, 'dialog'));
  // A window that loses the focus to one of its own frames still has it a moment later.
  room.on(['blur'], (_event, at) => later(0, () => take(at)));
  room.on(['playing'], (event, at) => {
    media.add(event.target as HTMLMediaElement);
    take(at);
  });
  room.on(['change', 'cancel'], (event, at) => {
    if ((event.target as HTMLInputElement).type === 'file') take(at, 'dialog');
  });
  const close = () => take(room.now(), undefined, false);
  room.on(['pagehide', 'freeze'], close);
  // Somebody may have pressed before there was anyone to hear it.
  take(room.now(), document.defaultView?.navigator.userActivation?.isActive ? 'input' : undefined);
  return { open: () => openSpans(state, room.now()).map(span), close };
}
