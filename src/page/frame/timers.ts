/** Timers that a page cannot clear. */

/**
 * Calls `callback` after `ms`. A page can clear every timer of its window, including ours, because all scripts share
 * the numbers of timers. It cannot cancel a timeout signal. Chromium before 103 has no such signal, so it gets a timer.
 */
export function delay(ms: number, callback: () => void): void {
  if ('timeout' in AbortSignal) AbortSignal.timeout(ms).addEventListener('abort', callback);
  else setTimeout(callback, ms);
}

/**
 * Returns a function that calls `callback` after `ms`. Calls of this function while a callback is due are combined.
 * Together they cause one more callback, `ms` after the due one.
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
