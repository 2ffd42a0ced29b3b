/**
 * This folder holds the code that every script of a frame needs: the context that observers share, events, timers, and
 * the loading of scripts on demand. This file defines the contexts. Observers get a context, never `window` or the
 * browser's API.
 */
import type { EpochMs, PageEvent, PageMs } from '../../core/events.ts';
import type { dom } from './event-target.ts';

/**
 * The context that the observers of one frame share: one listener per event type, one clock, one queue to the worker.
 */
export interface FrameContext {
  readonly document: Document;
  /** Functions of event-target.ts, so that scripts loaded on demand need not contain them again. */
  readonly dom: typeof dom;
  /** Aborted when recording stops or the extension is gone. This removes every listener. */
  readonly signal: AbortSignal;
  /**
   * Adds passive capture listeners to the window of this frame and to every root that is attached later. Returns a
   * function that removes the handler.
   */
  on<E extends Event>(types: readonly string[], handler: (event: E, at: PageMs) => void): () => void;
  /** Also listens inside a shadow root, or inside the document of a frame in which none of our scripts runs. */
  attach(root: Document | ShadowRoot): void;
  /** The monotonic clock of the page. */
  now(): PageMs;
  /** Converts a time of the monotonic clock to wall-clock time. */
  epoch(at: PageMs): EpochMs;
  /**
   * Whether the difference between the wall clock and the monotonic clock has changed by more than two seconds: the
   * wall clock was set, or the monotonic clock paused.
   */
  clockMoved(): boolean;
  /** Measures the difference of the two clocks again. */
  resync(): void;
  /**
   * Queues an event for the worker. The event is sent within half a second, and at the latest when the page is hidden.
   */
  report(event: PageEvent): void;
  /** Sends the queued events now. */
  flush(): void;
}

/** The context of a script that is loaded on demand. */
export interface ScriptContext extends FrameContext {
  /** Checks for secrecy marks. If the page has one, recording stops and the result is false. */
  mayRecord(): boolean;
  /** The time at which observing of the frame began. */
  readonly begun: PageMs;
  /** The events since the script was requested. The script processes them when it has loaded; then this is null. */
  early: Event[] | null;
  /** Prepares a script that is loaded on demand. `buffered`: the types of events that are kept until it has loaded. */
  prepareScript(name: ScriptMessage, buffered: readonly string[]): RequestedScript;
}
/** The messages that request a script. */
export type ScriptMessage = 'page.forms' | 'page.commits' | 'page.acts';

/** A script that is loaded on demand, before and while it loads. */
export interface RequestedScript {
  /** The context that the script uses once it has loaded. */
  readonly ctx: ScriptContext;
  isLoading(): boolean;
  /**
   * Requests the script. Further calls do nothing, except after a failure. The script is requested up to three times.
   */
  load(): void;
}

/**
 * Properties of the global object that the scripts of a frame share. Pages cannot see this object, because the world of
 * these scripts is isolated.
 */
export interface World {
  ledger?: typeof chrome;
  ledgerContexts?: { forms?: ScriptContext; commits?: ScriptContext; acts?: ScriptContext };
}
