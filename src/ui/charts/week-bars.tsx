/** Draws the time of each week, with the part that is after hours. `first` is the first day of the period. */
import type { DaySummary } from '../../core/days/day-summary.ts';
import type { Day } from '../../core/events.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { later, periodOf, routeHash } from '../route.ts';
import { Figure } from './figure.tsx';
import { Bars } from './parts/bars.tsx';

/** Width of a short date under a bar, with the space around it. */
const tickPx = 58;

export function WeekBars({ days, first }: { days: readonly DaySummary[]; first: Day }) {
  const { language } = usePageContext();
  const texts = useTexts('afterHours');
  const shared = useTexts('charts');
  const weeks = new Map<Day, { ms: number; afterMs: number }>();
  for (const day of days) {
    const { from } = periodOf('week', day.day);
    const week = weeks.get(from) ?? { ms: 0, afterMs: 0 };
    weeks.set(from, { ms: week.ms + day.attentionMs, afterMs: week.afterMs + day.afterHoursMs });
  }
  /** Returns the name of a week: the first of its days that is in the period. */
  const nameOf = (week: Day) => dates.shortDay(later(week, first), language);
  const rows = [...weeks].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const sum = (value: (d: DaySummary) => number) => days.reduce((total, d) => total + value(d), 0);
  return (
    <Figure
      title={texts.weeks}
      summary={texts.weekSentence(
        format.percent(
          sum((d) => d.afterHoursMs),
          sum((d) => d.attentionMs),
        ),
      )}
      columns={[texts.week, texts.share, shared.afterHours, shared.time]}
      rows={rows.map(([week, w]) => [
        nameOf(week),
        format.percent(w.afterMs, w.ms),
        format.clock(w.afterMs),
        format.clock(w.ms),
      ])}
      points={rows}
      describePoint={([week, w]) =>
        texts.weekPoint(nameOf(week), format.percent(w.afterMs, w.ms), format.duration(w.afterMs, language))
      }
      height={170}
      onOpen={(index) => {
        location.hash = routeHash({ tab: 'time', unit: 'week', day: (rows[index] as (typeof rows)[number])[0] });
      }}
      draw={(width, cursor) => (
        <Bars
          bars={rows.map(([week, w], i) => ({
            segments: [{ color: 'all', ms: w.ms, afterMs: w.afterMs }],
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
