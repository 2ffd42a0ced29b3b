/** Months side by side, from brief figures; used for a year and for the last twelve months. */

import type { DayBrief } from '../../core/days/day-brief.ts';
import type { Day } from '../../core/events.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { noTimeByPurpose, purposeOrder } from '../figures/period-totals.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { routeHash } from '../route.ts';
import { Bars } from './bars.tsx';
import { PurposeLegend } from './day-bars.tsx';
import { Figure } from './figure.tsx';

/** `months` as first days, in order. */
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
  const totals = new Map<string, { ms: number; afterMs: number; parts: ReturnType<typeof noTimeByPurpose> }>();
  for (const day of days) {
    const key = day.day.slice(0, 7);
    const total = totals.get(key) ?? { ms: 0, afterMs: 0, parts: noTimeByPurpose() };
    total.ms += day.attentionMs;
    total.afterMs += day.afterHoursMs;
    for (const purpose of purposeOrder) {
      const name = purpose === 'none' ? 'unclassified' : purpose;
      total.parts[purpose].ms += day.purposeMs[name];
      total.parts[purpose].afterMs += day.purposeAfterHoursMs[name];
    }
    totals.set(key, total);
  }
  const of = (month: Day) => totals.get(month.slice(0, 7));
  const most = [...months].sort((a, b) => (of(b)?.ms ?? 0) - (of(a)?.ms ?? 0))[0];
  const used = purposeOrder.filter((p) => [...totals.values()].some((t) => t.parts[p].ms > 0));
  const bars = months.map((month) => ({
    parts: purposeOrder.map((p) => ({ of: p, ...(of(month)?.parts[p] ?? { ms: 0, afterMs: 0 }) })),
    tick: dates.shortMonth(month, language),
  }));
  return (
    <Figure
      title={title}
      sentence={
        most === undefined || totals.size === 0
          ? texts.daysNothing
          : texts.monthsMost(dates.monthName(most, language), format.duration(of(most)?.ms ?? 0, language))
      }
      head={[texts.month, texts.time, texts.afterHours, ...used.map((p) => names[p])]}
      rows={months.map((month) => [
        dates.monthName(month, language),
        format.clock(of(month)?.ms ?? 0),
        format.clock(of(month)?.afterMs ?? 0),
        ...used.map((p) => format.clock(of(month)?.parts[p].ms ?? 0)),
      ])}
      places={months}
      say={(month) =>
        texts.dayPoint(
          dates.monthName(month, language),
          format.duration(of(month)?.ms ?? 0, language),
          format.duration(of(month)?.afterMs ?? 0, language),
        )
      }
      height={170}
      open={(place) => {
        location.hash = routeHash({ tab: 'overview', unit: 'month', day: months[place] as Day });
      }}
      legend={<PurposeLegend used={new Set(used)} />}
      draw={(width, cursor) => (
        <Bars bars={thin(bars, width)} width={width} height={170} cursor={cursor} language={language} />
      )}
    />
  );
}

/** On a narrow screen every other name of a month is left out. */
const thin = <B extends { tick: string }>(bars: readonly B[], width: number): B[] =>
  bars.map((bar, i) => (width < 480 && i % 2 === 1 ? { ...bar, tick: '' } : bar));
