/** Deletes the days of a range that the owner chooses. */
import { useState } from 'preact/hooks';
import type { Day } from '../../../core/events.ts';
import * as dates from '../../figures/dates.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

export function RemovePeriod({ isUnreadable }: { isUnreadable: boolean }) {
  const { ask, state, removed, language } = usePageContext();
  const texts = useTexts('settings');
  const [from, setFrom] = useState<Day>(state.today);
  const [to, setTo] = useState<Day>(state.today);
  const remove = () =>
    removed(texts.removed(dates.longDay(from, language), dates.longDay(to, language)), ask('days.erase', from, to));
  return (
    <fieldset>
      <legend>{texts.remove}</legend>
      <div class="tools">
        <label>
          {texts.removeFrom}
          <input type="date" value={from} max={to} onChange={(e) => setFrom((e.currentTarget.value || from) as Day)} />
        </label>
        <label>
          {texts.removeTo}
          <input
            type="date"
            value={to}
            min={from}
            max={state.today}
            onChange={(e) => setTo((e.currentTarget.value || to) as Day)}
          />
        </label>
        <button
          type="button"
          class="plain"
          data-action="remove-period"
          disabled={isUnreadable || to < from}
          onClick={remove}
        >
          {texts.removeDo}
        </button>
      </div>
      {isUnreadable ? <p class="soft">{state.trouble === 'newer' ? texts.removeNewer : texts.removeShut}</p> : null}
    </fieldset>
  );
}
