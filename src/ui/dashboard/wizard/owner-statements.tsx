/**
 * Fields for statements of the owner about their workplace. All are empty by default. Region and post are offered only
 * for a study that asks for them.
 */
import type { OwnerStatements } from '../../../core/report/build-report.ts';
import { drawsOnePart, isPerturbed, jobPosts, regions, tiers } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';

interface Props {
  readonly choices: ExportChoices;
  readonly studies: readonly Study[];
  readonly statements: OwnerStatements;
  readonly refreshPreview: () => Promise<void>;
}

/** The options of each field. */
const options = { tier: tiers, region: regions, post: jobPosts } as const;

export function OwnerStatementFields({ choices, studies, statements, refreshPreview }: Props) {
  const { ask } = usePageContext();
  const texts = useTexts('monthExport');
  const study = studies.find(({ name }) => name === choices.study);
  const month = choices.month?.month;
  if (month === undefined) return null;
  if (drawsOnePart(choices.level)) return <p class="soft">{texts.context.notDrawn}</p>;
  const fields = ['tier' as const, ...(isPerturbed(choices.level) ? [] : (study?.asks ?? []))];
  const state = async (field: keyof typeof options, value: string) => {
    const { [field]: _, ...others } = statements;
    await ask('month.say', month, value === '' ? others : ({ ...others, [field]: value } as OwnerStatements));
    await refreshPreview();
  };
  return (
    <fieldset disabled={choices.month?.lock != null}>
      <legend>{texts.context.head}</legend>
      {fields.map((field) => (
        <label key={field}>
          {texts.context[field]}{' '}
          <select
            data-field={field}
            value={statements[field] ?? ''}
            onChange={(e) => state(field, e.currentTarget.value)}
          >
            <option value="">{texts.context.none}</option>
            {options[field].map((value) => (
              <option key={value} value={value}>
                {texts.values[value] ?? value}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
