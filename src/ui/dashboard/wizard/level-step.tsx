/** The second step of the wizard: how much the report reveals, who can open it, and the owner's statements. */
import type { OwnerStatements } from '../../../core/report/build-report.ts';
import { noiseLevels } from '../../../core/report/draws/randomized-response.ts';
import { isPerturbed, reportLevels } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import { useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';
import { OwnerStatementFields } from './owner-statements.tsx';
import { PrivacyLoss } from './privacy-loss.tsx';
import { RecipientChoice } from './recipient-choice.tsx';

interface Props {
  readonly choices: ExportChoices;
  readonly change: (changed: Partial<ExportChoices>) => void;
  readonly studies: readonly Study[];
  readonly statements: OwnerStatements;
  readonly refreshPreview: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

export function LevelStep({ choices, change, studies, statements, refreshPreview, reload }: Props) {
  const texts = useTexts('monthExport');
  const isLocked = choices.month?.lock != null;
  return (
    <>
      <p class="soft">{isLocked ? texts.lockedNote(texts.levelNames[choices.level]) : texts.firstSave}</p>
      <fieldset class="choices" disabled={isLocked}>
        <legend>{texts.steps[1]}</legend>
        {reportLevels.map((level) => (
          <label key={level}>
            <input
              type="radio"
              name="level"
              value={level}
              checked={choices.level === level}
              onChange={() => change({ level, removed: [] })}
            />
            {texts.levels[level].name}
            <small>{texts.levels[level].text}</small>
          </label>
        ))}
        {isPerturbed(choices.level) ? (
          <>
            <label>
              {texts.noise}{' '}
              <select
                value={choices.e}
                onChange={(event) =>
                  change({ e: noiseLevels.find((e) => String(e) === event.currentTarget.value) ?? 7 })
                }
              >
                {noiseLevels.map((e) => (
                  <option key={e} value={e}>
                    {texts.noises[e]}
                  </option>
                ))}
              </select>
            </label>
            <PrivacyLoss />
          </>
        ) : null}
      </fieldset>
      <RecipientChoice choices={choices} change={change} studies={studies} reload={reload} />
      <OwnerStatementFields
        choices={choices}
        studies={studies}
        statements={statements}
        refreshPreview={refreshPreview}
      />
    </>
  );
}
