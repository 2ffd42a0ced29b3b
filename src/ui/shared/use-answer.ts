/** Sends a message to the service worker from a component and keeps the state of the answer. */
import { useCallback, useEffect, useState } from 'preact/hooks';

/** The answer to a message: not received yet, an error, or a value. `retry` sends the message again. */
export type Answer<T> =
  | { readonly status: 'reading' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T; readonly retry: () => void };

/** Calls `ask` now and whenever one of `keys` changes. Ignores the answer to a message once a newer one was sent. */
export function useAnswer<T>(ask: () => Promise<T>, keys: readonly unknown[]): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ status: 'reading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  // The caller lists in `keys` everything that `ask` depends on.
  useEffect(() => {
    let stale = false;
    ask().then(
      (value) => stale || setAnswer({ status: 'ready', value, retry }),
      (error: Error) => stale || setAnswer({ status: 'failed', message: error.message, retry }),
    );
    return () => {
      stale = true;
    };
  }, [...keys, attempt]);
  return answer;
}
