/** Bars with whiskers as SVG, and the table behind them. */
import { escaped } from './escape.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export const figureText = (x: number): string => {
  const size = Math.abs(x);
  const digits = size >= 1000 ? 0 : size >= 10 || x === 0 ? 1 : size >= 1 ? 2 : 3;
  return Number(x.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
};

/** A name in at most two lines: signs of Chinese are twice as wide. */
function linesOf(name: string): readonly string[] {
  const width = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
  if (width(name) <= mostSigns) return [name];
  const words = /\s/.test(name) ? name.split(/(?<=\s)/) : [...name];
  let first = '';
  while (words.length > 0 && width(first + words[0]) <= mostSigns) first += words.shift();
  return [first.trim(), words.join('')];
}
const mostSigns = 26;

/** Horizontal bars, names beside them; nothing but rectangles, lines and text. */
export function barChart(bars: readonly Bar[], label: string, show: (x: number) => string): string {
  if (bars.length === 0) return '';
  const row = 26;
  const left = 190;
  const width = 640;
  const right = 72;
  const height = bars.length * row + 6;
  // A whisker may leave the chart, a bar may not.
  const longest = Math.max(...bars.map((bar) => bar.value), Number.MIN_VALUE);
  const top = Math.min(Math.max(...bars.map((bar) => bar.high)), 1.8 * longest);
  const x = (v: number) => left + (Math.max(0, Math.min(v, top)) / top) * (width - left - right);
  const parts = bars.map((bar, i) => {
    const y = i * row + 3;
    const middle = y + row / 2;
    const whisker = `M${x(bar.low)} ${middle}H${x(bar.high)}M${x(bar.low)} ${middle - 4}v8M${x(bar.high)} ${middle - 4}v8`;
    const lines = linesOf(bar.name);
    const names = lines.map(
      (line, l) =>
        `<text x="${left - 8}" y="${middle + 4 + 12 * (l - (lines.length - 1) / 2)}" text-anchor="end"${lines.length > 1 ? ' class="two"' : ''}>${escaped(line)}</text>`,
    );
    return (
      names.join('') +
      `<rect x="${left}" y="${y + 5}" width="${(x(bar.value) - left).toFixed(1)}" height="${row - 10}"/>` +
      `<path d="${whisker}"/>` +
      `<text x="${Math.min(width - 4, x(bar.high) + 8).toFixed(1)}" y="${middle + 4}">${escaped(show(bar.value))}</text>`
    );
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}">${parts.join('')}</svg>`;
}
