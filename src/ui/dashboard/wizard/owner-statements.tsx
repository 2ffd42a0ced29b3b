/** Everything empty by default; region and post only for a study that asks, with what they cost. */
import type { OwnerStatements } from '../../../core/report/build-report.ts';
import { jobPosts, regions, tiers } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices } from './export-choices.ts';

interface Props {
  readonly chosen: ExportChoices;
  readonly studies: readonly Study[];
  readonly said: OwnerStatements;
  readonly look: () => Promise<void>;
}

const offered = { tier: tiers, region: regions, post: jobPosts } as const;

export function Context({ chosen, studies, said, look }: Props) {
  const { ask } = usePageContext();
  const texts = useTexts(wizard);
  const study = studies.find(({ name }) => name === chosen.study);
  const month = chosen.month?.month;
  if (month === undefined) return null;
  if (chosen.level === 'standard') return <p class="soft">{texts.context.notDrawn}</p>;
  const asked = ['tier' as const, ...(chosen.level === 'least' ? (study?.asks ?? []) : [])];
  const say = async (field: keyof typeof offered, value: string) => {
    const { [field]: _, ...others } = said;
    await ask('month.say', month, value === '' ? others : ({ ...others, [field]: value } as OwnerStatements));
    await look();
  };
  return (
    <fieldset disabled={chosen.month?.lock != null}>
      <legend>{texts.context.head}</legend>
      {asked.map((field) => (
        <label key={field}>
          {texts.context[field]}{' '}
          <select data-field={field} value={said[field] ?? ''} onChange={(e) => say(field, e.currentTarget.value)}>
            <option value="">{texts.context.none}</option>
            {offered[field].map((value) => (
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
