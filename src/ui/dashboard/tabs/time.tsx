/** This tab shows when the time was spent: a day as a timeline, a week as bars, a month or a year as a calendar. */

import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { Day } from '../../../core/events.ts';
import { startOfDay } from '../../../core/time/local-time.ts';
import { isInCalendar, isRestDay } from '../../../core/time/workdays.ts';
import { Calendar } from '../../charts/calendar.tsx';
import { DayBars } from '../../charts/day-bars.tsx';
import { Timeline, type TimelineSpan } from '../../charts/timeline.tsx';
import * as format from '../../figures/format.ts';
import type { PurposeOrNone } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf } from '../../route.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { useDays } from '../parts/use-days.ts';
import { EraseDay } from '../time/erase-day.tsx';
import { Sessions } from '../time/sessions.tsx';
import type { TabProps } from './tab-props.ts';

export const TimeTab = ({ route }: TabProps) =>
  route.unit === 'day' ? (
    <DayView route={route} />
  ) : route.unit === 'year' ? (
    <YearView route={route} />
  ) : (
    <DaysView route={route} />
  );

function DayView({ route }: TabProps) {
  const { ask, state } = usePageContext();
  const day = useAnswer(() => ask('day.read', route.day), [ask, route.day, state]);
  return (
    <AnswerCard answer={day}>
      {(value) =>
        value.attentionMs === 0 && value.systems.length === 0 ? <EmptyPeriod /> : <DayTimeline day={value} />
      }
    </AnswerCard>
  );
}

function DayTimeline({ day }: { day: DaySummary }) {
  const { ask, settings, language } = usePageContext();
  const texts = useTexts('time');
  const timeline = useAnswer(() => ask('day.timeline', day.day), [ask, day]);
  const start = startOfDay(day.day, day.timeZone);
  const purposes = new Map<string, PurposeOrNone>(day.systems.map((s) => [s.id, s.purpose ?? 'none']));
  const sum = (field: 'activeMs' | 'watchingMs' | 'unattendedMs') => day.systems.reduce((all, s) => all + s[field], 0);
  return (
    <>
      <AnswerCard answer={timeline}>
        {(spans) => (
          <div class="card">
            <Timeline
              spans={spans.map(
                (s): TimelineSpan => ({
                  ...s,
                  from: (s.start - start) / 60_000,
                  to: (s.end - start) / 60_000,
                  purpose: purposes.get(s.system) ?? 'none',
                }),
              )}
              hours={settings.hours}
              isRestDay={isRestDay(day.day)}
            />
          </div>
        )}
      </AnswerCard>
      <section class="card">
        <h2>{texts.byState}</h2>
        <dl class="rows">
          <dt>{texts.active}</dt>
          <dd>{format.duration(sum('activeMs'), language)}</dd>
          <dt>{texts.watching}</dt>
          <dd>{format.duration(sum('watchingMs'), language)}</dd>
          <dt>{texts.unattended}</dt>
          <dd>{format.duration(sum('unattendedMs'), language)}</dd>
        </dl>
      </section>
      {timeline.status === 'ready' ? <Sessions spans={timeline.value} dayStart={start} /> : null}
      <EraseDay day={day.day} />
      <LowerBoundNote />
    </>
  );
}

function DaysView({ route }: TabProps) {
  const { state } = usePageContext();
  const texts = useTexts('time');
  const days = useDays(route);
  const { from, to } = periodOf(route.unit, route.day);
  return (
    <AnswerCard answer={days}>
      {(value) =>
        state.firstDay === null ? (
          <EmptyPeriod />
        ) : (
          <>
            <div class="card">
              {route.unit === 'week' ? (
                <DayBars from={from} to={to} days={value} />
              ) : (
                <>
                  <Calendar months={[from]} days={value} title={texts.calendar} />
                  <CalendarYearNote day={from} />
                </>
              )}
            </div>
            {value.length === 0 ? null : <LowerBoundNote />}
          </>
        )
      }
    </AnswerCard>
  );
}

function YearView({ route }: TabProps) {
  const { ask, state } = usePageContext();
  const texts = useTexts('time');
  const { from, to } = periodOf('year', route.day);
  const days = useAnswer(() => ask('days.brief', from, to), [ask, from, to, state]);
  const year = from.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01` as Day);
  return (
    <AnswerCard answer={days}>
      {(value) => (
        <>
          <div class="card">
            <Calendar months={months} days={value} title={texts.calendar} />
            <CalendarYearNote day={from} />
          </div>
          {value.length === 0 ? null : <LowerBoundNote />}
        </>
      )}
    </AnswerCard>
  );
}

/** Shows a note for a year whose official calendar of rest days is not built in. */
function CalendarYearNote({ day }: { day: Day }) {
  const texts = useTexts('charts');
  return isInCalendar(day) ? null : <p class="soft">{texts.calendarUnknown(day.slice(0, 4))}</p>;
}
