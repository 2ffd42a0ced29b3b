/** What leaves, against whom it protects, and for whom it is sealed. */
import type { OwnerStatements } from '../../../core/report/build-report.ts';
import { noiseLevels } from '../../../core/report/randomized-response.ts';
import { reportLevels } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import { useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices } from './export-choices.ts';
import { Context } from './owner-statements.tsx';
import { NoiseAccount } from './privacy-loss.tsx';
import { HandOver } from './recipient-choice.tsx';

interface Props {
  readonly chosen: ExportChoices;
  readonly change: (more: Partial<ExportChoices>) => void;
  readonly studies: readonly Study[];
  readonly said: OwnerStatements;
  readonly look: () => Promise<void>;
  readonly again: () => Promise<void>;
}

export function LevelStep({ chosen, change, studies, said, look, again }: Props) {
  const texts = useTexts(wizard);
  const locked = chosen.month?.lock != null;
  return (
    <>
      <p class="soft">{locked ? texts.lockedNote(texts.levelNames[chosen.level]) : texts.firstSave}</p>
      <fieldset class="choices" disabled={locked}>
        <legend>{texts.steps[1]}</legend>
        {reportLevels.map((level) => (
          <label key={level}>
            <input
              type="radio"
              name="level"
              value={level}
              checked={chosen.level === level}
              onChange={() => change({ level, removed: [] })}
            />
            {texts.levels[level].name}
            <small>{texts.levels[level].text}</small>
          </label>
        ))}
        {chosen.level === 'noisy' ? (
          <>
            <label>
              {texts.noise}{' '}
              <select
                value={chosen.e}
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
            <NoiseAccount />
          </>
        ) : null}
      </fieldset>
      <HandOver chosen={chosen} change={change} studies={studies} again={again} />
      <Context chosen={chosen} studies={studies} said={said} look={look} />
    </>
  );
}
