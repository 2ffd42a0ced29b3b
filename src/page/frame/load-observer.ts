/** Connects a script that was loaded on demand to the context that main.iife.ts left for it. */
import type { PageMs } from '../../core/events.ts';
import { api, world } from './extension.ts';
import type { FrameContext, ScriptContext } from './frame-context.ts';

/**
 * Reads from the storage the values of `keys`, which the worker writes (src/background/pages/recording-flag.ts), calls
 * `observe`, and replays the events that happened since the script was requested.
 */
export function loadObserver<Stored>(
  name: 'forms' | 'commits' | 'acts',
  keys: readonly (string & keyof Stored)[],
  observe: (ctx: ScriptContext, stored: Stored) => void,
): void {
  const ctx = world.ledgerContexts?.[name];
  // Each context is used once. If the script runs a second time, it finds no context.
  delete world.ledgerContexts?.[name];
  if (ctx)
    api.storage.local.get([...keys]).then((stored) => {
      const { early } = ctx;
      ctx.early = null;
      if (ctx.signal.aborted) return;
      const handlers: [string, (event: Event, at: PageMs) => void][] = [];
      const on: FrameContext['on'] = (types, handler) => {
        for (const type of types) handlers.push([type, handler as (event: Event, at: PageMs) => void]);
        return ctx.on(types, handler);
      };
      observe({ ...ctx, on }, stored as Stored);
      for (const event of early ?? [])
        for (const [type, handle] of handlers) if (type === event.type) handle(event, event.timeStamp as PageMs);
    });
}
