/**
 * Collects the failures of the parts of a page that could not be read. If several parts failed for the same reason,
 * only one part shows this reason, and all are retried together.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';

interface Failure {
  readonly reason: string;
  readonly retry: () => unknown;
}
interface Failures {
  readonly all: readonly Failure[];
  readonly add: (failure: Failure) => () => void;
}

const FailuresContext = createContext<Failures>({ all: [], add: () => () => {} });

/** Provides an empty list of failures to the parts of a page. */
export function FailuresProvider({ children }: { children: ComponentChildren }) {
  const [all, setAll] = useState<readonly Failure[]>([]);
  const add = useCallback((failure: Failure) => {
    setAll((before) => [...before, failure]);
    return () => setAll((before) => before.filter((other) => other !== failure));
  }, []);
  const failures = useMemo(() => ({ all, add }), [all, add]);
  return <FailuresContext.Provider value={failures}>{children}</FailuresContext.Provider>;
}

/** Returns the reasons of all failures on the page, and a function that retries every failed part. */
export function useFailures(): { readonly reasons: readonly string[]; readonly retry: () => void } {
  const { all } = useContext(FailuresContext);
  return {
    reasons: all.map((f) => f.reason),
    retry: () => {
      for (const failure of all) failure.retry();
    },
  };
}

/**
 * Registers the failure of a part while the caller is mounted. `isFirst` is true for the first part with this reason;
 * only this part shows it. `retry` retries all parts with this reason.
 */
export function useFailure(
  reason: string,
  retry: () => unknown,
): { readonly isFirst: boolean; readonly retry: () => void } {
  const { all, add } = useContext(FailuresContext);
  const own = useMemo(() => ({ reason, retry }), [reason, retry]);
  // Registers before the first paint, so that a reason is not shown twice for a moment.
  useLayoutEffect(() => add(own), [add, own]);
  const same = all.filter((f) => f.reason === reason);
  return {
    isFirst: same[0] === undefined || same[0] === own,
    retry: () => {
      for (const failure of same) failure.retry();
    },
  };
}
