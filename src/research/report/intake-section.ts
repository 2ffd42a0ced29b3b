/** The section about the reports that came in: the number of reports, suspicious floods, levels and tiers. */
import { reportLevels } from '../../core/report/report-format.ts';
import type { Findings } from '../aggregate/compute-findings.ts';
import { escapeHtml } from './escape-html.ts';
import { formatCount } from './estimates-table.ts';
import { codeName, type Language } from './names.ts';
import { reportTexts } from './texts.ts';

const listItem = (text: string) => `<li>${escapeHtml(text)}</li>`;

/** Returns the section as HTML. */
export function intakeSection(findings: Findings, language: Language): string {
  const texts = reportTexts[language];
  return (
    `<h2>${escapeHtml(texts.received)}</h2>${countTable(findings, language)}<ul>${noticesOf(findings, language).join('')}</ul>` +
    `<h3>${escapeHtml(texts.levelsHeading)}</h3><ul>${levelsOf(findings, language).join('')}</ul>` +
    `<h3>${escapeHtml(texts.who)}</h3><p class="dim">${escapeHtml(texts.whoNote)}</p><ul>${tiersOf(findings, language).join('')}</ul>`
  );
}

function countTable({ reports, repeated, rejected, partial }: Findings, language: Language): string {
  const texts = reportTexts[language];
  const accepted = [...reports.values()].reduce((a, b) => a + b, 0);
  const rows: [string, number][] = [
    [texts.accepted, accepted],
    [texts.repeated, repeated],
    [texts.rejected, rejected],
  ];
  if (partial > 0) rows.push([texts.partial, partial]);
  const lines = rows.map(([name, n]) => `<tr><td>${escapeHtml(name)}</td><td class="n">${formatCount(n)}</td></tr>`);
  return `<table class="small"><tbody>${lines.join('')}</tbody></table>`;
}

function noticesOf({ heldMonths, floods }: Findings, language: Language): readonly string[] {
  const texts = reportTexts[language];
  const heldNotices = [...heldMonths].map(([month, n]) => listItem(texts.held(month, formatCount(n))));
  if (floods.length === 0) return [...heldNotices, listItem(texts.noFloods)];
  return [...heldNotices, ...floods.map((flood) => listItem(texts.floods(formatCount(flood.reports), flood.card)))];
}

/**
 * Returns the number of reports by month and level. Hides all levels of a month when the number of one level is small,
 * because that number could be computed from the month's total, which is published.
 */
function levelsOf({ levels: byMonth, options: { k } }: Findings, language: Language): readonly string[] {
  const texts = reportTexts[language];
  return [...byMonth].map(([month, counts]) => {
    const isShown = counts.every((n) => n === 0 || n >= k);
    const cells = reportLevels.map(
      (level, i) => `${texts.levels[level]} ${isShown ? formatCount(counts[i] ?? 0) : '–'}`,
    );
    return listItem(`${month}: ${cells.join(', ')}`);
  });
}

function tiersOf({ tables }: Findings, language: Language): readonly string[] {
  const texts = reportTexts[language];
  const byTier = tables.filter(
    ({ byName, counts }) => byName === 'tier' && counts.record === 'card' && counts.field === 'attention',
  );
  return byTier.flatMap(({ counts, rows }) =>
    rows.map((row) => {
      const count = row.isTotalSuppressed ? texts.notShown : formatCount(row.total);
      return listItem(`${counts.month}: ${codeName(row.group, language)} ${count}`);
    }),
  );
}
