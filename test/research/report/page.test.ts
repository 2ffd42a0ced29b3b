/** The page of findings: every code has its words, nothing is fetched, nothing kept back is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aggregate, type Findings } from '../../../src/research/aggregate/aggregate.ts';
import { lineText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { fieldName, languages, nameOf, statisticName } from '../../../src/research/report/names.ts';
import { reportPage } from '../../../src/research/report/page.ts';
import { noTruth, simulate } from '../../../src/research/simulation/simulate.ts';

let folder = '';
let found: Findings;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  const at = (name: string) => join(folder, name);
  mkdirSync(at('in'));
  for (const [month, seed, level] of [
    ['2026-03', 1, 'mixed'],
    ['2026-04', 2, 'standard'],
    ['2026-05', 3, 'mixed'],
  ] as const) {
    const study = { month, seed, level, e: 7, perCluster: 0, icc: 0, reports: 6000 } as const;
    const lines = [...simulate(study, noTruth())].map(({ report }) => lineText(report));
    writeFileSync(at(`in/${month}.ndjson`), lines.join('\n'));
  }
  await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  writeFileSync(at('tariff.csv'), 'per_hour\n60\n');
  const options = { k: 10, draft: true, cluster: false, tariff: at('tariff.csv') };
  found = await aggregate({ ...options, store: at('store'), out: at('out') });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('has words for everything that estimates name, in every language', () => {
  const nameless = new Set<string>();
  for (const language of languages)
    for (const { field, statistic, by, group } of found.estimates) {
      const names = [
        fieldName(field, language),
        statisticName(statistic, language),
        by === 'all' ? '' : nameOf(group, language),
      ];
      const codes = language === 'en' ? /[a-z][A-Z]|[a-z]-[a-z]+-|\d[a-z]+$/ : /[A-DF-Za-df-z]{2}/;
      for (const name of names) if (codes.test(name.replace(/IE/g, ''))) nameless.add(`${language}: ${name}`);
    }
  expect([...nameless]).toEqual([]);
  expect(found.estimates.length).toBeGreaterThan(1000);
});

it('asks no network and runs no script', () => {
  const page = reportPage(found, [], 'zh-CN');
  expect(page).toContain(`default-src 'none'`);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/i);
});

it('says of a group whose number is kept back that it is not shown, and no number', () => {
  const tables = found.tables.map((table) =>
    table.byName === 'tier' ? { ...table, rows: table.rows.map((row) => ({ ...row, hiddenTotal: true })) } : table,
  );
  const page = reportPage({ ...found, tables }, [], 'en');
  const who = /Who is in it<\/h3>(.*?)<\/ul>/s.exec(page)?.[1] ?? '';
  expect(who).toContain('2026-03: county not shown');
  expect(who.replace(/2026-0\d/g, '')).not.toMatch(/\d/);
});
