/**
 * What the observers of one frame share: one listener per event type (however many observers want it),
 * one clock, one queue to the worker. Observers get a room, never `window` or the browser.
 */
import type { EpochMs, PageEvent, PageMs } from '../../core/events.ts';
import type { sight } from './event-target.ts';

export interface PageRoom {
  readonly document: Document;
  /** What an event was meant for: src/page/frame/event-target.ts. */
  readonly sight: typeof sight;
  /** Aborted when recording stops or the extension is gone; every listener hangs on it. */
  readonly signal: AbortSignal;
  /** Passive capture listeners on the window of this frame and on every root attached later. What it gives ends them. */
  on<E extends Event>(types: readonly string[], handler: (event: E, at: PageMs) => void): () => void;
  /** Also listens inside a shadow root, or a frame's document that has no script of ours. */
  attach(root: Document | ShadowRoot): void;
  now(): PageMs;
  epoch(at: PageMs): EpochMs;
  /** The wall clock was set, or the monotonic one slept: they differ by seconds from what they did. */
  moved(): boolean;
  /** Takes their difference anew. */
  anchor(): void;
  /** Queues an event for the worker; sent soon, and at the latest when the page is hidden. */
  report(event: PageEvent): void;
  /** Sends what is queued now. */
  flush(): void;
}

/** The room of a script that is called when it is needed. */
export interface CalledRoom extends PageRoom {
  /** Looks for secrecy marks; a page that turns out to bear one is left. */
  isOpen(): boolean;
  /** Since when the frame is watched. */
  readonly begun: PageMs;
  /** What happened since the script was called, for it to take up; null once it is here. */
  early: Event[] | null;
}

/** What the scripts of a frame share. No page can see it. */
export interface World {
  ledger?: typeof chrome;
  ledgerRooms?: { forms?: CalledRoom; acts?: CalledRoom };
}
