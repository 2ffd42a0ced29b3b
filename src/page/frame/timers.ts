/**
 * Calls back after `ms`. A page can clear every timer of its window, ours included (their numbers are shared);
 * it can't clear the end of a signal. Before Chromium 103 there is only the timer.
 */
export function later(ms: number, then: () => void): void {
  if ('timeout' in AbortSignal) AbortSignal.timeout(ms).addEventListener('abort', then);
  else setTimeout(then, ms);
}

/** Calls back after `ms`. One call waits at a time; what is asked for meanwhile is worth one more. */
export function soon(ms: number, then: () => void): () => void {
  let isDue = false;
  let isMoreDue = false;
  const ask = () => {
    isMoreDue = isDue;
    if (isDue) return;
    isDue = true;
    later(ms, () => {
      isDue = false;
      then();
      if (isMoreDue) ask();
    });
  };
  return ask;
}
