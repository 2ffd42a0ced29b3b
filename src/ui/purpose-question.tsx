/** What a portal is for: asked once at its third day of use, and to be skipped. */
import { useContext } from 'preact/hooks';
import { type Purpose, purposes } from '../core/summary.ts';
import type { SystemInfo } from '../messages.ts';
import type { Asker } from './ask-worker.ts';
import { LanguageContext } from './shell.ts';
import { common } from './strings/common.ts';
import { popup } from './strings/popup.ts';

export const asksPurpose = (system: SystemInfo): boolean =>
  system.purpose === null && system.daysUsed >= 3 && system.asked !== true;

interface QuestionProps {
  readonly system: SystemInfo;
  readonly name: string;
  readonly ask: Asker;
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
      <legend class="hidden">{popup[language].purposeAsk(name)}</legend>
      <p aria-hidden="true">{popup[language].purposeAsk(name)}</p>
      <div>
        {purposes.map((purpose) => (
          <button
            key={purpose}
            type="button"
            class="plain small"
            data-purpose={purpose}
            onClick={() => answer(purpose)}
          >
            {common[language].purposes[purpose]}
          </button>
        ))}
        <button type="button" class="link" data-purpose="skip" onClick={() => answer(null)}>
          {popup[language].purposeSkip}
        </button>
      </div>
    </fieldset>
  );
}
