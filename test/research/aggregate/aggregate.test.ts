/** Tests releases from folders and stores: which cells are published, and which cells a second release may show. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aggregate, aggregateFolder } from '../../../src/research/aggregate/aggregate.ts';
import { computeFindings } from '../../../src/research/aggregate/compute-findings.ts';
import { fileText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { cardReport } from '../reports.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const save = (name: string, text: string) => writeFileSync(join(folder, 'in', name), text);
const at = (...names: string[]) => join(folder, ...names);
const options = (k = 10) => ({ out: at('out'), k, draft: false, cluster: false });
/** Saves reports with the numbers `from` to `to` - 1. */
const saveReports = (from: number, to: number, attention: '0-5h' | '5-10h' = '0-5h') => {
  for (let n = from; n < to; n++) save(`${n}.json`, fileText(cardReport(n, { attention })));
};
const releaseFolder = (includePartial = false) => aggregateFolder(at('in'), options(), includePartial);
/** Ingests the folder into a store and releases the store. */
const releaseStore = async (k = 10) => {
  await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  return aggregate({ ...options(k), store: at('store') });
};
const cells = () => readFileSync(at('out', 'cells.csv'), 'utf8');

describe('a release from a folder', () => {
  it('counts the reports in each bucket and writes the counts to cells.csv', async () => {
    saveReports(0, 12);
    saveReports(12, 24, '5-10h');
    const { findings } = await releaseFolder();
    expect(findings.reports.get('2026-03')).toBe(24);
    expect(findings.outputs[0]?.rows).toContainEqual(['2026-03', 'card', 'all', 'all', 'attention', '0-5h', 12]);
    expect(cells()).toContain('2026-03,card,all,all,attention,0-5h,12\r\n');
  });

  it.each([
    ['nine reports are in one bucket', 9, 0],
    ['all twelve reports are in one bucket', 12, 0],
    ['twelve reports are in one bucket and nine in another, which the total would reveal', 12, 9],
  ])('contains no cell when %s', async (_name, first, second) => {
    saveReports(0, first);
    saveReports(first, first + second, '5-10h');
    expect((await releaseFolder()).findings.outputs[0]?.rows).toEqual([]);
  });

  it('contains a report of an unfinished month only with --include-partial', async () => {
    saveReports(0, 2);
    save('x.json', fileText({ ...cardReport(7), partial: true }));
    expect((await releaseFolder()).ingested.rejected[0]?.reason).toMatch('its month had not ended');
    expect((await releaseFolder(true)).findings.reports.get('2026-03')).toBe(3);
  });

  it('fails when the folder contains no report or no valid report', async () => {
    await expect(releaseFolder()).rejects.toThrow('it holds no reports');
    save('x.json', '{"format":');
    await expect(releaseFolder()).rejects.toThrow(/it holds no valid report; ".*x.json": not valid JSON/);
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('a second release', () => {
  it('has the same tables when the reports are the same', async () => {
    saveReports(0, 12);
    saveReports(12, 24, '5-10h');
    await releaseStore();
    const first = cells();
    await releaseStore();
    expect(cells()).toBe(first);
  });

  it('is refused until ten more reports have arrived, and then shows no cell that grew by fewer than ten reports', async () => {
    saveReports(0, 30);
    saveReports(30, 60, '5-10h');
    await releaseStore();
    saveReports(60, 69);
    await expect(releaseStore()).rejects.toThrow('2026-03 was released and has received 9 reports since');
    saveReports(69, 74, '5-10h');
    await releaseStore();
    // The two cells now have 39 and 35 reports. They grew by nine and five.
    expect(cells()).not.toContain('attention');
  });

  it('is refused when a smaller k would show more cells of the same reports', async () => {
    saveReports(0, 30);
    saveReports(30, 42, '5-10h');
    await releaseStore(20);
    await expect(releaseStore(10)).rejects.toThrow('the two could be subtracted');
  });
});

it('leaves no record of a draft in the store', async () => {
  saveReports(0, 30);
  await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  await computeFindings({ ...options(3), draft: true, store: at('store') });
  expect(existsSync(at('store', 'releases'))).toBe(false);
});
