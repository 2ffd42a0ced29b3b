import type { Day } from '../../../core/events.ts';
import { monthName } from '../../figures/dates.ts';
import { useShell, useWords } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices, ExportMonth } from './export-choices.ts';

interface Props {
  readonly months: readonly ExportMonth[];
  readonly chosen: ExportChoices;
  readonly change: (more: Partial<ExportChoices>) => void;
}

/** Only months with a record; the running one is marked. */
export function MonthStep({ months, chosen, change }: Props) {
  const { language } = useShell();
  const words = useWords(wizard);
  if (months.length === 0) return <p>{words.months.none}</p>;
  return (
    <fieldset class="choices">
      <legend>{words.steps[0]}</legend>
      {months.map((m) => (
        <label key={m.month}>
          <input
            type="radio"
            name="month"
            value={m.month}
            checked={chosen.month?.month === m.month}
            disabled={m.forgotten}
            onChange={() => change({ month: m, removed: [], ...(m.closed ? {} : { study: null }) })}
          />
          {monthName(`${m.month}-01` as Day, language)} <span class="soft">{words.months.days(m.days)}</span>
          {m.closed ? null : <span class="soft"> · {words.months.running}</span>}
          {m.lock === null ? null : <span class="soft"> · {words.months.saved(words.levelNames[m.lock.level])}</span>}
          {m.forgotten ? <span class="soft"> · {words.months.forgotten}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
