/** Draws the days of a week or a month: one bar per day, stacked by purpose. */
import type { DaySummary } from '../../core/days/day-summary.ts';
import type { Day } from '../../core/events.ts';
import { dayMark, isRestDay } from '../../core/time/workdays.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { purposeOrder, timeByPurpose } from '../figures/period-totals.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { daysBetween, routeHash } from '../route.ts';
import { Figure } from './figure.tsx';
import { Bars } from './parts/bars.tsx';
import { PurposeLegend } from './parts/purpose-legend.tsx';
import { Swatch } from './parts/swatch.tsx';

export function DayBars({ from, to, days }: { from: Day; to: Day; days: readonly DaySummary[] }) {
  const { language } = usePageContext();
  const texts = useTexts('charts');
  const daysByDate = new Map(days.map((d) => [d.day, d]));
  const names = useTexts('purposes').purposes;
  const shownDays = daysBetween(from, to);
  const used = purposeOrder.filter((p) => days.some((d) => d.systems.some((s) => (s.purpose ?? 'none') === p)));
  const busiest = [...days].sort((a, b) => b.attentionMs - a.attentionMs)[0];
  const markOf = (day: Day) => {
    if (isRestDay(day)) return ` · ${texts.restDay}`;
    return dayMark(day) === 'work' ? ` · ${texts.workDay}` : '';
  };
  const bars = shownDays.map((day, i) => {
    const summary = daysByDate.get(day);
    const times = summary === undefined ? null : timeByPurpose(summary);
    return {
      segments: times === null ? [] : purposeOrder.map((purpose) => ({ color: purpose, ...times[purpose] })),
      tick: shownDays.length <= 7 ? dates.shortDay(day, language) : i === 0 || (i + 1) % 5 === 0 ? String(i + 1) : '',
      isRestDay: isRestDay(day),
    };
  });
  /** Shortens the labels of seven days to the day of the month, because full dates do not fit on a narrow screen. */
  const withShortTick = (bar: (typeof bars)[number], i: number) =>
    shownDays.length <= 7 ? { ...bar, tick: String(Number(shownDays[i]?.slice(8))) } : bar;
  return (
    <Figure
      title={texts.daysTitle}
      summary={
        busiest === undefined
          ? texts.daysNothing
          : texts.daysMost(
              dates.shortDay(busiest.day, language),
              format.duration(busiest.attentionMs, language),
              days.filter((d) => d.attentionMs > 0).length,
            )
      }
      columns={[texts.day, texts.time, texts.afterHours, ...used.map((p) => names[p])]}
      rows={days.map((d) => {
        const times = timeByPurpose(d);
        return [
          dates.dayAndWeekday(d.day, language) + markOf(d.day),
          format.clock(d.attentionMs),
          format.clock(d.afterHoursMs),
          ...used.map((p) => format.clock(times[p].ms)),
        ];
      })}
      points={shownDays}
      describePoint={(day) =>
        texts.dayPoint(
          dates.dayAndWeekday(day, language) + markOf(day),
          format.duration(daysByDate.get(day)?.attentionMs ?? 0, language),
          format.duration(daysByDate.get(day)?.afterHoursMs ?? 0, language),
        )
      }
      height={190}
      onOpen={(index) => {
        location.hash = routeHash({ tab: 'time', unit: 'day', day: shownDays[index] as Day });
      }}
      legend={
        <PurposeLegend used={new Set(used)}>
          {bars.some((bar) => bar.isRestDay) ? (
            <li>
              <Swatch color="rest" />
              {texts.restLegend}
            </li>
          ) : null}
        </PurposeLegend>
      }
      draw={(width, cursor) => (
        <Bars
          bars={width < 560 ? bars.map(withShortTick) : bars}
          width={width}
          height={190}
          cursor={cursor}
          language={language}
        />
      )}
    />
  );
}
