/**
 * Draws today in quarter hours: the dashboard's chart of a day without the vertical axis. It has one path for all bars,
 * one for all hatches, and one line of text for the hours, because every node makes the popup open more slowly.
 */
import type { Quarter } from '../../core/days/today.ts';
import { Figure } from '../charts/figure.tsx';
import { quarterDay } from '../charts/quarter-day.ts';
import { useLanguage, useTexts } from '../page-context.ts';

const height = 38;
const top = 8;
const fullMs = 15 * 60_000;
/** A space about half as wide as a digit. Before `9:00` it makes this label as well centred as `12:00`. */
const thin = '\u2004';
const short = (n: number) => Math.round(n * 10) / 10;

/**
 * Returns the path of diagonal lines over a box, 7 px apart. All boxes share one grid, so that the lines continue from
 * box to box.
 */
function hatch(x: number, y: number, w: number, h: number): string {
  let lines = '';
  for (let sum = Math.ceil((x + y) / 7) * 7; sum < x + w + y + h; sum += 7) {
    const from = Math.max(x, sum - y - h);
    const to = Math.min(x + w, sum - y);
    lines += `M${short(from)} ${short(sum - from)}L${short(to)} ${short(sum - to)}`;
  }
  return lines;
}

export function DayStrip(props: { quarters: readonly Quarter[]; width: number }) {
  const { slotOf, ...day } = quarterDay(props.quarters, useTexts('quarterHours'), useLanguage());
  const { points } = day;
  const first = (points[0] ?? 0) / 60;
  const last = first + points.length / 4;
  const draw = (width: number, cursor: number | null) => {
    const slot = width / points.length;
    let bars = '';
    let after = '';
    for (const [i, start] of points.entries()) {
      const { ms, afterMs } = slotOf(start);
      if (ms <= 0) continue;
      const [x, w] = [i * slot + 1, slot - 2];
      const h = Math.max(0.5, Math.min(1, ms / fullMs) * (height - top));
      bars += `M${short(x)} ${height}v${short(-h)}h${short(w)}V${height}z`;
      if (afterMs > 0) after += hatch(x, height - h, w, h * Math.min(1, afterMs / ms));
    }
    return (
      <>
        <path class="bar all" d={bars} />
        <path class="hatch" d={after} />
        {cursor === null ? null : <rect class="at" x={cursor * slot} y={top} width={slot} height={height - top} />}
        <rect data-left="0" data-slot={slot} width={width} height={height} fill="transparent" />
      </>
    );
  };
  // Every third hour stands at a tab stop. If the first hour is not a multiple of three, the line starts with a tab.
  const hours = Array.from({ length: Math.ceil(last / 3) }, (_, i) => i * 3).filter((h) => h >= first);
  const line = (first % 3 === 0 ? '' : '\t') + hours.map((h) => `${h < 10 ? thin : ''}${h}:00`).join('\t');
  return (
    <Figure
      {...day}
      hideHeading
      class="strip"
      height={height}
      expectedWidth={props.width}
      draw={draw}
      legend={(width) => {
        const hour = width / (last - first);
        return (
          <p
            class="hours"
            aria-hidden="true"
            style={{ tabSize: `${hour * 3}px`, marginLeft: `calc(${-(first % 3) * hour}px - 1.4em)` }}
          >
            {line}
          </p>
        );
      }}
    />
  );
}
