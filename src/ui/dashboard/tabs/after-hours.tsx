/**
 * This tab shows how much time was outside working hours, on which days and at which hours of the week, and the latest
 * evenings.
 */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { calendarThrough } from '../../../core/time/workdays.ts';
import { WeekBars } from '../../charts/week-bars.tsx';
import { WeekGrid } from '../../charts/week-grid.tsx';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf } from '../../route.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { LatestEvenings } from '../after-hours/latest-evenings.tsx';
import { BurdenClauses } from '../parts/clauses.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function AfterHoursTab({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(value) => (value.length === 0 ? <EmptyPeriod /> : <PeriodAfterHours route={route} days={value} />)}
    </AnswerCard>
  );
}

function PeriodAfterHours({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { settings, language } = usePageContext();
  const texts = useTexts('afterHours');
  const screens = useTexts('screens');
  const hours = settings.hours
    .map(([a, b]) => `${format.timeOfDay(a)}\u2060–\u2060${format.timeOfDay(b)}`)
    .join(screens.listSeparator);
  return (
    <>
      <p class="notice">
        {format.sentences(language, texts.definition(hours), texts.through(String(calendarThrough)))}
      </p>
      <div class="card">
        <WeekGrid days={days} />
      </div>
      <div class="pair">
        <div class="card">
          <WeekBars days={days} first={periodOf(route.unit, route.day).from} />
        </div>
        <LatestEvenings days={days} />
      </div>
      <div class="card soft">
        <BurdenClauses form="after-hours" days={days} />
      </div>
      <LowerBoundNote />
    </>
  );
}
