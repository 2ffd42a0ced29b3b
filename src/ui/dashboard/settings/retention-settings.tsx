/** Settings for how long rows are kept, with the size of the ledger and a form that deletes a period. */
import { retentionChoices } from '../../../core/settings.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { RadioChoice } from './radio-choice.tsx';
import { RemovePeriod } from './remove-period.tsx';

export function RetentionSettings() {
  const { settings, change, ask, language, state } = usePageContext();
  const texts = useTexts('settings');
  const storage = useAnswer(() => ask('storage.read'), [ask, state]);
  return (
    <section class="card">
      <h2>{texts.keep}</h2>
      <RadioChoice
        legend={texts.retention}
        name="retention"
        value={settings.retentionDays}
        options={retentionChoices}
        label={(days) => texts.retentionChoices[`${days}`]}
        choose={(retentionDays) => change({ retentionDays })}
      />
      <p class="soft">{texts.retentionNote}</p>
      <AnswerCard answer={storage} inCard>
        {({ bytes, days, rows }) => (
          <p>
            {texts.storage({
              bytes: dates.bytes(bytes, language),
              days: format.number(days, language),
              rows: format.number(rows, language),
            })}
          </p>
        )}
      </AnswerCard>
      <RemovePeriod isUnreadable={storage.status === 'failed'} />
    </section>
  );
}
