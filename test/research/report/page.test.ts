/** Tests the page of findings: every code has a name, the page loads no resource, and it shows no suppressed number. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aggregate } from '../../../src/research/aggregate/aggregate.ts';
import type { Findings } from '../../../src/research/aggregate/compute-findings.ts';
import { lineText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { codeName, fieldName, languages, statisticName } from '../../../src/research/report/names.ts';
import { reportPage } from '../../../src/research/report/page.ts';
import { simulate } from '../../../src/research/simulation/simulate.ts';
import { noTruth } from '../../../src/research/simulation/truth.ts';

let folder = '';
let findings: Findings;
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
  findings = await aggregate({ ...options, store: at('store'), out: at('out') });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('has a name for every field, statistic and group in every language', () => {
  const unnamed = new Set<string>();
  for (const language of languages)
    for (const { field, statistic, by, group } of findings.estimates) {
      const names = [
        fieldName(field, language),
        statisticName(statistic, language),
        by === 'all' ? '' : codeName(group, language),
      ];
      const codes = language === 'en' ? /[a-z][A-Z]|[a-z]-[a-z]+-|\d[a-z]+$/ : /[A-DF-Za-df-z]{2}/;
      for (const name of names) if (codes.test(name.replace(/IE/g, ''))) unnamed.add(`${language}: ${name}`);
    }
  expect([...unnamed]).toEqual([]);
  expect(findings.estimates.length).toBeGreaterThan(1000);
});

it('loads no resource and has no script', () => {
  const page = reportPage(findings, [], 'zh-CN');
  expect(page).toContain(`default-src 'none'`);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/i);
});

it('shows no number of reports for a group whose total is suppressed', () => {
  const tables = findings.tables.map((table) =>
    table.byName === 'tier'
      ? { ...table, rows: table.rows.map((row) => ({ ...row, isTotalSuppressed: true })) }
      : table,
  );
  const page = reportPage({ ...findings, tables }, [], 'en');
  const senders = /Who sent reports<\/h3>(.*?)<\/ul>/s.exec(page)?.[1] ?? '';
  expect(senders).toContain('2026-03: county not shown');
  expect(senders.replace(/2026-0\d/g, '')).not.toMatch(/\d/);
});
