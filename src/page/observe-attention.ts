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
  const lookAtMedia = (at: PageMs, isOver = false) => {
    const plays =
      !isOver &&
      room.document.visibilityState === 'visible' &&
      [...room.document.querySelectorAll<HTMLMediaElement>('video,audio')].some((m) => !m.paused);
    if (plays) media ??= at;
    else if (media !== null) {
      room.report(span('media', media, at));
      media = null;
    }
  };
  const end = (at: PageMs) => {
    endRun();
    lookAtMedia(at, true);
    room.flush();
  };
  const look = (at: PageMs, now = isShown()) => {
    if (now && shown === null) {
      shown = at;
      lookAtMedia(at);
    }
    if (now || shown === null) return;
    if (own) room.report(span('presence', shown, at));
    shown = null;
    end(at);
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
    look(at, false);
    end(at);
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
