/**
 * Calls back after `ms`. A page can clear every timer of its window, ours included (their numbers are shared);
 * it can't clear the end of a signal. Before Chromium 103 there is only the timer.
 */
export function later(ms: number, then: () => void): void {
  if ('timeout' in AbortSignal) AbortSignal.timeout(ms).addEventListener('abort', then);
  else setTimeout(then, ms);
}
