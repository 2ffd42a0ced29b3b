/** The room of one frame: one passive capture listener per event type, one clock, one queue. */
import type { EpochMs, PageEvent, PageMs } from '../core/events.ts';
import type { PageRoom } from './room.ts';

export interface RoomMaker {
  readonly window: Window;
  readonly signal: AbortSignal;
  /** Wall clock minus monotonic clock, once, at the edge. */
  readonly epochOffset: number;
  readonly send: (events: readonly PageEvent[]) => void;
}

/** A little later than at once: what one gesture causes travels together. */
const queueMs = 400;

export function openRoom({ window, signal, epochOffset, send }: RoomMaker): PageRoom {
  const handlers = new Map<string, ((event: Event, at: PageMs) => void)[]>();
  const roots: (Window | Document | ShadowRoot)[] = [window];
  const options = { capture: true, passive: true, signal };
  const heard = new WeakSet<Event>();
  const listener = (event: Event) => {
    // A page can fire a million events of its own in a second: nothing here wants them.
    if (!event.isTrusted && !event.type.startsWith('composition')) return;
    // An attached root and the window may both see it.
    if (roots.length > 1) {
      if (heard.has(event)) return;
      heard.add(event);
    }
    for (const handle of handlers.get(event.type) ?? []) handle(event, event.timeStamp as PageMs);
  };
  let queue: PageEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = queue;
    queue = [];
    if (events.length > 0) send(events);
  };
  return {
    document: window.document,
    signal,
    on(types, handler) {
      for (const type of types) {
        const list = handlers.get(type);
        if (list !== undefined) list.push(handler as (event: Event, at: PageMs) => void);
        else {
          handlers.set(type, [handler as (event: Event, at: PageMs) => void]);
          for (const root of roots) root.addEventListener(type, listener, options);
        }
      }
    },
    attach(root) {
      if (roots.includes(root)) return;
      roots.push(root);
      for (const type of handlers.keys()) root.addEventListener(type, listener, options);
    },
    now: () => window.performance.now() as PageMs,
    epoch: (at) => Math.round(epochOffset + at) as EpochMs,
    report(event) {
      queue.push(event);
      timer ??= setTimeout(flush, queueMs);
    },
    flush,
  };
}
