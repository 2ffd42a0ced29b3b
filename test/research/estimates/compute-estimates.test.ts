/** Computes estimates of small studies whose right answers can be computed by hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/report/report-format.ts';
import { aggregate } from '../../../src/research/aggregate/aggregate.ts';
import { lineText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { simulate } from '../../../src/research/simulation/simulate.ts';
import { noTruth } from '../../../src/research/simulation/truth.ts';
import { cardReport } from '../reports.ts';

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  mkdirSync(at('in'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const plain = { k: 10, draft: true, cluster: false };
const aggregated = (more: object = {}) => aggregate({ ...plain, ...more, store: at('store'), out: at('out') });
const save = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
async function ingested(lines: readonly string[]): Promise<void> {
  writeFileSync(at('in', 'reports.ndjson'), lines.join('\n'));
  await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
}

describe('--population', () => {
  const cards = (from: number, count: number, card: Omit<Card, 'id'>) =>
    Array.from({ length: count }, (_, i) => lineText(cardReport(from + i, card)));
  const mean = (found: Awaited<ReturnType<typeof aggregated>>) =>
    found.estimates.find((e) => e.by === 'all' && e.field === 'attention' && e.statistic === 'mean');

  it('weights the reports of each tier to the margins of the population', async () => {
    await ingested([
      ...cards(0, 64, { tier: 'township', attention: '0-5h' }),
      ...cards(64, 128, { tier: 'county', attention: '20-40h' }),
    ]);
    const unweighted = mean(await aggregated());
    expect(unweighted?.value).toBeCloseTo((64 * 2.5 + 128 * 30) / 192, 9);
    expect(unweighted?.effective).toBeNull();
    const population = save('p.csv', 'variable,value,people\r\ntier,township,75\r\ntier,county,25\r\n');
    const raked = mean(await aggregated({ population }));
    expect(raked?.value).toBeCloseTo(0.75 * 2.5 + 0.25 * 30, 6);
    // The effective number by Kish: 64 of the 192 reports have weight 2.25, and 128 have weight 0.375.
    expect(raked?.effective).toBeCloseTo(192 ** 2 / (64 * 2.25 ** 2 + 128 * 0.375 ** 2), 3);
  });

  it.each([
    ['a file with another heading', 'tier,people\ntownship,5\n', 'the heading must be'],
    ['an unknown tier', 'variable,value,people\ntier,village,5\n', 'value is not allowed in line 2'],
    ['a negative number of people', 'variable,value,people\ntier,county,-5\n', 'value is not allowed in line 2'],
    ['a missing number', 'variable,value,people\ntier,county,\n', 'value is not allowed in line 2'],
    ['a file without lines', 'variable,value,people\n', 'no line after the heading'],
  ])('refuses %s', async (_name, text, reason) => {
    await ingested(cards(0, 20, { attention: '0-5h' }));
    await expect(aggregated({ population: save('p.csv', text) })).rejects.toThrow(reason);
  });
});

describe('--tariff', () => {
  const study = { seed: 2, month: '2026-03', level: 'standard', e: 7, perCluster: 0, icc: 0, reports: 3000 } as const;
  const lines = () => [...simulate(study, noTruth())].map(({ report }) => lineText(report));

  it('adds costs computed from the hours of obligations; without a tariff there are no costs', async () => {
    await ingested(lines());
    const value = (found: Awaited<ReturnType<typeof aggregated>>, statistic: string) =>
      found.estimates.filter((e) => e.field === 'hours' && e.statistic === statistic && e.by === 'all')[0];
    expect(value(await aggregated(), 'cost per person')).toBeUndefined();
    const priced = await aggregated({ tariff: save('t.csv', 'per_hour\n60.5\n') });
    const hours = value(priced, 'person-hours per person');
    const cost = value(priced, 'cost per person');
    expect(hours?.value).toBeGreaterThan(3);
    for (const end of ['value', 'low', 'high'] as const) expect(cost?.[end]).toBeCloseTo(60.5 * (hours?.[end] ?? 0), 6);
    const total = value(priced, 'cost of the senders');
    expect(total?.value).toBeCloseTo(3000 * (cost?.value ?? 0), 3);
  });

  it.each([
    ['a file without a heading', '60\n'],
    ['two prices', 'per_hour\n60\n70\n'],
    ['a price that is not a number', 'per_hour\nmuch\n'],
    ['a price of zero', 'per_hour\n0\n'],
  ])('refuses %s', async (_name, text) => {
    await ingested(lines().slice(0, 50));
    await expect(aggregated({ tariff: save('t.csv', text) })).rejects.toThrow('it must be the line "per_hour"');
  });
});

it('estimates the figures of all parts of reports from the sampled parts', async () => {
  const truth = noTruth();
  const study = { seed: 8, month: '2026-03', level: 'standard', e: 7, perCluster: 0, icc: 0, reports: 20_000 } as const;
  await ingested([...simulate(study, truth)].map(({ report }) => lineText(report)));
  const { estimates } = await aggregated();
  const estimateOf = (record: string, field: string, statistic: string) =>
    estimates.find((e) => e.record === record && e.by === 'all' && e.field === field && e.statistic === statistic);
  for (const [found, expected] of [
    [estimateOf('unit', 'things', 'things per person'), truth.kinds / truth.people],
    [estimateOf('unit', 'attention', 'per person'), truth.unitMiddleHours / truth.people],
    [estimateOf('obligation', 'things', 'things per person'), truth.families / truth.people],
    [estimateOf('obligation', 'hours', 'person-hours per person'), truth.obligationMiddleHours / truth.people],
    [estimateOf('act', 'count', 'per person'), truth.actMiddleCount / truth.people],
  ] as const) {
    expect(found).toBeDefined();
    // A single seed may give an estimate outside its interval. The estimate must lie within twice the half width.
    const half = ((found?.high ?? 0) - (found?.low ?? 0)) / 2;
    expect(Math.abs((found?.value ?? 0) - expected)).toBeLessThan(2 * half);
    expect(half).toBeLessThan(0.15 * expected);
  }
});

describe('a mean is shown for a hundred or more reports, unless they are all in one bucket', () => {
  /** Returns as many reports in each bucket of attention as `counts` says. */
  const cardsOf = (counts: readonly [string, number][]) =>
    counts
      .flatMap(([attention, n]) => Array.from({ length: n }, () => attention as NonNullable<Card['attention']>))
      .map((attention, i) => lineText(cardReport(5000 + i, { attention })));
  const shown = async () => {
    const { estimates } = await aggregated();
    return estimates.filter((e) => e.by === 'all' && e.field === 'attention').map((e) => e.statistic);
  };
  it.each([
    [
      'no bucket is suppressed',
      true,
      [
        ['5-10h', 60],
        ['10-20h', 40],
        ['40-80h', 20],
      ],
    ],
    [
      'two buckets are suppressed',
      true,
      [
        ['5-10h', 60],
        ['10-20h', 51],
        ['40-80h', 9],
      ],
    ],
    [
      'all buckets are suppressed',
      true,
      [
        ['5-10h', 114],
        ['10-20h', 3],
        ['40-80h', 3],
      ],
    ],
    ['all reports are in one bucket', false, [['5-10h', 120]]],
    [
      'there are fewer than a hundred reports',
      false,
      [
        ['5-10h', 40],
        ['10-20h', 30],
        ['40-80h', 20],
      ],
    ],
  ] as const)('when %s: %s', async (_name, isShown, counts) => {
    await ingested(cardsOf(counts as unknown as [string, number][]));
    expect((await shown()).includes('mean')).toBe(isShown);
  });
});

it('estimates the change from one month to the next, with the combined uncertainty of both months', async () => {
  const monthOf = (month: string, from: number, few: number, many: number) =>
    Array.from({ length: few + many }, (_, i) =>
      lineText({ ...cardReport(from + i, { attention: i < few ? '0-5h' : '20-40h' }), month }),
    );
  await ingested([...monthOf('2026-03', 1000, 120, 80), ...monthOf('2026-04', 2000, 90, 110)]);
  const { estimates } = await aggregated();
  const estimateOf = (month: string, statistic: string) => {
    const found = estimates.find(
      (e) => e.month === month && e.by === 'all' && e.field === 'attention' && e.statistic === statistic,
    );
    if (found === undefined) throw new Error(`no ${statistic} of ${month}`);
    return found;
  };
  const before = estimateOf('2026-03', 'mean');
  const after = estimateOf('2026-04', 'mean');
  const change = estimateOf('2026-04', 'mean against 2026-03');
  expect(before.value).toBeCloseTo((120 * 2.5 + 80 * 30) / 200, 10);
  expect(after.value).toBeCloseTo((90 * 2.5 + 110 * 30) / 200, 10);
  expect(change.value).toBeCloseTo((30 * 27.5) / 200, 10);
  const halfWidth = (e: { low: number; high: number }) => (e.high - e.low) / 2;
  expect(halfWidth(change)).toBeCloseTo(Math.hypot(halfWidth(before), halfWidth(after)), 10);
  expect(estimates.filter((e) => e.month === '2026-03' && e.statistic.includes('against'))).toEqual([]);
});
