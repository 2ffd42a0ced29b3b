/**
 * Findings as one HTML page: three languages, charts with the tables behind them, the method and its limits. No
 * script, nothing fetched: it opens from a file, and can be printed.
 */
import type { Findings } from '../aggregate/aggregate.ts';
import type { Estimate } from '../estimates/compute-estimates.ts';
import { type Bar, barChart, figureText } from './chart.ts';
import { escaped } from './escape.ts';
import { fieldName, type Language, languages, nameOf, statisticName } from './names.ts';
import style from './style.css?raw';
import { words } from './texts.ts';

export interface Digest {
  readonly name: string;
  readonly sha256: string;
}

const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const showIn = (e: Estimate) => (e.unit === 'share' ? percent : figureText);
const whole = (n: number) => n.toLocaleString('en');

function tableOf(rows: readonly Estimate[], language: Language): string {
  const w = words[language];
  const heads = [w.group, w.statistic, w.estimate, w.interval, w.n].map((h) => `<th scope="col">${escaped(h)}</th>`);
  const lines = rows.map((e) => {
    const show = showIn(e);
    const field = fieldName(e.field, language);
    const name = e.by === 'all' ? field : `${nameOf(e.group, language)} · ${field}`;
    const cells = [
      name,
      statisticName(e.statistic, language),
      show(e.value),
      `${show(e.low)} – ${show(e.high)}`,
      whole(e.reports),
    ];
    return `<tr>${cells.map((cell, c) => `<td${c > 1 ? ' class="n"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  return `<details><summary>${escaped(w.table)}</summary><div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div></details>`;
}

interface Section {
  readonly heading: string;
  readonly take: string;
  /** What the chart shows; the rest stands in the table. */
  readonly bars: readonly Estimate[];
  readonly barName: (e: Estimate) => string;
  readonly rows: readonly Estimate[];
}

function section({ heading, take, bars, barName, rows }: Section, language: Language): string {
  const w = words[language];
  const first = bars[0];
  const drawn: Bar[] = bars.map((e) => ({ name: barName(e), value: e.value, low: e.low, high: e.high, n: e.reports }));
  const chart =
    first === undefined
      ? `<p class="dim">${escaped(w.nothing)}</p>`
      : barChart(drawn, `${heading}. ${take}`, showIn(first));
  const table = rows.length === 0 ? '' : tableOf(rows, language);
  return `<figure><h3>${escaped(heading)}</h3><p class="dim">${escaped(take)}</p>${chart}${table}</figure>`;
}

/** Charts of one month. */
function monthOf(estimates: readonly Estimate[], month: string, language: Language): string {
  const w = words[language];
  const own = estimates.filter((e) => e.month === month);
  const pick = (record: string, field: string, by = 'all') =>
    own.filter((e) => e.record === record && e.field === field && (by === 'any' ? e.by !== 'all' : e.by === by));
  const isShare = (e: Estimate) => e.statistic.startsWith('share ');
  const bucket = (e: Estimate) =>
    e.statistic === 'share asked by 2 systems or more'
      ? statisticName(e.statistic, language)
      : nameOf(e.statistic.slice('share '.length), language);
  const falling = (list: readonly Estimate[]) => [...list].sort((a, b) => b.value - a.value);
  const shares = (heading: string, take: string, record: string, field: string): Section => {
    const rows = pick(record, field);
    return { heading, take, bars: rows.filter(isShare), barName: bucket, rows };
  };
  const byGroup = (
    heading: string,
    take: string,
    record: string,
    field: string,
    by: string,
    statistic: string,
  ): Section => {
    const rows = [...pick(record, field, by), ...pick(record, field)];
    const bars = falling(rows.filter((e) => e.by === by && e.statistic === statistic));
    return { heading, take, bars, barName: (e) => nameOf(e.group, language), rows: rows.filter((e) => !isShare(e)) };
  };
  const sections: Section[] = [
    shares(w.hours, w.hoursTake, 'card', 'attention'),
    shares(w.afterHours, w.afterHoursTake, 'card', 'afterHours'),
    shares(w.repeats, w.repeatsTake, 'card', 'repeatShare'),
    byGroup(w.kinds, w.kindsTake, 'unit', 'attention', 'kind', 'per person'),
    byGroup(w.forms, w.formsTake, 'act', 'count', 'form', 'per person'),
    byGroup(w.obligations, w.obligationsTake, 'obligation', 'hours', 'kind', 'person-hours per person'),
    shares(w.overlap, '', 'obligation', 'systems'),
    byGroup(w.phone, w.phoneTake, 'phone', 'count', 'burden', 'per person'),
    shares(w.answers, w.answersTake, 'answers', 'burden'),
  ];
  const recalled = own.filter((e) => e.record === 'answers' && e.field !== 'burden');
  const noisy = own.filter((e) => e.statistic.startsWith('mean through noise') && !e.statistic.includes('against'));
  const changed = own.filter((e) => e.statistic.includes(' against '));
  const more = [
    ...(recalled.length > 0 ? [`<h3>${escaped(w.otherAnswers)}</h3>${tableOf(recalled, language)}`] : []),
    ...(noisy.length > 0 ? [`<h3>${escaped(w.noisy)}</h3>${tableOf(noisy, language)}`] : []),
    ...(changed.length > 0
      ? [`<h3>${escaped(w.change)}</h3><p class="dim">${escaped(w.changeTake)}</p>${tableOf(changed, language)}`]
      : []),
  ];
  const shown = sections.filter(({ rows, bars }) => rows.length + bars.length > 0);
  return `<h2>${escaped(month)}</h2>${shown.map((one) => section(one, language)).join('')}${more.join('')}`;
}

function intake(found: Findings, language: Language): string {
  const w = words[language];
  const total = [...found.reports.values()].reduce((a, b) => a + b, 0);
  const rows: [string, string][] = [
    [w.taken, whole(total)],
    [w.repeated, whole(found.repeated)],
    [w.refused, whole(found.rejected)],
    ...(found.partial > 0 ? [[w.partial, whole(found.partial)] as [string, string]] : []),
  ];
  const list = rows.map(([name, n]) => `<tr><td>${escaped(name)}</td><td class="n">${n}</td></tr>`).join('');
  const held = [...found.held].map(([month, n]) => `<li>${escaped(w.held(month, whole(n)))}</li>`);
  const floods = found.floods.map((flood) => `<li>${escaped(w.floods(whole(flood.reports), flood.card))}</li>`);
  const notes = [...held, ...(floods.length > 0 ? floods : [`<li>${escaped(w.noFloods)}</li>`])];
  const names = ['least', 'standard', 'noisy'] as const;
  const k = found.options.k;
  const levels = [...found.levels].map(([month, counts]) => {
    // A small level and its neighbour stay dark together: the month's sum is known.
    const open = counts.every((n) => n === 0 || n >= k);
    const cells = names.map((name, i) => `${w.levels[name]} ${open ? whole(counts[i] ?? 0) : '–'}`);
    return `<li>${escaped(month)}: ${escaped(cells.join(', '))}</li>`;
  });
  const tiers = found.tables.filter(
    (t) => t.byName === 'tier' && t.figure.record === 'card' && t.figure.field === 'attention',
  );
  const who = tiers.flatMap((t) =>
    t.rows.map(
      (row) =>
        `<li>${escaped(`${t.figure.month}: ${nameOf(row.group, language)} ${row.hiddenTotal ? w.notShown : whole(row.total)}`)}</li>`,
    ),
  );
  return (
    `<h2>${escaped(w.received)}</h2><table class="small"><tbody>${list}</tbody></table><ul>${notes.join('')}</ul>` +
    `<h3>${escaped(w.levelsHeading)}</h3><ul>${levels.join('')}</ul>` +
    `<h3>${escaped(w.who)}</h3><p class="dim">${escaped(w.whoNote)}</p><ul>${who.join('')}</ul>`
  );
}

function article(found: Findings, digests: readonly Digest[], language: Language): string {
  const w = words[language];
  const months = [...found.reports.keys()].sort();
  const span = months.length > 1 ? `${months[0]} – ${months.at(-1)}` : (months[0] ?? '');
  const total = [...found.reports.values()].reduce((a, b) => a + b, 0);
  const last = months.at(-1);
  const mean = found.estimates.find(
    (e) =>
      e.month === last && e.record === 'card' && e.by === 'all' && e.field === 'attention' && e.statistic === 'mean',
  );
  const { options } = found;
  const method = w.methodText(
    whole(total),
    span,
    options.cluster ? w.batches : w.randomGroups,
    String(options.k),
    options.raked ? w.raked : w.notRaked,
  );
  const deff = [0.05, 0.1, 0.2].map(
    (icc) => `<tr><td>${icc}</td><td class="n">${Math.sqrt(1 + 14 * icc).toFixed(2)}</td></tr>`,
  );
  const design = options.cluster
    ? `<p>${escaped(w.named)}</p>`
    : `<p>${escaped(w.designText)}</p><table class="small"><thead><tr><th scope="col">${escaped(w.icc)}</th><th scope="col">${escaped(w.factor)}</th></tr></thead><tbody>${deff.join('')}</tbody></table>`;
  const hashes = digests.map(({ name, sha256 }) => `<li><code>${escaped(name)}</code> <code>${sha256}</code></li>`);
  return (
    `<article lang="${language}" class="l-${language}">` +
    `<h1>${escaped(w.title)}</h1>` +
    (options.draft ? `<p class="draft">${escaped(w.draft)}</p>` : '') +
    `<p class="lead">${escaped(w.lead(whole(total), span))} ${mean === undefined ? '' : escaped(w.leadMean(figureText(mean.value), figureText(mean.low), figureText(mean.high)))}</p>` +
    `<section class="cannot"><h2>${escaped(w.cannot)}</h2><ul>${w.cannots.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul></section>` +
    intake(found, language) +
    `<p class="dim">${escaped(w.keptBack)}</p>` +
    months.map((month) => monthOf(found.estimates, month, language)).join('') +
    `<h2>${escaped(w.method)}</h2><blockquote>${escaped(method)}</blockquote>` +
    `<h2>${escaped(w.design)}</h2>${design}` +
    `<h2>${escaped(w.tables)}</h2><p>${escaped(w.tablesText)}</p><ul class="hashes">${hashes.join('')}</ul>` +
    `<p class="dim">${escaped(w.simulated)} ${escaped(w.print)}</p></article>`
  );
}

const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

/** The whole page. `first`: the language that shows when it is opened. */
export function reportPage(found: Findings, digests: readonly Digest[], first: Language): string {
  const choices = languages.map(
    (language) =>
      `<input type="radio" name="language" id="${language}"${language === first ? ' checked' : ''}><label for="${language}" lang="${language}">${languageNames[language]}</label>`,
  );
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  return (
    `<!doctype html><html lang="${first}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">` +
    `<title>${escaped(words[first].title)}</title><style>${style}</style></head><body><main>${choices.join('')}` +
    `${languages.map((language) => article(found, digests, language)).join('')}</main></body></html>\n`
  );
}
