/** Parts of the page that show estimates: numbers, tables, and a chart with the table behind it. */
import type { Estimate } from '../estimates/estimate.ts';
import { barChart, formatNumber } from './chart.ts';
import { escapeHtml } from './escape-html.ts';
import { codeName, fieldName, type Language, statisticName } from './names.ts';
import { reportTexts } from './texts.ts';

const formatPercent = (x: number) => `${(100 * x).toFixed(1)} %`;
const formatterOf = (e: Estimate) => (e.unit === 'share' ? formatPercent : formatNumber);
/** Formats a whole number with commas. */
export const formatCount = (n: number): string => n.toLocaleString('en');

/** Returns a table of estimates as HTML that opens on a click. */
export function estimatesTable(rows: readonly Estimate[], language: Language): string {
  const texts = reportTexts[language];
  const heads = [texts.group, texts.statistic, texts.estimate, texts.interval, texts.n].map(
    (head) => `<th scope="col">${escapeHtml(head)}</th>`,
  );
  const lines = rows.map((e) => {
    const format = formatterOf(e);
    const field = fieldName(e.field, language);
    const cells = [
      e.by === 'all' ? field : `${codeName(e.group, language)} · ${field}`,
      statisticName(e.statistic, language),
      format(e.value),
      `${format(e.low)} – ${format(e.high)}`,
      formatCount(e.reports),
    ];
    return `<tr>${cells.map((cell, c) => `<td${c > 1 ? ' class="n"' : ''}>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<details><summary>${escapeHtml(texts.table)}</summary><div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div></details>`;
}

/** A chart of the page with the table behind it. */
export interface ChartSection {
  readonly heading: string;
  readonly caption: string;
  /** Estimates of the chart. */
  readonly bars: readonly Estimate[];
  readonly barName: (e: Estimate) => string;
  /** Estimates of the table. */
  readonly rows: readonly Estimate[];
}

/** Returns heading, caption, chart and table as HTML. A sentence replaces the chart when there is nothing to draw. */
export function chartSection({ heading, caption, bars, barName, rows }: ChartSection, language: Language): string {
  const [first] = bars;
  const drawn = bars.map((e) => ({ name: barName(e), value: e.value, low: e.low, high: e.high }));
  const chart =
    first === undefined
      ? `<p class="dim">${escapeHtml(reportTexts[language].nothing)}</p>`
      : barChart(drawn, `${heading}. ${caption}`, formatterOf(first));
  const table = rows.length === 0 ? '' : estimatesTable(rows, language);
  return `<figure><h3>${escapeHtml(heading)}</h3><p class="dim">${escapeHtml(caption)}</p>${chart}${table}</figure>`;
}
