/** A week or a month, one bar a day, stacked by what the time was for. */
import type { ComponentChildren } from 'preact';
import type { DaySummary } from '../../core/days/day-summary.ts';
import type { Day } from '../../core/events.ts';
import { dayMark, isRestDay } from '../../core/time/workdays.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { type PurposeOrNone, purposeOrder, timeByPurpose } from '../figures/period-totals.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { daysBetween, routeHash } from '../route.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { Swatch } from './swatch.tsx';

export function DayBars({ from, to, days }: { from: Day; to: Day; days: readonly DaySummary[] }) {
  const { language } = usePageContext();
  const texts = useTexts('charts');
  const there = new Map(days.map((d) => [d.day, d]));
  const names = useTexts('purposes').purposes;
  const inside = daysBetween(from, to);
  const used = purposeOrder.filter((p) => days.some((d) => d.systems.some((s) => (s.purpose ?? 'none') === p)));
  const most = [...days].sort((a, b) => b.attentionMs - a.attentionMs)[0];
  const marked = (day: Day) => {
    if (isRestDay(day)) return ` · ${texts.restDay}`;
    return dayMark(day) === 'work' ? ` · ${texts.workDay}` : '';
  };
  const bars = inside.map((day, i) => {
    const summary = there.get(day);
    const parts = summary === undefined ? null : timeByPurpose(summary);
    return {
      parts: parts === null ? [] : purposeOrder.map((of) => ({ of, ...parts[of] })),
      tick: inside.length <= 7 ? dates.shortDay(day, language) : i === 0 || (i + 1) % 5 === 0 ? String(i + 1) : '',
      rest: isRestDay(day),
    };
  });
  /** Seven dates don't fit side by side on a narrow screen; their days do. */
  const short = (bar: (typeof bars)[number], i: number) =>
    inside.length <= 7 ? { ...bar, tick: String(Number(inside[i]?.slice(8))) } : bar;
  return (
    <Figure
      title={texts.daysTitle}
      sentence={
        most === undefined
          ? texts.daysNothing
          : texts.daysMost(
              dates.shortDay(most.day, language),
              format.duration(most.attentionMs, language),
              days.filter((d) => d.attentionMs > 0).length,
            )
      }
      head={[texts.day, texts.time, texts.afterHours, ...used.map((p) => names[p])]}
      rows={days.map((d) => {
        const parts = timeByPurpose(d);
        return [
          dates.dayAndWeekday(d.day, language) + marked(d.day),
          format.clock(d.attentionMs),
          format.clock(d.afterHoursMs),
          ...used.map((p) => format.clock(parts[p].ms)),
        ];
      })}
      places={inside}
      say={(day) =>
        texts.dayPoint(
          dates.dayAndWeekday(day, language) + marked(day),
          format.duration(there.get(day)?.attentionMs ?? 0, language),
          format.duration(there.get(day)?.afterHoursMs ?? 0, language),
        )
      }
      height={190}
      open={(place) => {
        location.hash = routeHash({ tab: 'time', unit: 'day', day: inside[place] as Day });
      }}
      legend={
        <PurposeLegend used={new Set(used)}>
          {bars.some((bar) => bar.rest) ? (
            <li>
              <Swatch of="rest" />
              {texts.restLegend}
            </li>
          ) : null}
        </PurposeLegend>
      }
      draw={(width, cursor) => (
        <Bars
          bars={width < 560 ? bars.map(short) : bars}
          width={width}
          height={190}
          cursor={cursor}
          language={language}
        />
      )}
    />
  );
}

/** In stacking order; only what is there. */
export function PurposeLegend(props: {
  used: ReadonlySet<PurposeOrNone>;
  /** Bars may be hatched for what was after hours. */
  hatched?: boolean;
  children?: ComponentChildren;
}) {
  const { used, hatched = true, children } = props;
  const names = useTexts('purposes').purposes;
  const texts = useTexts('overview');
  return (
    <ul class="legend" aria-label={texts.legend}>
      {purposeOrder
        .filter((p) => used.has(p))
        .map((p) => (
          <li key={p}>
            <Swatch of={p} />
            {names[p]}
          </li>
        ))}
      {hatched ? (
        <li>
          <Swatch of="all" hatched />
          {texts.hatched}
        </li>
      ) : null}
      {children}
    </ul>
  );
}
