/** Draws a year or the latest twelve months: one bar per month, stacked by purpose. */
import type { DayBrief } from '../../core/days/day-brief.ts';
import type { Day } from '../../core/events.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { noTimeByPurpose, purposeOrder } from '../figures/period-totals.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { routeHash } from '../route.ts';
import { Figure } from './figure.tsx';
import { Bars } from './parts/bars.tsx';
import { PurposeLegend } from './parts/purpose-legend.tsx';

/** `months` has the first day of each month, in order. */
export function MonthBars({
  months,
  days,
  title,
}: {
  months: readonly Day[];
  days: readonly DayBrief[];
  title: string;
}) {
  const { language } = usePageContext();
  const texts = useTexts('charts');
  const names = useTexts('purposes').purposes;
  const totals = new Map<string, { ms: number; afterMs: number; times: ReturnType<typeof noTimeByPurpose> }>();
  for (const day of days) {
    const key = day.day.slice(0, 7);
    const total = totals.get(key) ?? { ms: 0, afterMs: 0, times: noTimeByPurpose() };
    total.ms += day.attentionMs;
    total.afterMs += day.afterHoursMs;
    for (const purpose of purposeOrder) {
      const name = purpose === 'none' ? 'unclassified' : purpose;
      total.times[purpose].ms += day.purposeMs[name];
      total.times[purpose].afterMs += day.purposeAfterHoursMs[name];
    }
    totals.set(key, total);
  }
  const totalOf = (month: Day) => totals.get(month.slice(0, 7));
  const busiest = [...months].sort((a, b) => (totalOf(b)?.ms ?? 0) - (totalOf(a)?.ms ?? 0))[0];
  const used = purposeOrder.filter((p) => [...totals.values()].some((t) => t.times[p].ms > 0));
  const bars = months.map((month) => ({
    segments: purposeOrder.map((p) => ({ color: p, ...(totalOf(month)?.times[p] ?? { ms: 0, afterMs: 0 }) })),
    tick: dates.shortMonth(month, language),
  }));
  return (
    <Figure
      title={title}
      summary={
        busiest === undefined || totals.size === 0
          ? texts.daysNothing
          : texts.monthsMost(dates.monthName(busiest, language), format.duration(totalOf(busiest)?.ms ?? 0, language))
      }
      columns={[texts.month, texts.time, texts.afterHours, ...used.map((p) => names[p])]}
      rows={months.map((month) => [
        dates.monthName(month, language),
        format.clock(totalOf(month)?.ms ?? 0),
        format.clock(totalOf(month)?.afterMs ?? 0),
        ...used.map((p) => format.clock(totalOf(month)?.times[p].ms ?? 0)),
      ])}
      points={months}
      describePoint={(month) =>
        texts.dayPoint(
          dates.monthName(month, language),
          format.duration(totalOf(month)?.ms ?? 0, language),
          format.duration(totalOf(month)?.afterMs ?? 0, language),
        )
      }
      height={170}
      onOpen={(index) => {
        location.hash = routeHash({ tab: 'overview', unit: 'month', day: months[index] as Day });
      }}
      legend={<PurposeLegend used={new Set(used)} />}
      draw={(width, cursor) => (
        <Bars bars={withFewerTicks(bars, width)} width={width} height={170} cursor={cursor} language={language} />
      )}
    />
  );
}

/** Removes every second label on a narrow screen. */
const withFewerTicks = <B extends { tick: string }>(bars: readonly B[], width: number): B[] =>
  bars.map((bar, i) => (width < 480 && i % 2 === 1 ? { ...bar, tick: '' } : bar));
