/**
 * `report/` makes the page of findings: one HTML file in three languages, with charts, the tables behind the charts,
 * the method, and the limits of the method. It holds no script and loads nothing, so it opens from a file and can be
 * printed.
 */
import type { Findings } from '../aggregate/compute-findings.ts';
import { formatNumber } from './chart.ts';
import { escapeHtml } from './escape-html.ts';
import { formatCount } from './estimates-table.ts';
import { intakeSection } from './intake-section.ts';
import { monthSection } from './month-section.ts';
import { type Language, languages } from './names.ts';
import style from './style.css?raw';
import { reportTexts } from './texts.ts';

/** The SHA-256 of a file of the release. */
export interface FileDigest {
  readonly name: string;
  readonly sha256: string;
}

const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

/** Intra-class correlations of the table of design effects, for units of `unitSize` people. */
const correlations = [0.05, 0.1, 0.2] as const;
const unitSize = 15;

/** Returns the whole page as HTML. `first`: the language that the page shows when it is opened. */
export function reportPage(findings: Findings, digests: readonly FileDigest[], first: Language): string {
  const choices = languages.map(
    (language) =>
      `<input type="radio" name="language" id="${language}"${language === first ? ' checked' : ''}><label for="${language}" lang="${language}">${languageNames[language]}</label>`,
  );
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  return (
    `<!doctype html><html lang="${first}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">` +
    `<title>${escapeHtml(reportTexts[first].title)}</title><style>${style}</style></head><body><main>${choices.join('')}` +
    `${languages.map((language) => article(findings, digests, language)).join('')}</main></body></html>\n`
  );
}

/** Returns the content of the page in one language. */
function article(findings: Findings, digests: readonly FileDigest[], language: Language): string {
  const texts = reportTexts[language];
  const { options, reports, estimates } = findings;
  const months = [...reports.keys()].sort();
  const span = months.length > 1 ? `${months[0]} – ${months.at(-1)}` : (months[0] ?? '');
  const total = formatCount([...reports.values()].reduce((a, b) => a + b, 0));
  const method = texts.methodText(
    total,
    span,
    options.cluster ? texts.batches : texts.randomGroups,
    String(options.k),
    options.raked ? texts.raked : texts.notRaked,
  );
  const hashes = digests.map(({ name, sha256 }) => `<li><code>${escapeHtml(name)}</code> <code>${sha256}</code></li>`);
  const limits = texts.limits.map((limit) => `<li>${escapeHtml(limit)}</li>`);
  return (
    `<article lang="${language}" class="l-${language}">` +
    `<h1>${escapeHtml(texts.title)}</h1>` +
    (options.draft ? `<p class="draft">${escapeHtml(texts.draft)}</p>` : '') +
    `<p class="lead">${escapeHtml(texts.lead(total, span))} ${meanOfLatestMonth(findings, months.at(-1), language)}</p>` +
    `<section class="cannot"><h2>${escapeHtml(texts.limitsHeading)}</h2><ul>${limits.join('')}</ul></section>` +
    intakeSection(findings, language) +
    `<p class="dim">${escapeHtml(texts.suppressed)}</p>` +
    months.map((month) => monthSection(estimates, month, language)).join('') +
    `<h2>${escapeHtml(texts.method)}</h2><blockquote>${escapeHtml(method)}</blockquote>` +
    `<h2>${escapeHtml(texts.design)}</h2>${designEffect(options.cluster, language)}` +
    `<h2>${escapeHtml(texts.tables)}</h2><p>${escapeHtml(texts.tablesText)}</p><ul class="hashes">${hashes.join('')}</ul>` +
    `<p class="dim">${escapeHtml(texts.simulated)} ${escapeHtml(texts.offline)}</p></article>`
  );
}

function meanOfLatestMonth({ estimates }: Findings, month: string | undefined, language: Language): string {
  const mean = estimates.find(
    (e) =>
      e.month === month && e.record === 'card' && e.by === 'all' && e.field === 'attention' && e.statistic === 'mean',
  );
  if (mean === undefined) return '';
  const { value, low, high } = mean;
  return escapeHtml(reportTexts[language].leadMean(formatNumber(value), formatNumber(low), formatNumber(high)));
}

/**
 * Returns the section about how much wider the intervals must be if people of one unit sent reports together. If the
 * blocks are recruitment batches, the intervals contain this effect already.
 */
function designEffect(isClustered: boolean, language: Language): string {
  const texts = reportTexts[language];
  if (isClustered) return `<p>${escapeHtml(texts.batchesNamed)}</p>`;
  const rows = correlations.map((icc) => {
    const factor = Math.sqrt(1 + (unitSize - 1) * icc);
    return `<tr><td>${icc}</td><td class="n">${factor.toFixed(2)}</td></tr>`;
  });
  return `<p>${escapeHtml(texts.designText)}</p><table class="small"><thead><tr><th scope="col">${escapeHtml(texts.icc)}</th><th scope="col">${escapeHtml(texts.factor)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
