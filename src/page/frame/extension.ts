/** Calls the extension. If it was updated, disabled or removed, these calls must not cause errors in the page. */

import type { World } from './frame-context.ts';

export const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
export const world = globalThis as World;

let running: AbortController | undefined;

/** Starts a recording of this frame. Aborting the returned controller ends the recording. */
export function startRecording(): AbortController {
  running = new AbortController();
  return running;
}

/** Ends the recording of this frame, if there is one. */
export const stop = () => running?.abort();

/** Returns whether this script is still connected to the extension. If not, stops recording without an error. */
export function isConnected(): boolean {
  if (api.runtime?.id) return true;
  stop();
  return false;
}

/**
 * Calls the extension's API. Once the extension is gone, the functions of the API are missing; the resulting error
 * becomes a rejection.
 */
export const callApi = <T>(call: () => Promise<T>): Promise<T> => new Promise((resolve) => resolve(call()));

/**
 * Sends a message to the worker and returns its answer. If the worker stops before it answers, browsers return an empty
 * answer instead of an error. A real answer always has `ok`; any other answer becomes a rejection.
 */
export const sendMessage = <T>(name: string, ...args: unknown[]): Promise<T> =>
  callApi(() => api.runtime.sendMessage({ name, args })).then((answer?: { ok?: T }) => {
    if (answer?.ok === undefined) throw answer;
    return answer.ok;
  });
