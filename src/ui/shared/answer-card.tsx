/**
 * This folder holds parts that several pages of the extension use.
 *
 * This file draws the worker's answer to a message: grey rows until the answer arrives, the reason if the request
 * failed, or the content. A failed card does not affect other cards.
 */
import type { ComponentChildren } from 'preact';
import type { State } from '../../messages.ts';
import { Diagnosis, diagnosisText, redactQuoted } from '../diagnosis.tsx';
import { useFailure } from '../failures.tsx';
import { usePageContext, useTexts } from '../page-context.ts';
import type { Answer } from './use-answer.ts';

/** Draws `children` with the value of the answer; until then grey rows, or the reason why there is no answer. */
export function AnswerCard<T>({
  answer,
  inCard = false,
  children,
}: {
  answer: Answer<T>;
  /** Whether the caller draws this inside a card that has other content too. */
  inCard?: boolean;
  children: (value: T, retry: () => void) => ComponentChildren;
}) {
  if (answer.status === 'reading') return <LoadingCard />;
  if (answer.status === 'failed') return <FailureCard message={answer.message} retry={answer.retry} inCard={inCard} />;
  return <>{children(answer.value, answer.retry)}</>;
}

/** Draws grey rows, as a placeholder for an answer. */
export function LoadingCard() {
  const texts = useTexts('screens');
  return (
    <div class="card greyed" aria-busy="true">
      <span class="hidden">{texts.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

/** Whether the ledger cannot be opened at all. Then the notice at the top of the page explains it for all cards. */
export const isUnreadable = (trouble: State['trouble']): trouble is 'newer' | 'broken' =>
  trouble === 'newer' || trouble === 'broken';

/**
 * Shows what failed, that nothing is lost, and how to try again. If several cards failed for the same reason, only the
 * first card shows this reason. The others show a short line if they are inside a card with other content, else
 * nothing.
 */
export function FailureCard(props: { message: string; retry: () => unknown; inCard?: boolean }) {
  const { message, retry, inCard = false } = props;
  const { copy, state, version } = usePageContext();
  const texts = useTexts('screens');
  const reason = redactQuoted(message);
  const failure = useFailure(reason, retry);
  if (isUnreadable(state.trouble) || !failure.isFirst) return inCard ? <p class="soft">{texts.saidOnce}</p> : null;
  const details = { version, catalogue: state.catalogueVersion, trouble: state.trouble ?? 'open', reasons: [reason] };
  return (
    <div class="card" role="alert">
      <p>
        <strong>{texts.couldNot}</strong>
      </p>
      <p>{texts.kept}</p>
      <Diagnosis details={diagnosisText(details)} copy={copy} retry={failure.retry} />
    </div>
  );
}
