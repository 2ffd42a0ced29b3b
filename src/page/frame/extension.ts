/** Calls to the extension. They must not fail into the page when the extension was updated, disabled or removed. */

import type { World } from './frame-context.ts';

export const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
export const world = globalThis as World;

let running: AbortController | undefined;

/** Starts a recording of this frame. The controller ends it. */
export function startRecording(): AbortController {
  running = new AbortController();
  return running;
}

/** Ends the recording of this frame, if there is one. */
export const stop = () => running?.abort();

/** Whether the extension is still there. If not, stops recording without an error. */
export function isConnected(): boolean {
  if (api.runtime?.id) return true;
  stop();
  return false;
}

/** Calls the extension's API. After the extension is gone its functions are missing; the error becomes a rejection. */
export const callApi = <T>(call: () => Promise<T>): Promise<T> => new Promise((resolve) => resolve(call()));

/**
 * Sends a message to the worker and returns its answer. If the worker stops before it answers, browsers give no error
 * but an empty answer; an answer of the worker always has `ok`, and everything else is rejected.
 */
export const sendMessage = <T>(name: string, ...args: unknown[]): Promise<T> =>
  callApi(() => api.runtime.sendMessage({ name, args })).then((answer?: { ok?: T }) => {
    if (answer?.ok === undefined) throw answer;
    return answer.ok;
  });
