/** Shows on how many workdays of the period there are records, with a link to the coverage tab. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { isRestDay } from '../../../core/time/workdays.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { daysBetween, earlier, later, periodOf, routeHash } from '../../route.ts';
import type { TabProps } from '../tabs/tab-props.ts';

export function CoverageLine({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { state, language } = usePageContext();
  const texts = useTexts('overview');
  const { from, to } = periodOf(route.unit, route.day);
  const first = state.firstDay ?? from;
  const dates = daysBetween(later(from, first), earlier(to, state.today));
  const workdays = dates.filter((d) => !isRestDay(d));
  const recorded = days.filter((d) => d.attentionMs > 0 && !isRestDay(d.day)).length;
  return (
    <p class="notice">
      {format.sentences(language, texts.workdays(recorded, workdays.length, route.unit === 'day'), texts.coverage)}{' '}
      <a href={routeHash({ ...route, tab: 'coverage' })}>{texts.coverageMore}</a>
    </p>
  );
}
