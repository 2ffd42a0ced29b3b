/**
 * Requests another script of the extension for this frame when it is needed. docs/decisions/0405-scripts-on-demand.md
 */
import type { FrameContext, RequestedScript, ScriptContext, ScriptMessage } from './frame-context.ts';

const maxTries = 3;
const maxBuffered = 500;

/**
 * Prepares a script that is loaded on demand. Loading takes tens of milliseconds, and longer if the worker must start
 * first. Until the script has loaded, events of the types in `buffered` are kept in the context. `send` asks the worker
 * for the script, and fails if the worker cannot reach the frame. The third failure is counted as `unreachable-frame`.
 */
export function requestScript(
  base: FrameContext,
  mayRecord: () => boolean,
  send: (name: ScriptMessage) => Promise<unknown>,
  name: ScriptMessage,
  buffered: readonly string[],
): RequestedScript {
  const ctx: ScriptContext = {
    ...base,
    mayRecord,
    begun: base.now(),
    early: [],
    prepareScript: (...request) => requestScript(base, mayRecord, send, ...request),
  };
  let tries = 0;
  let isLoading = false;
  return {
    ctx,
    isLoading: () => isLoading,
    load() {
      if (isLoading || base.signal.aborted) return;
      isLoading = true;
      // The first event that is kept is the one that made the script necessary.
      if (tries === 0) {
        const end = base.on(buffered, (event) => {
          if (ctx.early === null) end();
          else if (ctx.early.length < maxBuffered) ctx.early.push(event);
        });
      }
      send(name).catch(() => {
        isLoading = ++tries >= maxTries;
        if (!isLoading) return;
        ctx.early = null;
        ctx.report({ kind: 'dropped', at: ctx.epoch(ctx.now()), reason: 'unreachable-frame', count: 1 });
      });
    },
  };
}
