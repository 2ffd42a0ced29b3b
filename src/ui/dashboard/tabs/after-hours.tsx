/** How much of it was outside working hours, when in the week, and the latest evenings. */

import type { DaySummary } from '../../../core/days/day-summary.ts';
import type { Day } from '../../../core/events.ts';
import { calendarThrough, isRestDay } from '../../../core/time/workdays.ts';
import { Bars } from '../../charts/bars.tsx';
import { Figure } from '../../charts/figure.tsx';
import { WeekGrid } from '../../charts/week-grid.tsx';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { later, periodOf, routeHash } from '../../route.ts';
import { afterHoursWords } from '../../strings/after-hours.ts';
import { charts } from '../../strings/charts.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { BurdenClauses } from '../parts/clauses.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function AfterHours({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>
      {(there) => (there.length === 0 ? <EmptyPeriod /> : <Parts route={route} days={there} />)}
    </AnswerCard>
  );
}

function Parts({ route, days }: TabProps & { days: readonly DaySummary[] }) {
  const { settings, language } = usePageContext();
  const texts = useTexts(afterHoursWords);
  const hours = settings.hours
    .map(([a, b]) => `${format.timeOfDay(a)}\u2060–\u2060${format.timeOfDay(b)}`)
    .join(language === 'en' ? ', ' : '、');
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
          <Weeks days={days} first={periodOf(route.unit, route.day).from} />
        </div>
        <Evenings days={days} />
      </div>
      <div class="card soft">
        <BurdenClauses form="after-hours" days={days} />
      </div>
      <LowerBoundNote />
    </>
  );
}

/** What a short date under a bar takes up, with the space beside it and the scale's part. */
const tickPx = 58;

function Weeks({ days, first }: { days: readonly DaySummary[]; first: Day }) {
  const { language } = usePageContext();
  const texts = useTexts(afterHoursWords);
  const shared = useTexts(charts);
  const weeks = new Map<Day, { ms: number; afterMs: number }>();
  for (const day of days) {
    const { from } = periodOf('week', day.day);
    const week = weeks.get(from) ?? { ms: 0, afterMs: 0 };
    weeks.set(from, { ms: week.ms + day.attentionMs, afterMs: week.afterMs + day.afterHoursMs });
  }
  /** By its first day that is in the period. */
  const nameOf = (week: Day) => dates.shortDay(later(week, first), language);
  const rows = [...weeks].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const sum = (of: (d: DaySummary) => number) => days.reduce((all, d) => all + of(d), 0);
  return (
    <Figure
      title={texts.weeks}
      sentence={texts.weekSentence(
        format.percent(
          sum((d) => d.afterHoursMs),
          sum((d) => d.attentionMs),
        ),
      )}
      head={[texts.week, texts.share, shared.afterHours, shared.time]}
      rows={rows.map(([week, w]) => [
        nameOf(week),
        format.percent(w.afterMs, w.ms),
        format.clock(w.afterMs),
        format.clock(w.ms),
      ])}
      places={rows}
      say={([week, w]) =>
        texts.weekPoint(nameOf(week), format.percent(w.afterMs, w.ms), format.duration(w.afterMs, language))
      }
      height={170}
      open={(place) => {
        location.hash = routeHash({ tab: 'time', unit: 'week', day: (rows[place] as (typeof rows)[number])[0] });
      }}
      draw={(width, cursor) => (
        <Bars
          bars={rows.map(([week, w], i) => ({
            parts: [{ of: 'all', ms: w.ms, afterMs: w.afterMs }],
            tick: i % Math.ceil((rows.length * tickPx) / width) === 0 ? nameOf(week) : '',
          }))}
          width={width}
          height={170}
          cursor={cursor}
          language={language}
        />
      )}
    />
  );
}

function Evenings({ days }: { days: readonly DaySummary[] }) {
  const { language, settings } = usePageContext();
  const texts = useTexts(afterHoursWords);
  const close = settings.hours[settings.hours.length - 1]?.[1] ?? 0;
  /** The evening of a workday, or all of a rest day; lunch breaks are none. */
  const eveningMs = (d: DaySummary) =>
    isRestDay(d.day)
      ? d.afterHoursMs
      : d.quarterHours.reduce((sum, q) => sum + (q.start >= close ? q.afterHoursMs : 0), 0);
  const evenings = days
    .filter((d) => eveningMs(d) >= 60_000)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 10);
  const lastOf = (day: DaySummary) =>
    Math.max(...day.quarterHours.filter((q) => q.afterHoursMs > 0).map((q) => q.start + 15));
  return (
    <section class="card">
      <h2>{texts.evenings}</h2>
      {evenings.length === 0 ? <p class="soft">{texts.none}</p> : null}
      <ul class="lines three">
        {evenings.map((d) => (
          <li key={d.day}>
            <a href={routeHash({ tab: 'time', unit: 'day', day: d.day })}>{dates.dayAndWeekday(d.day, language)}</a>
            <span class="soft">{isRestDay(d.day) ? texts.kind.rest : texts.lastAt(format.timeOfDay(lastOf(d)))}</span>
            <span class="num">{format.duration(eveningMs(d), language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
