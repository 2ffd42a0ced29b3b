/**
 * The folder parts/ holds drawing parts that several charts use. This file draws stacked bars over time for a `Figure`.
 * Segments are one pixel apart. The part of a segment that is time after hours is hatched.
 */
import { useId } from 'preact/hooks';
import type { Language } from '../../../core/settings.ts';
import { duration } from '../../figures/format.ts';
import { HatchPattern } from './hatch-pattern.tsx';

/** One bar of the chart. */
export interface Bar {
  /**
   * The segments from bottom to top. `color` is the class of the colour (a purpose or `all`). `afterMs` is the part of
   * `ms` that is after hours. This part is at the top of the segment and is hatched.
   */
  readonly segments: readonly { readonly color: string; readonly ms: number; readonly afterMs: number }[];
  /** The label under the axis, or '' for none. */
  readonly tick: string;
  /** Rest days have a grey background. */
  readonly isRestDay?: boolean;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly height: number;
  readonly cursor: number | null;
  readonly language: Language;
  /** The top of the scale. The default is the time of the largest bar. */
  readonly maxMs?: number;
}

/** Left, top, width and height in pixels. */
type Box = readonly [number, number, number, number];
const round = (n: number) => Math.round(n * 100) / 100;
/** Returns one SVG path that contains all boxes. */
const pathOf = (boxes: readonly Box[]) =>
  boxes.map(([x, y, w, h]) => `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`).join('');

/** Space around the bars in pixels. On the left it holds the longest number of the axis. */
const left = 46;
const bottom = 18;
const top = 8;

/** Returns the step between lines of the axis in milliseconds, chosen so that there are at most four lines. */
const stepOf = (maxMs: number) =>
  [0.25, 1, 2, 4, 8, 20, 40, 80, 200].map((h) => h * 3_600_000).find((s) => maxMs / s <= 4) ?? 400 * 3_600_000;

/** Draws the bars with the lines and labels of the axes, in the SVG of a `Figure`. */
export function Bars({ bars, width, height, cursor, language, maxMs }: BarsProps) {
  const hatch = useId();
  const highest = maxMs ?? Math.max(60_000, ...bars.map((b) => b.segments.reduce((sum, p) => sum + p.ms, 0)));
  const step = stepOf(highest);
  const scaleTop = Math.ceil(highest / step) * step;
  const [w, h] = [width - left, height - bottom - top];
  const y = (ms: number) => top + h - (ms / scaleTop) * h;
  const slot = w / Math.max(1, bars.length);
  const barWidth = Math.max(1, Math.min(slot - (slot > 4 ? 2 : 1), 44));
  // One path for all boxes of a colour: a node per bar would be slow to draw.
  const boxesByColor = new Map<string, Box[]>();
  const afterBoxes: Box[] = [];
  const restBoxes: Box[] = [];
  for (const [i, bar] of bars.entries()) {
    const x = left + i * slot + (slot - barWidth) / 2;
    if (bar.isRestDay) restBoxes.push([left + i * slot, top, slot, h]);
    let stackedMs = 0;
    for (const { color, ms, afterMs } of bar.segments) {
      if (ms <= 0) continue;
      const [bottomY, topY] = [y(stackedMs), y(stackedMs + ms)];
      stackedMs += ms;
      const boxes = boxesByColor.get(color) ?? [];
      boxesByColor.set(color, boxes);
      const boxHeight = Math.max(0.5, bottomY - topY - 1);
      boxes.push([x, topY, barWidth, boxHeight]);
      if (afterMs > 0) afterBoxes.push([x, topY, barWidth, boxHeight * Math.min(1, afterMs / ms)]);
    }
  }
  const lines = Array.from({ length: Math.round(scaleTop / step) }, (_, i) => (i + 1) * step);
  return (
    <>
      <defs>
        <HatchPattern id={hatch} />
      </defs>
      {restBoxes.length === 0 ? null : <path class="rest" d={pathOf(restBoxes)} />}
      {lines.map((ms) => (
        <g key={ms}>
          <line class="grid" x1={left} x2={width} y1={y(ms)} y2={y(ms)} />
          <text x={left - 6} y={y(ms) + 4} text-anchor="end">
            {duration(ms, language)}
          </text>
        </g>
      ))}
      {[...boxesByColor].map(([color, boxes]) => (
        <path key={color} class={`bar ${color}`} d={pathOf(boxes)} />
      ))}
      <path class="after" d={pathOf(afterBoxes)} fill={`url(#${hatch})`} />
      {bars.map((bar, i) =>
        bar.tick === '' ? null : (
          <text key={i} x={left + (i + 0.5) * slot} y={height - 4} text-anchor="middle">
            {bar.tick}
          </text>
        ),
      )}
      {cursor === null ? null : <rect class="at" x={left + cursor * slot} y={top} width={slot} height={h} />}
      <rect data-left={left} data-slot={slot} x={left} y={top} width={w} height={h} fill="transparent" />
      <line class="axis" x1={left} x2={width} y1={top + h} y2={top + h} />
    </>
  );
}
