/** Deletes the records of a day. The message that follows offers to undo the deletion. */
import type { Day } from '../../../core/events.ts';
import * as dates from '../../figures/dates.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

export function EraseDay({ day }: { day: Day }) {
  const { ask, removed, language } = usePageContext();
  const texts = useTexts('time');
  const erase = () => removed(texts.erased(dates.longDay(day, language)), ask('days.erase', day, day));
  return (
    <section class="card no-print">
      <p class="soft">{texts.eraseNote}</p>
      <button type="button" class="plain" data-action="erase-day" onClick={erase}>
        {texts.erase}
      </button>
    </section>
  );
}
