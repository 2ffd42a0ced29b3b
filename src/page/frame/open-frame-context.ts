/** Opens the context of one frame: one passive capture listener per event type, one clock, one queue. */
import type { EpochMs, PageEvent, PageMs } from '../../core/events.ts';
import { dom } from './event-target.ts';
import type { FrameContext } from './frame-context.ts';
import { delay } from './timers.ts';

/** The effects that a frame context needs. */
export interface FrameContextOptions {
  readonly window: Window;
  /** Ends all listeners when it is aborted. */
  readonly signal: AbortSignal;
  /** The wall clock, in milliseconds. */
  readonly wall: () => number;
  /** Receives the queued events. */
  readonly send: (events: readonly PageEvent[]) => void;
}

/** Events wait this long, so that the events of one gesture are sent together. */
const queueMs = 400;
/** More than `maxUntrusted` untrusted events in this time are a flood. Their type is then ignored for the same time. */
const floodMs = 500;
const maxUntrusted = 1000;
/** If the difference between the clocks changes by more than this, one of them was set or paused. */
const driftMs = 2000;

/** Opens the context of the frame in `window`. Aborting `signal` ends it. */
export function openFrameContext({ window, signal, wall, send }: FrameContextOptions): FrameContext {
  const handlers = new Map<string, ((event: Event, at: PageMs) => void)[]>();
  const roots: (Window | Document | ShadowRoot)[] = [window];
  const options = { capture: true, passive: true, signal };
  const handled = new WeakSet<Event>();
  let since = 0;
  let untrusted = 0;
  const listener = (event: Event) => {
    if (!event.isTrusted) return throttleFlood(event);
    let at = event.timeStamp as PageMs;
    if (roots[1]) {
      // An attached root and the window may both receive the event.
      if (handled.has(event)) return;
      handled.add(event);
      // In another document, time stamps count from another start. `ownerDocument` is null for a document.
      if ((event.currentTarget as Node).ownerDocument === null) at = window.performance.now() as PageMs;
    }
    const list = handlers.get(event.type) ?? [];
    // This runs thousands of times an hour. An index loop also calls handlers that are added meanwhile.
    for (let i = 0; i < list.length; i++) list[i]?.(event, at);
  };
  /**
   * Removes the listener for a while when a page dispatches a flood of events by script, up to a million per second.
   * Such events are not used, but even receiving them costs time.
   */
  const throttleFlood = ({ type, timeStamp }: Event) => {
    if (timeStamp - since > floodMs) {
      since = timeStamp;
      untrusted = 0;
    }
    if (++untrusted < maxUntrusted) return;
    untrusted = 0;
    for (const root of roots) root.removeEventListener(type, listener, options);
    delay(floodMs, () => signal.aborted || roots.forEach(listen));
  };
  const listen = (root: EventTarget) => {
    for (const type of handlers.keys()) root.addEventListener(type, listener, options);
  };
  /** Listens again after `document.open()`, which removes every listener and inserts a new root element. */
  const renew = (document: Document, root: EventTarget) => {
    const observer = new MutationObserver(() => listen(root));
    observer.observe(document, { childList: true });
    signal.addEventListener('abort', () => observer.disconnect());
  };
  renew(window.document, window);
  let queue: PageEvent[] = [];
  let isDue = false;
  const now = () => window.performance.now() as PageMs;
  let offset = wall() - now();
  const flush = () => {
    const events = queue;
    queue = [];
    if (events[0]) send(events);
  };
  return {
    document: window.document,
    dom,
    signal,
    on(types, handler) {
      for (const type of types) {
        const list = handlers.get(type);
        if (list) list.push(handler as (event: Event, at: PageMs) => void);
        else {
          handlers.set(type, [handler as (event: Event, at: PageMs) => void]);
          for (const root of roots) root.addEventListener(type, listener, options);
        }
      }
      return () => {
        for (const type of types) handlers.set(type, handlers.get(type)?.filter((h) => h !== handler) ?? []);
      };
    },
    attach(root) {
      if (roots.includes(root)) return;
      roots.push(root);
      listen(root);
      if (root.ownerDocument === null) renew(root as Document, root);
    },
    now,
    epoch: (at) => Math.round(offset + at) as EpochMs,
    clockMoved: () => Math.abs(wall() - now() - offset) > driftMs,
    resync() {
      offset = wall() - now();
    },
    report(event) {
      queue.push(event);
      if (isDue) return;
      isDue = true;
      delay(queueMs, () => {
        isDue = false;
        flush();
      });
    },
    flush,
  };
}
