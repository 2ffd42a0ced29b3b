/** The room of one frame: one passive capture listener per event type, one clock, one queue. */
import type { EpochMs, PageEvent, PageMs } from '../../core/events.ts';
import { sight } from './event-target.ts';
import type { PageRoom } from './frame-context.ts';
import { later } from './timers.ts';

export interface RoomMaker {
  readonly window: Window;
  readonly signal: AbortSignal;
  /** The wall clock, in milliseconds. */
  readonly wall: () => number;
  readonly send: (events: readonly PageEvent[]) => void;
}

/** A little later than at once: what one gesture causes travels together. */
const queueMs = 400;
/** More events of a page's own within this time are a flood: as long, nothing of their type is heard. */
const floodMs = 500;
const mostStrange = 1000;
/** Clocks that drift apart by more were set, or one of them slept. */
const driftMs = 2000;

export function openRoom({ window, signal, wall, send }: RoomMaker): PageRoom {
  const handlers = new Map<string, ((event: Event, at: PageMs) => void)[]>();
  const roots: (Window | Document | ShadowRoot)[] = [window];
  const options = { capture: true, passive: true, signal };
  const heard = new WeakSet<Event>();
  let since = 0;
  let strange = 0;
  const listener = (event: Event) => {
    if (!event.isTrusted) return endure(event);
    let at = event.timeStamp as PageMs;
    if (roots.length > 1) {
      // An attached root and the window may both see it.
      if (heard.has(event)) return;
      heard.add(event);
      // The clock of another document began at another time; a document is its own owner.
      if ((event.currentTarget as Node).ownerDocument === null) at = window.performance.now() as PageMs;
    }
    const list = handlers.get(event.type) ?? [];
    // Some thousand keys an hour come by here. A handler that is added meanwhile is called too.
    for (let i = 0; i < list.length; i++) list[i]?.(event, at);
  };
  /** A page can fire a million events of its own in a second. Nothing here wants them, and even to hear them costs. */
  const endure = ({ type, timeStamp }: Event) => {
    if (timeStamp - since > floodMs) {
      since = timeStamp;
      strange = 0;
    }
    if (++strange < mostStrange) return;
    strange = 0;
    for (const root of roots) root.removeEventListener(type, listener, options);
    later(floodMs, () => signal.aborted || roots.forEach(listen));
  };
  const listen = (root: EventTarget) => {
    for (const type of handlers.keys()) root.addEventListener(type, listener, options);
  };
  /** `document.open()` takes every listener away, and puts a new root element in place. */
  const renew = (document: Document, root: EventTarget) => {
    const watcher = new MutationObserver(() => listen(root));
    watcher.observe(document, { childList: true });
    signal.addEventListener('abort', () => watcher.disconnect());
  };
  renew(window.document, window);
  let queue: PageEvent[] = [];
  let isDue = false;
  const now = () => window.performance.now() as PageMs;
  let offset = wall() - now();
  const flush = () => {
    const events = queue;
    queue = [];
    if (events.length > 0) send(events);
  };
  return {
    document: window.document,
    sight,
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
    moved: () => Math.abs(wall() - now() - offset) > driftMs,
    anchor() {
      offset = wall() - now();
    },
    report(event) {
      queue.push(event);
      if (isDue) return;
      isDue = true;
      later(queueMs, () => {
        isDue = false;
        flush();
      });
    },
    flush,
  };
}
