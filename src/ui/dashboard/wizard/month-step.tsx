/** The first step of the wizard: the owner chooses a month that has records. The running month is marked. */
import type { Day } from '../../../core/events.ts';
import { monthName } from '../../figures/dates.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { ExportChoices, ExportMonth } from './export-choices.ts';

interface Props {
  readonly months: readonly ExportMonth[];
  readonly choices: ExportChoices;
  readonly change: (changed: Partial<ExportChoices>) => void;
}

export function MonthStep({ months, choices, change }: Props) {
  const { language } = usePageContext();
  const texts = useTexts('monthExport');
  if (months.length === 0) return <p>{texts.months.none}</p>;
  return (
    <fieldset class="choices">
      <legend>{texts.steps[0]}</legend>
      {months.map((m) => (
        <label key={m.month}>
          <input
            type="radio"
            name="month"
            value={m.month}
            checked={choices.month?.month === m.month}
            disabled={m.forgotten}
            onChange={() => change({ month: m, removed: [], ...(m.closed ? {} : { study: null }) })}
          />
          {monthName(`${m.month}-01` as Day, language)} <span class="soft">{texts.months.days(m.days)}</span>
          {m.closed ? null : <span class="soft"> · {texts.months.running}</span>}
          {m.lock === null ? null : <span class="soft"> · {texts.months.saved(texts.levelNames[m.lock.level])}</span>}
          {m.forgotten ? <span class="soft"> · {texts.months.forgotten}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
