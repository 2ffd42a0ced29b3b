/** Days as a calendar, one month or twelve: shaded by fixed steps, 休 and 班 marked, a dot for time after hours. */
import type { ComponentChildren } from 'preact';
import type { Day } from '../../core/events.ts';
import { dayMark, isRestDay } from '../../core/time/workdays.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { daysBetween, periodOf, routeHash } from '../route.ts';
import { Figure } from './figure.tsx';

export interface CalendarDay {
  readonly day: Day;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
}

const hour = 3_600_000;
/** Nothing, under one hour, under two, under four, more: the same steps for everyone. */
export const heatOf = (ms: number): 0 | 1 | 2 | 3 | 4 =>
  ms <= 0 ? 0 : ms < hour ? 1 : ms < 2 * hour ? 2 : ms < 4 * hour ? 3 : 4;

const gap = 2;
/** So high is a cell whose mark stands below its time. */
const markBelow = 50;

interface Layout {
  readonly cellW: number;
  readonly cellH: number;
  readonly perRow: number;
  readonly head: number;
  readonly monthW: number;
  readonly monthH: number;
}

function layoutOf(width: number, months: number, longMarks: boolean): Layout {
  if (months === 1) {
    const cellW = Math.min(64, Math.floor(width / 7));
    const head = 20;
    // A date and its mark don't fit side by side in the narrowest: the mark goes below. Nor do a time and a dot.
    const cellH = cellW < (longMarks ? 44 : 34) ? markBelow : cellW < 50 ? 44 : 36;
    return { cellW, cellH, perRow: 1, head, monthW: cellW * 7, monthH: head + 6 * cellH };
  }
  const perRow = width >= 900 ? 6 : width >= 620 ? 4 : width >= 440 ? 3 : 2;
  const monthW = Math.floor(width / perRow);
  const cell = Math.min(24, Math.floor((monthW - 14) / 7));
  const head = 20;
  return { cellW: cell, cellH: cell, perRow, head, monthW, monthH: head + 6 * cell + 12 };
}

/** `months` as first days, in order. */
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
  const there = new Map(days.map((d) => [d.day, d]));
  const inside = months.flatMap((m) => {
    const { from, to } = periodOf('month', m);
    return daysBetween(from, to);
  });
  const places = new Map(inside.map((d, i) => [d, i]));
  const single = months.length === 1;
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
  const cell = (day: Day, x: number, y: number, { cellW, cellH }: Layout, cursor: number | null) => {
    const known = there.get(day);
    const heat = heatOf(known?.attentionMs ?? 0);
    const [w, h] = [cellW - gap, cellH - gap];
    const pad = w < 48 ? 2 : 5;
    const after = (known?.afterHoursMs ?? 0) > 0;
    // In the corner, so that the shade of the smallest cell is seen beside it.
    const dot = single ? 2.5 : w < 14 ? 1.4 : 1.8;
    const inset = single ? 5 : dot + 1;
    return (
      <g key={day}>
        <rect class={`cell heat-${heat}`} x={x} y={y} width={w} height={h} rx="3" />
        {single ? (
          <>
            <text class={`on-${heat}`} x={x + pad} y={y + 14}>
              {Number(day.slice(8))}
            </text>
            <text
              class={`on-${heat}`}
              x={cellH === markBelow ? x + pad : x + w - pad}
              y={cellH === markBelow ? y + 44 : y + 14}
              text-anchor={cellH === markBelow ? 'start' : 'end'}
            >
              {markOf(day)}
            </text>
            <text class={`on-${heat}`} x={x + pad} y={y + 29}>
              {heat === 0 ? '' : format.clock(known?.attentionMs ?? 0)}
            </text>
          </>
        ) : null}
        {after ? <circle class={`dot on-${heat}`} cx={x + w - inset} cy={y + h - inset} r={dot} /> : null}
        {cursor === places.get(day) ? (
          <rect class="ring" x={x - 1} y={y - 1} width={w + 2} height={h + 2} rx="4" />
        ) : null}
        <rect data-at={places.get(day)} x={x} y={y} width={w} height={h} fill="transparent" />
      </g>
    );
  };
  return (
    <Figure
      title={title}
      sentence={texts.calendarSentence(recorded.length, recorded.filter((d) => isRestDay(d.day)).length)}
      head={[texts.day, texts.time, texts.afterHours]}
      rows={recorded.map((d) => [nameOf(d.day), format.clock(d.attentionMs), format.clock(d.afterHoursMs)])}
      places={inside}
      say={(day) => {
        return texts.dayPoint(
          nameOf(day),
          format.duration(there.get(day)?.attentionMs ?? 0, language),
          format.duration(there.get(day)?.afterHoursMs ?? 0, language),
        );
      }}
      stride={7}
      height={(width) => {
        const layout = layoutOf(width, months.length, texts.rest.length > 1);
        return layout.monthH * Math.ceil(months.length / layout.perRow);
      }}
      open={(place) => {
        location.hash = routeHash({ tab: 'time', unit: 'day', day: inside[place] as Day });
      }}
      legend={<HeatLegend>{single && inside.some(markOf) ? <li>{texts.marks}</li> : null}</HeatLegend>}
      draw={(width, cursor) => {
        const layout = layoutOf(width, months.length, texts.rest.length > 1);
        return months.map((month, m) => {
          const x0 = (m % layout.perRow) * layout.monthW;
          const y0 = Math.floor(m / layout.perRow) * layout.monthH;
          const { from, to } = periodOf('month', month);
          const lead = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
          return (
            <g key={month}>
              {single ? (
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
                const place = lead + i;
                const x = x0 + (place % 7) * layout.cellW;
                const y = y0 + layout.head + Math.floor(place / 7) * layout.cellH;
                return cell(day, x, y, layout, cursor);
              })}
            </g>
          );
        });
      }}
    />
  );
}

/** The five steps in words. */
export function HeatLegend({ children }: { children?: ComponentChildren }) {
  const texts = useTexts('charts');
  return (
    <ul class="legend">
      {texts.cuts.map((name, i) => (
        <li key={name}>
          <svg width="12" height="12" aria-hidden="true">
            <rect class={`cell heat-${i}`} width="12" height="12" rx="2" />
          </svg>
          {name}
        </li>
      ))}
      {children}
    </ul>
  );
}
