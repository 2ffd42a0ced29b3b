/** Lists the ten latest evenings and rest days with work after hours. */
import type { DaySummary } from '../../../core/days/day-summary.ts';
import { isRestDay } from '../../../core/time/workdays.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { routeHash } from '../../route.ts';

export function LatestEvenings({ days }: { days: readonly DaySummary[] }) {
  const { language, settings } = usePageContext();
  const texts = useTexts('afterHours');
  const closingMinute = settings.hours[settings.hours.length - 1]?.[1] ?? 0;
  /** Returns the time after hours in the evening of a workday, or on a whole rest day. Lunch breaks do not count. */
  const eveningMs = (d: DaySummary) =>
    isRestDay(d.day)
      ? d.afterHoursMs
      : d.quarterHours.reduce((sum, q) => sum + (q.start >= closingMinute ? q.afterHoursMs : 0), 0);
  const evenings = days
    .filter((d) => eveningMs(d) >= 60_000)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, 10);
  const lastMinute = (day: DaySummary) =>
    Math.max(...day.quarterHours.filter((q) => q.afterHoursMs > 0).map((q) => q.start + 15));
  return (
    <section class="card">
      <h2>{texts.evenings}</h2>
      {evenings.length === 0 ? <p class="soft">{texts.none}</p> : null}
      <ul class="lines three">
        {evenings.map((d) => (
          <li key={d.day}>
            <a href={routeHash({ tab: 'time', unit: 'day', day: d.day })}>{dates.dayAndWeekday(d.day, language)}</a>
            <span class="soft">
              {isRestDay(d.day) ? texts.kind.rest : texts.lastAt(format.timeOfDay(lastMinute(d)))}
            </span>
            <span class="num">{format.duration(eveningMs(d), language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
