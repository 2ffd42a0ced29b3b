/** Releases from folders and stores: what is published, and what a second release may show. */
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
const fill = (from: number, to: number, attention: '0-5h' | '5-10h' = '0-5h') => {
  for (let n = from; n < to; n++) save(`${n}.json`, fileText(cardReport(n, { attention })));
};
const run = (includePartial = false) => aggregateFolder(at('in'), options(), includePartial);
const store = async (k = 10) => {
  await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  return aggregate({ ...options(k), store: at('store') });
};
const cells = () => readFileSync(at('out', 'cells.csv'), 'utf8');

describe('a folder of reports', () => {
  it('counts buckets and writes the counts', async () => {
    fill(0, 12);
    fill(12, 24, '5-10h');
    const { findings } = await run();
    expect(findings.reports.get('2026-03')).toBe(24);
    expect(findings.outputs[0]?.rows).toContainEqual(['2026-03', 'card', 'all', 'all', 'attention', '0-5h', 12]);
    expect(cells()).toContain('2026-03,card,all,all,attention,0-5h,12\r\n');
  });

  it.each([
    ['nine of nine', 9, 0],
    ['twelve in one bucket', 12, 0],
    ['twelve and nine, which could be told from the total', 12, 9],
  ])('releases nothing of %s', async (_name, first, second) => {
    fill(0, first);
    fill(first, first + second, '5-10h');
    expect((await run()).findings.outputs[0]?.rows).toEqual([]);
  });

  it('accepts a month that had not ended only with --include-partial', async () => {
    fill(0, 2);
    save('x.json', fileText({ ...cardReport(7), partial: true }));
    expect((await run()).ingested.rejected[0]?.reason).toMatch('its month had not ended');
    expect((await run(true)).findings.reports.get('2026-03')).toBe(3);
  });

  it('fails when there is no report, or no valid one', async () => {
    await expect(run()).rejects.toThrow('it holds no reports');
    save('x.json', '{"format":');
    await expect(run()).rejects.toThrow(/it holds no valid report; ".*x.json": not valid JSON/);
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('a second release', () => {
  it('of the same reports has the same tables', async () => {
    fill(0, 12);
    fill(12, 24, '5-10h');
    await store();
    const first = cells();
    await store();
    expect(cells()).toBe(first);
  });

  it('waits for ten late reports, then shows no cell that grew by fewer', async () => {
    fill(0, 30);
    fill(30, 60, '5-10h');
    await store();
    fill(60, 69);
    await expect(store()).rejects.toThrow('2026-03 was released and has received 9 reports since');
    fill(69, 74, '5-10h');
    await store();
    // 39 and 35: nine and five more than before.
    expect(cells()).not.toContain('attention');
  });

  it('of the same reports with a smaller k is refused when it would show more cells', async () => {
    fill(0, 30);
    fill(30, 42, '5-10h');
    await store(20);
    await expect(store(10)).rejects.toThrow('the two could be subtracted');
  });

  it('leaves no record if it is a draft', async () => {
    fill(0, 30);
    await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
    await computeFindings({ ...options(3), draft: true, store: at('store') });
    expect(existsSync(at('store', 'releases'))).toBe(false);
  });
});
