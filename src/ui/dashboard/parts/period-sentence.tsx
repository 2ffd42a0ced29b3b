/** Shows the figures of a period as one sentence that can be copied, for example to quote it in a meeting. */
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { Route } from '../../route.ts';
import { recordedPeriodName } from './period-name.ts';

export function PeriodSentence({ route, totals }: { route: Route; totals: Totals }) {
  const { language, copy, state } = usePageContext();
  const texts = useTexts('overview');
  const text = texts.quote({
    period: recordedPeriodName(route, language, state),
    portals: format.number(totals.systems.filter((s) => s.attentionMs > 0).length, language),
    time: format.duration(totals.attentionMs, language),
    after: format.duration(totals.afterHoursMs, language),
    entries: format.number(totals.entries.total, language),
    eligible: format.number(totals.entries.eligible, language),
    repeats: format.number(totals.repeats, language),
  });
  return (
    <>
      <h2>{texts.sentence}</h2>
      <p class="quote">{text}</p>
      <button type="button" class="plain" data-action="copy-sentence" onClick={() => copy(text)}>
        {texts.copy}
      </button>
    </>
  );
}
