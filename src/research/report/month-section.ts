/** The findings of one month: charts and tables. */
import type { Estimate } from '../estimates/estimate.ts';
import { escapeHtml } from './escape-html.ts';
import { type ChartSection, chartSection, estimatesTable } from './estimates-table.ts';
import { codeName, type Language, statisticName } from './names.ts';
import { reportTexts } from './texts.ts';

const overlapShare = 'share asked by 2 systems or more';
const isShare = (e: Estimate) => e.statistic.startsWith('share ');
const isChange = (e: Estimate) => e.statistic.includes(' against ');

function chartsOf(monthEstimates: readonly Estimate[], language: Language): readonly ChartSection[] {
  const texts = reportTexts[language];
  const find = (record: string, field: string, by = 'all') =>
    monthEstimates.filter((e) => e.record === record && e.field === field && e.by === by);
  const shareName = (e: Estimate) =>
    e.statistic === overlapShare
      ? statisticName(e.statistic, language)
      : codeName(e.statistic.slice('share '.length), language);
  /** Returns a chart with a bar for the share of each bucket. */
  const shares = (heading: string, caption: string, record: string, field: string): ChartSection => {
    const rows = find(record, field);
    return { heading, caption, bars: rows.filter(isShare), barName: shareName, rows };
  };
  /** Returns a chart with a bar for each group, the largest first. */
  const byGroup = (
    heading: string,
    caption: string,
    record: string,
    field: string,
    by: string,
    statistic: string,
  ): ChartSection => {
    const rows = [...find(record, field, by), ...find(record, field)];
    const bars = rows.filter((e) => e.by === by && e.statistic === statistic).sort((a, b) => b.value - a.value);
    return {
      heading,
      caption,
      bars,
      barName: (e) => codeName(e.group, language),
      rows: rows.filter((e) => !isShare(e)),
    };
  };
  return [
    shares(texts.hours, texts.hoursCaption, 'card', 'attention'),
    shares(texts.afterHours, texts.afterHoursCaption, 'card', 'afterHours'),
    shares(texts.repeats, texts.repeatsCaption, 'card', 'repeatShare'),
    byGroup(texts.kinds, texts.kindsCaption, 'unit', 'attention', 'kind', 'per person'),
    byGroup(texts.forms, texts.formsCaption, 'act', 'count', 'form', 'per person'),
    byGroup(texts.obligations, texts.obligationsCaption, 'obligation', 'hours', 'kind', 'person-hours per person'),
    shares(texts.overlap, '', 'obligation', 'systems'),
    byGroup(texts.phone, texts.phoneCaption, 'phone', 'count', 'burden', 'per person'),
    shares(texts.answers, texts.answersCaption, 'answers', 'burden'),
  ];
}

/** Returns the section of one month as HTML. */
export function monthSection(estimates: readonly Estimate[], month: string, language: Language): string {
  const texts = reportTexts[language];
  const monthEstimates = estimates.filter((e) => e.month === month);
  const charts = chartsOf(monthEstimates, language).filter(({ rows, bars }) => rows.length + bars.length > 0);
  const tableSection = (heading: string, caption: string | null, rows: readonly Estimate[]) =>
    rows.length === 0
      ? ''
      : `<h3>${escapeHtml(heading)}</h3>${caption === null ? '' : `<p class="dim">${escapeHtml(caption)}</p>`}${estimatesTable(rows, language)}`;
  const otherAnswers = monthEstimates.filter((e) => e.record === 'answers' && e.field !== 'burden');
  const noisy = monthEstimates.filter(
    (e) => e.statistic.startsWith('mean through noise') && !e.statistic.includes('against'),
  );
  return [
    `<h2>${escapeHtml(month)}</h2>`,
    ...charts.map((chart) => chartSection(chart, language)),
    tableSection(texts.otherAnswers, null, otherAnswers),
    tableSection(texts.noisy, null, noisy),
    tableSection(texts.change, texts.changeCaption, monthEstimates.filter(isChange)),
  ].join('');
}
