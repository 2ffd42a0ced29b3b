/** Asks once, from the third day of use, for which purpose a portal is used. The owner may skip the question. */
import { type Purpose, purposes } from '../../core/days/day-summary.ts';
import type { SystemInfo } from '../../messages.ts';
import type { AskWorker } from '../ask-worker.ts';
import { useTexts } from '../page-context.ts';

interface QuestionProps {
  readonly system: SystemInfo;
  readonly name: string;
  readonly ask: AskWorker;
  /** Called after the answer was stored. */
  readonly onAnswer: () => unknown;
}

export function PurposeQuestion({ system, name, ask, onAnswer }: QuestionProps) {
  const texts = useTexts('purposes');
  const answer = async (purpose: Purpose | null) => {
    await ask('system.write', system.host, purpose === null ? { asked: true } : { purpose, asked: true });
    await onAnswer();
  };
  return (
    <fieldset class="ask">
      <legend class="hidden">{texts.purposeAsk(name)}</legend>
      <p aria-hidden="true">{texts.purposeAsk(name)}</p>
      <div>
        {purposes.map((purpose) => (
          <button
            key={purpose}
            type="button"
            class="plain small"
            data-purpose={purpose}
            onClick={() => answer(purpose)}
          >
            {texts.purposes[purpose]}
          </button>
        ))}
        <button type="button" class="link" data-purpose="skip" onClick={() => answer(null)}>
          {texts.purposeSkip}
        </button>
      </div>
    </fieldset>
  );
}
