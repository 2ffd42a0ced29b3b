/** What could not be read on this page: parts that failed for one reason say it once, and are asked for again together. */
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
  const [all, set] = useState<readonly Failure[]>([]);
  const add = useCallback((failure: Failure) => {
    set((there) => [...there, failure]);
    return () => set((there) => there.filter((other) => other !== failure));
  }, []);
  const failures = useMemo(() => ({ all, add }), [all, add]);
  return <FailuresContext.Provider value={failures}>{children}</FailuresContext.Provider>;
}

/** Every reason on the page, and how to ask for all of it again. */
export function useFailures(): { readonly reasons: readonly string[]; readonly again: () => void } {
  const { all } = useContext(FailuresContext);
  return {
    reasons: all.map((f) => f.reason),
    again: () => {
      for (const failure of all) failure.again();
    },
  };
}

/** Takes a part's failure down while it lasts. `tells`: no other part says this reason already. */
export function useFailure(
  reason: string,
  again: () => unknown,
): { readonly tells: boolean; readonly again: () => void } {
  const { all, add } = useContext(FailuresContext);
  const own = useMemo(() => ({ reason, again }), [reason, again]);
  // Before the first paint: what is said twice must not be seen first.
  useLayoutEffect(() => add(own), [add, own]);
  const same = all.filter((f) => f.reason === reason);
  return {
    tells: same[0] === undefined || same[0] === own,
    again: () => {
      for (const failure of same) failure.again();
    },
  };
}
