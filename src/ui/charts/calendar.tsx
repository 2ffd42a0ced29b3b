/**
 * Draws days as a calendar of one month or of twelve. The shade of a cell shows the time, and a dot shows time after
 * hours. 休 and 班 mark the days off and the extra workdays of the official calendar.
 */
import type { Day } from '../../core/events.ts';
import { dayMark, isRestDay } from '../../core/time/workdays.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { daysBetween, periodOf, routeHash } from '../route.ts';
import { Figure } from './figure.tsx';
import { HeatLegend, heatStep } from './parts/heat-scale.tsx';

/** The figures of one day that the calendar shows. */
export interface CalendarDay {
  readonly day: Day;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
}

const gap = 2;
/** Height of a cell in which the mark is below the time. */
const tallCellH = 50;

interface Layout {
  readonly cellW: number;
  readonly cellH: number;
  readonly perRow: number;
  readonly head: number;
  readonly monthW: number;
  readonly monthH: number;
}

function layoutOf(width: number, months: number, hasLongMarks: boolean): Layout {
  if (months === 1) {
    const cellW = Math.min(64, Math.floor(width / 7));
    const head = 20;
    // In the narrowest cells the date and its mark do not fit side by side, so the mark goes below the time.
    const cellH = cellW < (hasLongMarks ? 44 : 34) ? tallCellH : cellW < 50 ? 44 : 36;
    return { cellW, cellH, perRow: 1, head, monthW: cellW * 7, monthH: head + 6 * cellH };
  }
  const perRow = width >= 900 ? 6 : width >= 620 ? 4 : width >= 440 ? 3 : 2;
  const monthW = Math.floor(width / perRow);
  const cell = Math.min(24, Math.floor((monthW - 14) / 7));
  const head = 20;
  return { cellW: cell, cellH: cell, perRow, head, monthW, monthH: head + 6 * cell + 12 };
}

/** `months` has the first day of each month, in order. */
export function Calendar({
  months,
  days,
  title,
}: {
  months: readonly Day[];
  days: readonly CalendarDay[];
  title: string;
}) {
  const { language } = usePageContext();
  const texts = useTexts('charts');
  const daysByDate = new Map(days.map((d) => [d.day, d]));
  const shownDays = months.flatMap((m) => {
    const { from, to } = periodOf('month', m);
    return daysBetween(from, to);
  });
  const indexOfDay = new Map(shownDays.map((d, i) => [d, i]));
  const isSingle = months.length === 1;
  const markOf = (day: Day) => {
    const mark = dayMark(day);
    return mark === 'rest' ? texts.rest : mark === 'work' ? texts.work : '';
  };
  const nameOf = (day: Day) => {
    const mark = dayMark(day);
    const name = dates.dayAndWeekday(day, language);
    return mark === 'rest' ? `${name} · ${texts.restDay}` : mark === 'work' ? `${name} · ${texts.workDay}` : name;
  };
  const recorded = days.filter((d) => d.attentionMs > 0);
  const drawCell = (day: Day, x: number, y: number, { cellW, cellH }: Layout, cursor: number | null) => {
    const known = daysByDate.get(day);
    const heat = heatStep(known?.attentionMs ?? 0);
    const [w, h] = [cellW - gap, cellH - gap];
    const pad = w < 48 ? 2 : 5;
    const after = (known?.afterHoursMs ?? 0) > 0;
    // The dot is in the corner, so that the shade of the smallest cell stays visible.
    const dot = isSingle ? 2.5 : w < 14 ? 1.4 : 1.8;
    const inset = isSingle ? 5 : dot + 1;
    return (
      <g key={day}>
        <rect class={`cell heat-${heat}`} x={x} y={y} width={w} height={h} rx="3" />
        {isSingle ? (
          <>
            <text class={`on-${heat}`} x={x + pad} y={y + 14}>
              {Number(day.slice(8))}
            </text>
            <text
              class={`on-${heat}`}
              x={cellH === tallCellH ? x + pad : x + w - pad}
              y={cellH === tallCellH ? y + 44 : y + 14}
              text-anchor={cellH === tallCellH ? 'start' : 'end'}
            >
              {markOf(day)}
            </text>
            <text class={`on-${heat}`} x={x + pad} y={y + 29}>
              {heat === 0 ? '' : format.clock(known?.attentionMs ?? 0)}
            </text>
          </>
        ) : null}
        {after ? <circle class={`dot on-${heat}`} cx={x + w - inset} cy={y + h - inset} r={dot} /> : null}
        {cursor === indexOfDay.get(day) ? (
          <rect class="ring" x={x - 1} y={y - 1} width={w + 2} height={h + 2} rx="4" />
        ) : null}
        <rect data-at={indexOfDay.get(day)} x={x} y={y} width={w} height={h} fill="transparent" />
      </g>
    );
  };
  return (
    <Figure
      title={title}
      summary={texts.calendarSentence(recorded.length, recorded.filter((d) => isRestDay(d.day)).length)}
      columns={[texts.day, texts.time, texts.afterHours]}
      rows={recorded.map((d) => [nameOf(d.day), format.clock(d.attentionMs), format.clock(d.afterHoursMs)])}
      points={shownDays}
      describePoint={(day) => {
        return texts.dayPoint(
          nameOf(day),
          format.duration(daysByDate.get(day)?.attentionMs ?? 0, language),
          format.duration(daysByDate.get(day)?.afterHoursMs ?? 0, language),
        );
      }}
      rowStride={7}
      height={(width) => {
        const layout = layoutOf(width, months.length, texts.rest.length > 1);
        return layout.monthH * Math.ceil(months.length / layout.perRow);
      }}
      onOpen={(index) => {
        location.hash = routeHash({ tab: 'time', unit: 'day', day: shownDays[index] as Day });
      }}
      legend={<HeatLegend>{isSingle && shownDays.some(markOf) ? <li>{texts.marks}</li> : null}</HeatLegend>}
      draw={(width, cursor) => {
        const layout = layoutOf(width, months.length, texts.rest.length > 1);
        return months.map((month, m) => {
          const x0 = (m % layout.perRow) * layout.monthW;
          const y0 = Math.floor(m / layout.perRow) * layout.monthH;
          const { from, to } = periodOf('month', month);
          const lead = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
          return (
            <g key={month}>
              {isSingle ? (
                dates.weekdays(language, 'short').map((name, i) => (
                  <text
                    key={name}
                    x={x0 + i * layout.cellW + (layout.cellW - gap) / 2}
                    y={y0 + 13}
                    text-anchor="middle"
                  >
                    {name}
                  </text>
                ))
              ) : (
                <text x={x0} y={y0 + 13}>
                  {dates.shortMonth(month, language)}
                </text>
              )}
              {daysBetween(from, to).map((day, i) => {
                const position = lead + i;
                const x = x0 + (position % 7) * layout.cellW;
                const y = y0 + layout.head + Math.floor(position / 7) * layout.cellH;
                return drawCell(day, x, y, layout, cursor);
              })}
            </g>
          );
        });
      }}
    />
  );
}
