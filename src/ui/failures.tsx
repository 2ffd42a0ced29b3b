/**
 * The parts of a page that could not be read. Parts that failed for the same reason report it once and are retried
 * together.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';

interface Failure {
  readonly reason: string;
  readonly again: () => unknown;
}
interface Failures {
  readonly all: readonly Failure[];
  readonly add: (failure: Failure) => () => void;
}

const FailuresContext = createContext<Failures>({ all: [], add: () => () => {} });

export function FailuresProvider({ children }: { children: ComponentChildren }) {
  const [all, setAll] = useState<readonly Failure[]>([]);
  const add = useCallback((failure: Failure) => {
    setAll((before) => [...before, failure]);
    return () => setAll((before) => before.filter((other) => other !== failure));
  }, []);
  const failures = useMemo(() => ({ all, add }), [all, add]);
  return <FailuresContext.Provider value={failures}>{children}</FailuresContext.Provider>;
}

/** All reasons on the page, and a function that retries every failed part. */
export function useFailures(): { readonly reasons: readonly string[]; readonly again: () => void } {
  const { all } = useContext(FailuresContext);
  return {
    reasons: all.map((f) => f.reason),
    again: () => {
      for (const failure of all) failure.again();
    },
  };
}

/**
 * Registers the failure of a part while the caller is mounted. `tells` is true for the first part with this reason, which
 * shows it; `again` retries all parts with this reason.
 */
export function useFailure(
  reason: string,
  again: () => unknown,
): { readonly tells: boolean; readonly again: () => void } {
  const { all, add } = useContext(FailuresContext);
  const own = useMemo(() => ({ reason, again }), [reason, again]);
  // Before the first paint, so that a reason never shows twice for a moment.
  useLayoutEffect(() => add(own), [add, own]);
  const same = all.filter((f) => f.reason === reason);
  return {
    tells: same[0] === undefined || same[0] === own,
    again: () => {
      for (const failure of same) failure.again();
    },
  };
}
