/** One sentence that can be read out in a meeting, copied by a press. */
import type { Language } from '../../../core/settings.ts';
import type { State } from '../../../messages.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { earlier, later, periodOf, type Route } from '../../route.ts';
import { overview } from '../../strings/overview.ts';

/** The period in words: a day, two ends, a month, a year. */
export function periodName(route: Route, language: Language): string {
  const { from, to } = periodOf(route.unit, route.day);
  if (route.unit === 'day') return dates.longDay(from, language);
  if (route.unit === 'week') return `${dates.shortDay(from, language)} – ${dates.shortDay(to, language)}`;
  return route.unit === 'month' ? dates.monthName(from, language) : dates.yearName(from, language);
}

/** What the records can speak of: the period without the days before the first record and those to come. */
function spokenOf(route: Route, language: Language, { firstDay, today }: State): string {
  const { from, to } = periodOf(route.unit, route.day);
  const [first, last] = [later(from, firstDay ?? from), earlier(to, today)];
  const isWhole = first === from && last === to && route.unit !== 'week';
  return isWhole || first >= last ? periodName(route, language) : dates.range(first, last, language);
}

export function Quote({ route, totals }: { route: Route; totals: Totals }) {
  const { language, copy, state } = usePageContext();
  const texts = useTexts(overview);
  const text = texts.quote({
    period: spokenOf(route, language, state),
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
