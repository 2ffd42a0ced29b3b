/**
 * The tabs of the dashboard, one file each; `dashboard/tab-screen.tsx` lists them. The parts of a larger tab are in the
 * folder that has the tab's name.
 * This tab shows the period at a glance: four figures, charts, the portals and one sentence to quote.
 */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { DayBars } from '../../charts/day-bars.tsx';
import { QuarterHours } from '../../charts/quarter-hours.tsx';
import { periodTotals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf, routeHash } from '../../route.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { CoverageLine } from '../overview/coverage-line.tsx';
import { HeadlineFigures } from '../overview/headline-figures.tsx';
import { LastTwelveMonths, MonthsOfYear } from '../overview/month-charts.tsx';
import { NextPurposeQuestion } from '../overview/next-purpose-question.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PeriodSentence } from '../parts/period-sentence.tsx';
import { PortalTable } from '../parts/portal-table.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function OverviewTab({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(value) => (value.length === 0 ? <EmptyPeriod /> : <PeriodOverview route={route} days={value} />)}
    </AnswerCard>
  );
}

function PeriodOverview({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { state, language } = usePageContext();
  const texts = useTexts('overview');
  const { from, to } = periodOf(route.unit, route.day);
  const totals = periodTotals(days);
  const today = days.find((d) => d.day === state.today);
  const [only] = days;
  return (
    <>
      <HeadlineFigures route={route} days={days} totals={totals} />
      {state.trouble === null ? <NextPurposeQuestion /> : null}
      {route.unit === 'day' && only !== undefined ? (
        <div class="card">
          <QuarterHours day={only} language={language} height={190} />
        </div>
      ) : route.unit === 'year' ? (
        <MonthsOfYear from={from} />
      ) : (
        <div class={today === undefined ? '' : 'pair'}>
          <div class="card">
            <DayBars from={from} to={to} days={days} />
          </div>
          {today === undefined ? null : (
            <div class="card">
              <QuarterHours day={today} language={language} height={190} title={texts.today} />
            </div>
          )}
        </div>
      )}
      <section class="card">
        <h2>{texts.byPortal}</h2>
        <PortalTable totals={totals} limit={8} />
        {totals.systems.length > 8 ? <a href={routeHash({ ...route, tab: 'portals' })}>{texts.allPortals}</a> : null}
      </section>
      {route.unit === 'month' ? <LastTwelveMonths to={to} /> : null}
      <section class="card">
        <PeriodSentence route={route} totals={totals} />
      </section>
      <CoverageLine route={route} days={days} />
      <LowerBoundNote />
    </>
  );
}
