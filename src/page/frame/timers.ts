/** Timers that a page cannot clear. */

/**
 * Calls back after `ms`. A page can clear every timer of its window, including ours, because their numbers are shared;
 * it cannot cancel a timeout signal. Chromium before 103 has only the timer.
 */
export function delay(ms: number, callback: () => void): void {
  if ('timeout' in AbortSignal) AbortSignal.timeout(ms).addEventListener('abort', callback);
  else setTimeout(callback, ms);
}

/**
 * Returns a function that calls back after `ms`. Calls made while one is waiting are combined: together they cause one
 * more callback, `ms` after the first.
 */
export function coalesce(ms: number, callback: () => void): () => void {
  let isDue = false;
  let isMoreDue = false;
  const schedule = () => {
    isMoreDue = isDue;
    if (isDue) return;
    isDue = true;
    delay(ms, () => {
      isDue = false;
      callback();
      if (isMoreDue) schedule();
    });
  };
  return schedule;
}
