/** The days of the period that the address names, and the frame that each card has while they come or don't. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { State } from '../../../messages.ts';
import { Diagnosis, diagnosisText, redactQuoted } from '../../diagnosis.tsx';
import { useFailure } from '../../failures.tsx';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf, type Route } from '../../route.ts';
import { overview } from '../../strings/overview.ts';
import { screens } from '../../strings/screens.ts';

export type Loaded<T> =
  | { readonly at: 'reading' }
  | { readonly at: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly at: 'there'; readonly value: T; readonly again: () => void };

/** Asks again whenever `keys` change; an answer that comes too late is dropped. */
export function useAnswer<T>(ask: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ at: 'reading' });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say when to ask again
  useEffect(() => {
    let stale = false;
    ask().then(
      (value) => stale || setLoaded({ at: 'there', value, again }),
      (trouble: Error) => stale || setLoaded({ at: 'failed', message: trouble.message, again }),
    );
    return () => {
      stale = true;
    };
  }, [...keys, turn]);
  return loaded;
}

export function useDays(route: Route): Loaded<readonly DaySummary[]> {
  const { ask, state } = usePageContext();
  const { from, to } = periodOf(route.unit, route.day);
  return useAnswer(() => ask('days.read', from, to), [ask, from, to, state]);
}

/** Draws what was read; until then grey rows, if it failed the reason, and other cards stay. */
export function Part<T>({
  of,
  inCard = false,
  children,
}: {
  of: Loaded<T>;
  /** It is one part of a card with more in it. */
  inCard?: boolean;
  children: (value: T, again: () => void) => ComponentChildren;
}) {
  if (of.at === 'reading') return <Rows />;
  if (of.at === 'failed') return <Failed message={of.message} again={of.again} inCard={inCard} />;
  return <>{children(of.value, of.again)}</>;
}

/** Grey rows while something is read. */
export function Rows() {
  const texts = useTexts(screens);
  return (
    <div class="card greyed" aria-busy="true">
      <span class="hidden">{texts.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

/** The ledger itself can't be read: the notice at the head of the page says why and what to do, for all of it. */
export const isShut = (trouble: State['trouble']): trouble is 'newer' | 'broken' =>
  trouble === 'newer' || trouble === 'broken';

/**
 * Which part failed, what is kept, what to do; once for all parts that failed for one reason. The others only say so
 * where something else of their card stands: a line alone would be about nothing.
 */
export function Failed(props: { message: string; again: () => unknown; inCard?: boolean }) {
  const { message, again, inCard = false } = props;
  const { copy, state, version } = usePageContext();
  const texts = useTexts(screens);
  const reason = redactQuoted(message);
  const same = useFailure(reason, again);
  if (isShut(state.trouble) || !same.tells) return inCard ? <p class="soft">{texts.saidOnce}</p> : null;
  const details = { version, catalogue: state.catalogueVersion, trouble: state.trouble ?? 'open', reasons: [reason] };
  return (
    <div class="card" role="alert">
      <p>
        <strong>{texts.couldNot}</strong>
      </p>
      <p>{texts.kept}</p>
      <Diagnosis details={diagnosisText(details)} copy={copy} again={same.again} />
    </div>
  );
}

/** What stands under figures, and only there: they are a lower bound. */
export function LowerBound() {
  const { lowerBound } = useTexts(screens);
  return <footer class="soft">{lowerBound}</footer>;
}

/** What an empty period says, with the reason. */
export function Empty() {
  const { state } = usePageContext();
  const texts = useTexts(overview);
  return (
    <div class="card">
      <p>{!state.consented ? texts.notConsented : state.firstDay === null ? texts.firstDay : texts.nothing}</p>
      {state.consented ? null : (
        <a class="button" href="../consent/index.html">
          {texts.setUp}
        </a>
      )}
    </div>
  );
}
