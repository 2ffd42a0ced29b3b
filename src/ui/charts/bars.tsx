/** Stacked bars over time. Stacking order is fixed, segments are a pixel apart, what is after hours is hatched. */
import { useId } from 'preact/hooks';
import type { Language } from '../../core/settings.ts';
import { duration } from '../figures/format.ts';

export interface Bar {
  /** Milliseconds of each segment, bottom first, and how much of it was after hours: that is hatched, from its top. */
  readonly parts: readonly { readonly of: string; readonly ms: number; readonly afterMs: number }[];
  /** Under the axis; empty for most. */
  readonly tick: string;
  /** A rest day: its background is washed. */
  readonly rest?: boolean;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly height: number;
  readonly cursor: number | null;
  readonly language: Language;
  /** Room on the left for the numbers of the axis; 0 for none. */
  readonly left?: number;
  readonly maxMs?: number;
}

/** Left, top, width, height. */
type Box = readonly [number, number, number, number];
const short = (n: number) => Math.round(n * 100) / 100;
const path = (boxes: readonly Box[]) =>
  boxes.map(([x, y, w, h]) => `M${short(x)} ${short(y)}h${short(w)}v${short(h)}h${short(-w)}z`).join('');

/** Room for the longest number of the axis. */
export const axisPx = 46;
const bottom = 18;
const top = 8;

/** Round steps for an axis: a quarter, one, two, four … hours. */
const stepOf = (maxMs: number) =>
  [0.25, 1, 2, 4, 8, 20, 40, 80, 200].map((h) => h * 3_600_000).find((s) => maxMs / s <= 4) ?? 400 * 3_600_000;

export function Bars({ bars, width, height, cursor, language, left = axisPx, maxMs }: BarsProps) {
  const hatch = useId();
  const highest = maxMs ?? Math.max(60_000, ...bars.map((b) => b.parts.reduce((sum, p) => sum + p.ms, 0)));
  const step = stepOf(highest);
  const scaleTop = left === 0 ? highest : Math.ceil(highest / step) * step;
  const [w, h] = [width - left, height - bottom - top];
  const y = (ms: number) => top + h - (ms / scaleTop) * h;
  const slot = w / Math.max(1, bars.length);
  const thick = Math.max(1, Math.min(slot - (slot > 4 ? 2 : 1), 44));
  // One path for all that looks alike: a popup has no time for a node a bar.
  const parts = new Map<string, Box[]>();
  const after: Box[] = [];
  const rest: Box[] = [];
  for (const [i, bar] of bars.entries()) {
    const x = left + i * slot + (slot - thick) / 2;
    if (bar.rest) rest.push([left + i * slot, top, slot, h]);
    let under = 0;
    for (const { of, ms, afterMs } of bar.parts) {
      if (ms <= 0) continue;
      const [from, to] = [y(under), y(under + ms)];
      under += ms;
      const boxes = parts.get(of) ?? [];
      parts.set(of, boxes);
      const high = Math.max(0.5, from - to - 1);
      boxes.push([x, to, thick, high]);
      if (afterMs > 0) after.push([x, to, thick, high * Math.min(1, afterMs / ms)]);
    }
  }
  const lines = left === 0 ? [] : Array.from({ length: Math.round(scaleTop / step) }, (_, i) => (i + 1) * step);
  return (
    <>
      <defs>
        <HatchPattern id={hatch} />
      </defs>
      {rest.length === 0 ? null : <path class="rest" d={path(rest)} />}
      {lines.map((ms) => (
        <g key={ms}>
          <line class="grid" x1={left} x2={width} y1={y(ms)} y2={y(ms)} />
          <text x={left - 6} y={y(ms) + 4} text-anchor="end">
            {duration(ms, language)}
          </text>
        </g>
      ))}
      {[...parts].map(([of, boxes]) => (
        <path key={of} class={`bar ${of}`} d={path(boxes)} />
      ))}
      <path class="after" d={path(after)} fill={`url(#${hatch})`} />
      {bars.map((bar, i) =>
        bar.tick === '' ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar's place is what it is
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

/**
 * Diagonal lines in the colour of the paper: laid over a bar they hatch it. Where the bars themselves are woven, and on
 * pale cells (`inked`), a line of ink runs in each.
 */
export const HatchPattern = ({ id, inked = false }: { id: string; inked?: boolean }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" x1="2.5" y1="0" x2="2.5" y2="5" />
    <line class={inked ? 'inked' : 'ink'} x1="2.5" y1="0" x2="2.5" y2="5" />
  </pattern>
);
