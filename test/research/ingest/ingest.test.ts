/** Ingests valid and broken files together: broken files are rejected with a reason, and valid reports are accepted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { type IngestResult, ingest } from '../../../src/research/ingest/ingest.ts';
import { brokenFiles, writeBrokenFiles } from '../broken-files.ts';
import { cardReport } from '../reports.ts';

let folder = '';
let result: IngestResult;
const at = (...names: string[]) => join(folder, ...names);
/** The lines of the list of rejected reports in the store: file, place, reason. */
let listed: readonly string[] = [];
const reasonsOf = (name: string) => listed.filter((line) => line.includes(`/in/${name},`));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  writeBrokenFiles(at('in'));
  const big = ['big.json', 'big.age'];
  for (const name of big) {
    writeFileSync(at('in', name), '');
    truncateSync(at('in', name), 2 ** 31);
  }
  const card = { attention: '0-5h' } as const;
  writeFileSync(at('in', 'x1.json'), fileText(cardReport(100, { attention: '10-20h' })));
  writeFileSync(at('in', 'x2.json'), fileText(cardReport(100, { attention: '10-20h' })));
  writeFileSync(at('in', 'x3.json'), fileText(cardReport(100, { attention: '5-10h' })));
  writeFileSync(at('in', 'x4.json'), fileText({ ...cardReport(101), partial: true }));
  symlinkSync(at('in', 'x1.json'), at('in', 'x5.json'));
  mkdirSync(at('in', 'z'));
  const lines = Array.from({ length: 60 }, (_, i) => lineText(cardReport(200 + i, card)));
  writeFileSync(at('in', 'z', 'alike.ndjson'), `${lines.join('\n')}\n`);
  result = await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  listed = result.store.rejected
    .flatMap((name) => readFileSync(at('store', name), 'utf8').split('\r\n'))
    .map((line) => line.replaceAll('""', '"'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the list of rejected reports contains the file and the reason of', () => {
  it.each(
    brokenFiles.map(([title, name, , reason], i) => [title, `${String(i).padStart(3, '0')}-${name}`, reason] as const),
  )('%s', (_title, name, reason) => {
    const reasons = reasonsOf(name);
    expect(reasons.length).toBeGreaterThan(0);
    expect(
      reasons.some((text) => reason.test(text)),
      reasons.slice(0, 3).join('; '),
    ).toBe(true);
  });

  it.each([
    ['a file of 2 GB', 'big.json', 'larger than 65536 bytes'],
    ['a sealed file of 2 GB', 'big.age', 'larger than 131072 bytes'],
    ['another report with a known id', 'x3.json', 'another report with this id was accepted before'],
    ['a symbolic link', 'x5.json', 'not a regular file: links are not followed'],
    ['a report of a month that had not ended', 'x4.json', 'its month had not ended; accept it with --include-partial'],
  ])('%s', (_title, name, reason) => expect(reasonsOf(name).join()).toContain(reason));
});

it('accepts the valid reports among broken files, and counts a duplicate once', () => {
  expect(result.counts.reports).toBe(61);
  expect(result.counts.repeated).toBe(1);
});

it('lists at most a thousand rejections of a file, and then the number of further rejections', () => {
  const bomb = brokenFiles.findIndex(([title]) => title === 'a zip bomb of many lines');
  const lines = reasonsOf(`0${bomb}-a.zip`);
  expect(lines).toHaveLength(1001);
  expect(lines.at(-1)).toMatch(/\d+ more were rejected; the last: decompressed/);
  expect(result.counts.rejected).toBeGreaterThan(listed.length);
});

it('accepts a flood of reports that differ only in their ids, and lists the flood', () => {
  expect(result.floods).toHaveLength(1);
  expect(result.floods[0]).toMatchObject({ name: 'alike.ndjson', place: 'line 1', reports: 60 });
});

it('does not read a file again in a later run', async () => {
  const again = await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  expect(again.filesRead).toBe(0);
  expect(again.store).toEqual(result.store);
}, 120_000);
