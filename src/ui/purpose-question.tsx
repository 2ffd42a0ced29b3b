/** What a portal is for: asked once at its third day of use, and to be skipped. */
import { useContext } from 'preact/hooks';
import { type Purpose, purposes } from '../core/days/day-summary.ts';
import type { SystemInfo } from '../messages.ts';
import type { AskWorker } from './ask-worker.ts';
import { LanguageContext } from './page-context.ts';
import { purposeWords } from './strings/purposes.ts';

interface QuestionProps {
  readonly system: SystemInfo;
  readonly name: string;
  readonly ask: AskWorker;
  readonly after: () => unknown;
}

export function PurposeQuestion({ system, name, ask, after }: QuestionProps) {
  const language = useContext(LanguageContext);
  const answer = async (purpose: Purpose | null) => {
    await ask('system.write', system.host, purpose === null ? { asked: true } : { purpose, asked: true });
    await after();
  };
  return (
    <fieldset class="ask">
      <legend class="hidden">{purposeWords[language].purposeAsk(name)}</legend>
      <p aria-hidden="true">{purposeWords[language].purposeAsk(name)}</p>
      <div>
        {purposes.map((purpose) => (
          <button
            key={purpose}
            type="button"
            class="plain small"
            data-purpose={purpose}
            onClick={() => answer(purpose)}
          >
            {purposeWords[language].purposes[purpose]}
          </button>
        ))}
        <button type="button" class="link" data-purpose="skip" onClick={() => answer(null)}>
          {purposeWords[language].purposeSkip}
        </button>
      </div>
    </fieldset>
  );
}
