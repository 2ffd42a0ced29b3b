/** Bar charts with whiskers as SVG. */
import { escapeHtml } from './escape-html.ts';

/** A bar with the interval of its value. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Ends of the whisker. */
  readonly low: number;
  readonly high: number;
}

/** Formats a number with about three significant digits: 1,234 · 56.7 · 8.9 · 0.123. */
export const formatNumber = (x: number): string => {
  const size = Math.abs(x);
  const digits = size >= 1000 ? 0 : size >= 10 || x === 0 ? 1 : size >= 1 ? 2 : 3;
  return Number(x.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
};

/** The maximum width of a line of a bar's name, in Latin letters. */
const maxLineWidth = 26;
/** Returns the width in Latin letters. Chinese characters are twice as wide. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Breaks a name into at most two lines, at white space if there is any. */
function breakName(name: string): readonly string[] {
  if (widthOf(name) <= maxLineWidth) return [name];
  const parts = /\s/.test(name) ? name.split(/(?<=\s)/) : [...name];
  let first = '';
  while (parts.length > 0 && widthOf(first + parts[0]) <= maxLineWidth) first += parts.shift();
  return [first.trim(), parts.join('')];
}

const rowHeight = 26;
const nameWidth = 190;
const chartWidth = 640;
const valueWidth = 72;

/**
 * Returns a chart of horizontal bars as SVG, with names at the left and values at the right; '' if there are no bars.
 * `label` describes the chart for screen readers.
 */
export function barChart(bars: readonly Bar[], label: string, format: (x: number) => string): string {
  if (bars.length === 0) return '';
  const height = bars.length * rowHeight + 6;
  // The scale fits the bars into the chart. A very long whisker is cut.
  const longest = Math.max(...bars.map((bar) => bar.value), Number.MIN_VALUE);
  const max = Math.min(Math.max(...bars.map((bar) => bar.high)), 1.8 * longest);
  const x = (value: number) =>
    nameWidth + (Math.max(0, Math.min(value, max)) / max) * (chartWidth - nameWidth - valueWidth);
  const rows = bars.map((bar, i) => {
    const y = i * rowHeight + 3;
    const middle = y + rowHeight / 2;
    const whisker = `M${x(bar.low)} ${middle}H${x(bar.high)}M${x(bar.low)} ${middle - 4}v8M${x(bar.high)} ${middle - 4}v8`;
    const lines = breakName(bar.name);
    const names = lines.map(
      (line, l) =>
        `<text x="${nameWidth - 8}" y="${middle + 4 + 12 * (l - (lines.length - 1) / 2)}" text-anchor="end"${lines.length > 1 ? ' class="two"' : ''}>${escapeHtml(line)}</text>`,
    );
    return (
      names.join('') +
      `<rect x="${nameWidth}" y="${y + 5}" width="${(x(bar.value) - nameWidth).toFixed(1)}" height="${rowHeight - 10}"/>` +
      `<path d="${whisker}"/>` +
      `<text x="${Math.min(chartWidth - 4, x(bar.high) + 8).toFixed(1)}" y="${middle + 4}">${escapeHtml(format(bar.value))}</text>`
    );
  });
  return `<svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${escapeHtml(label)}">${rows.join('')}</svg>`;
}
