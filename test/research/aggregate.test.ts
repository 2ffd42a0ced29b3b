import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { MonthReport } from '../../src/core/month.ts';
import { parseMonthReport } from '../../src/core/parse-report.ts';
import { aggregate } from '../../src/research/aggregate.ts';

const reportOf = (n: number, partial = false): MonthReport => ({
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month: '2026-03',
  level: 'standard',
  drawn: 'overview',
  partial,
  card: { id: `${n}`.padStart(32, '0'), attention: '0-5h' },
  slips: [],
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const save = (name: string, text: string) => writeFileSync(join(folder, 'in', name), text);
const run = (includePartial = false) =>
  aggregate({ folder: join(folder, 'in'), out: join(folder, 'out'), includePartial, k: 10 });

describe('the door for month reports', () => {
  const good = reportOf(1);
  it.each([
    ['a torn file', canonicalJson(good).slice(0, 90), 'it is no JSON'],
    ['a list', '[]', 'it is no report'],
    ['an unknown field', JSON.stringify({ ...good, name: '王建国' }), 'field "name" is unknown'],
    ['a missing field', JSON.stringify({ ...good, card: undefined }), 'field "card" is missing'],
    ['an unknown version', JSON.stringify({ ...good, schemaVersion: 2 }), 'field "schemaVersion" can\'t be 2'],
    [
      'text in a bucket',
      JSON.stringify({ ...good, card: { ...good.card, attention: 'x' } }),
      'field "card.attention" can\'t be',
    ],
    ['a month that is none', JSON.stringify({ ...good, month: '2026-13' }), 'field "month" can\'t be "2026-13"'],
  ])('%s', (_name, text, said) => {
    expect(() => parseMonthReport(text)).toThrow(said);
  });

  it('parse after format is the identity', () => {
    expect(parseMonthReport(canonicalJson(good))).toEqual(good);
  });
});

describe('aggregate', () => {
  it('counts buckets, keeps small cells back and writes what it shows', async () => {
    for (let n = 0; n < 12; n++) save(`${n}.json`, canonicalJson(reportOf(n)));
    const { reports, rows } = await run();
    expect(reports).toBe(12);
    expect(rows).toContainEqual(['2026-03', 'card', 'attention', '0-5h', '12']);
    expect(readFileSync(join(folder, 'out/cells.csv'), 'utf8')).toContain('2026-03,card,attention,0-5h,12\r\n');
  });

  it('releases nothing of nine', async () => {
    for (let n = 0; n < 9; n++) save(`${n}.json`, canonicalJson(reportOf(n)));
    expect((await run()).rows).toEqual([]);
  });

  it('counts a report that came twice once', async () => {
    for (const name of ['a.json', 'b.json']) save(name, canonicalJson(reportOf(1)));
    expect((await run()).reports).toBe(1);
  });

  it.each([
    ['a broken report', '{"format":', 'Cannot read report "x.json": it is no JSON'],
    ['a running month', canonicalJson(reportOf(1, true)), 'Cannot take report "x.json": its month was still running'],
  ])('refuses %s and names the file', async (_name, text, said) => {
    save('x.json', text);
    await expect(run()).rejects.toThrow(said);
  });

  it('takes a running month when told', async () => {
    save('x.json', canonicalJson(reportOf(1, true)));
    expect((await run(true)).reports).toBe(1);
  });

  it('says so when there is nothing', async () => {
    await expect(run()).rejects.toThrow('it holds no reports');
  });
});
