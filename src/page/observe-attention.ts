/** Evidence of attention in one frame: shown in the focused window, trusted input, visible media. docs/measurement.md, "Time". */
import type { PageMs, SpanSeen, SpanSort } from '../core/events.ts';
import type { PageRoom } from './room.ts';

/** A pause this long ends a run of input. */
const runMs = 60_000;

const inputs = ['keydown', 'compositionupdate', 'pointerdown', 'wheel', 'touchstart', 'mousemove'];

export interface Attention {
  /** What is not closed yet, as spans up to now. */
  open(): readonly SpanSeen[];
  /** Closes everything now. */
  close(): void;
}

/** `own`: this frame reports presence, because the time is its system's. */
export function observeAttention(room: PageRoom, own: boolean): Attention {
  let shown: PageMs | null = null;
  let run: { start: PageMs; last: PageMs } | null = null;
  let media: PageMs | null = null;
  let x = Number.NaN;
  let y = Number.NaN;

  const span = (of: SpanSort, start: PageMs, end: PageMs): SpanSeen => ({
    kind: 'span',
    of,
    start: room.epoch(start),
    end: room.epoch(end),
  });
  const endRun = () => {
    if (run !== null) room.report(span('input', run.start, run.last));
    run = null;
  };
  const isShown = () => room.document.visibilityState === 'visible' && room.document.hasFocus();
  const look = (at: PageMs) => {
    const now = isShown();
    if (now === (shown !== null)) return;
    if (shown === null) shown = at;
    else {
      if (own) room.report(span('presence', shown, at));
      shown = null;
      endRun();
      lookAtMedia(at);
      room.flush();
    }
  };
  const lookAtMedia = (at: PageMs) => {
    const plays =
      room.document.visibilityState === 'visible' &&
      [...room.document.querySelectorAll<HTMLMediaElement>('video, audio')].some((m) => !m.paused && !m.ended);
    if (plays && media === null) media = at;
    if (!plays && media !== null) {
      room.report(span('media', media, at));
      media = null;
    }
  };

  room.on(inputs, (event, at) => {
    if (!event.isTrusted) return;
    if (event.type === 'mousemove') {
      const { screenX, screenY } = event as MouseEvent;
      const moved = screenX !== x || screenY !== y;
      x = screenX;
      y = screenY;
      if (!moved) return;
    }
    if (run !== null && at - run.last > runMs) endRun();
    if (run === null) run = { start: at, last: at };
    else run.last = at;
    if (shown === null) look(at);
  });
  room.on(['visibilitychange', 'focus', 'blur', 'pageshow'], (event, at) => {
    // A window that loses the focus to one of its own frames still has it a moment later.
    if (event.type === 'blur') setTimeout(() => look(at), 0);
    else look(at);
  });
  room.on(['playing', 'pause', 'ended', 'emptied'], (_event, at) => lookAtMedia(at));
  const close = () => {
    const at = room.now();
    if (shown !== null && own) room.report(span('presence', shown, at));
    if (media !== null) room.report(span('media', media, at));
    shown = null;
    media = null;
    endRun();
    room.flush();
  };
  room.on(['pagehide', 'freeze'], close);
  look(room.now());
  return {
    open() {
      const now = room.now();
      return [
        ...(shown !== null && own ? [span('presence', shown, now)] : []),
        ...(run !== null ? [span('input', run.start, run.last)] : []),
        ...(media !== null ? [span('media', media, now)] : []),
      ];
    },
    close,
  };
}
