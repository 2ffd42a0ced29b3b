import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { type IngestResult, ingest } from '../../../src/research/ingest/ingest.ts';
import { broken, writeBroken } from '../support/broken-files.ts';
import { cardReport } from '../support/reports.ts';

let folder = '';
let found: IngestResult;
const at = (...names: string[]) => join(folder, ...names);
/** Lines of the store's own list: file, place, reason. */
let listed: readonly string[] = [];
const reasonsOf = (name: string) => listed.filter((line) => line.includes(`/in/${name},`));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  writeBroken(at('in'));
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
  found = await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  listed = found.store.rejected
    .flatMap((name) => readFileSync(at('store', name), 'utf8').split('\r\n'))
    .map((line) => line.replaceAll('""', '"'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that is no report is named with its reason', () => {
  it.each(broken.map(([what, name, , reason], i) => [what, `${String(i).padStart(3, '0')}-${name}`, reason] as const))(
    '%s',
    (_what, name, reason) => {
      const reasons = reasonsOf(name);
      expect(reasons.length).toBeGreaterThan(0);
      expect(
        reasons.some((text) => reason.test(text)),
        reasons.slice(0, 3).join('; '),
      ).toBe(true);
    },
  );

  it.each([
    ['a file of 2 GB', 'big.json', 'it is over 65536 bytes'],
    ['a sealed file of 2 GB', 'big.age', 'it is over 131072 bytes'],
    ['another report under a known id', 'x3.json', 'its id was taken by another report: the first one counts'],
    ['a link', 'x5.json', 'it is a link or no file: only files are read'],
    ['a running month', 'x4.json', 'its month was still running; --include-partial takes it all the same'],
  ])('%s', (_what, name, reason) => expect(reasonsOf(name).join()).toContain(reason));
});

it('never stops the rest: what is good is taken, and the same report twice counts once', () => {
  expect(found.counts.reports).toBe(61);
  expect(found.counts.repeated).toBe(1);
});

it('lists every refusal in the store, and of a file of a thousand bad lines how many more there were', () => {
  const bomb = broken.findIndex(([what]) => what === 'a bomb of lines as zip');
  const lines = reasonsOf(`0${bomb}-a.zip`);
  expect(lines).toHaveLength(1001);
  expect(lines.at(-1)).toMatch(/\d+ more of it were refused; the last: unpacked/);
  expect(found.counts.rejected).toBeGreaterThan(listed.length);
});

it('flags reports that are all alike, and takes them', () => {
  expect(found.floods).toHaveLength(1);
  expect(found.floods[0]).toMatchObject({ name: 'alike.ndjson', place: 'line 1', reports: 60 });
});

it('reads the same files once', async () => {
  const again = await ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  expect(again.filesRead).toBe(0);
  expect(again.store).toEqual(found.store);
}, 120_000);
