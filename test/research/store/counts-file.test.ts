import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aggregate } from '../../../src/research/aggregate/aggregate.ts';
import { fileText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import {
  askCounts,
  mergeTables,
  type NamedTable,
  readCounts,
  writeCounts,
} from '../../../src/research/store/counts-file.ts';
import { tableOf } from '../../../src/research/store/engine.ts';
import { cardReport } from '../support/reports.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = ['field', 'month', 'tier', 'block', 'bucket', 'n', 'w', 'heaviest'];
const rows = [
  [1, 2603, 0, 3, 1, 4, 70_000, 16],
  [1, 2603, 2, 3, 1, 250, 800, 8],
  [1, 2604, 0, 31, 6, 1, 5_000_000_000, 64],
  [0, 2603, 0, 0, 0, 9, 9, 1],
];
const table = (from: readonly (readonly number[])[]): NamedTable =>
  tableOf(
    names,
    names.map((_, c) => Float64Array.from(from, (row) => row[c] as number)),
  );
const rowsOf = (one: NamedTable) =>
  Array.from({ length: one.length }, (_, i) => one.names.map((name) => one.column(name)[i]));
const engine = (from: readonly (readonly number[])[]) => ({
  name: 'a list',
  ask: async () => table(from),
  close: async () => {},
});

it('gives the same counts in whatever order an engine has its rows', async () => {
  const there = (await askCounts(engine(rows), ['slips_random'])).slips_random as NamedTable;
  const back = (await askCounts(engine([...rows].reverse()), ['slips_random'])).slips_random as NamedTable;
  expect(rowsOf(there)).toEqual([rows[3], rows[0], rows[1], rows[2]]);
  expect(rowsOf(back)).toEqual(rowsOf(there));
});

it('adds up counts and weights of the same key, and keeps the heaviest', () => {
  const merged = mergeTables([table(rows), table([[1, 2603, 0, 3, 1, 6, 30, 32]]), table([])]);
  expect(rowsOf(merged)).toEqual([rows[3], [1, 2603, 0, 3, 1, 10, 70_030, 32], rows[1], rows[2]]);
});

it('reads back what it wrote, and only what is asked for', async () => {
  const path = join(folder, 'counts.bin');
  const counts = { slips_random: table(rows), floods: table(rows.slice(0, 1)) };
  await writeCounts(path, counts);
  const found = readCounts(path, ['floods']);
  expect(Object.keys(found)).toEqual(['floods']);
  expect(rowsOf(found.floods as NamedTable)).toEqual(rows.slice(0, 1));
  expect(rowsOf(readCounts(path, ['slips_random']).slips_random as NamedTable)).toEqual(rows);
});

it.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['empty', () => Buffer.alloc(0)],
  ['another thing', () => Buffer.from('{"a":1}')],
])('says that a file is damaged that is %s', async (_name, damage) => {
  const path = join(folder, 'counts.bin');
  await writeCounts(path, { floods: table(rows) });
  writeFileSync(path, damage(readFileSync(path)));
  expect(() => readCounts(path, ['floods'])).toThrow('the file is damaged; ingest makes it anew');
});

it('damaged counts of a store are said to be so, and made anew by the next ingest', async () => {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('in'));
  for (let n = 0; n < 40; n++)
    writeFileSync(at(`in/${n}.json`), fileText(cardReport(n, { attention: n % 2 === 0 ? '0-5h' : '5-10h' })));
  const take = () => ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  const options = { store: at('store'), out: at('out'), k: 10, draft: true, cluster: false };
  const { store } = await take();
  const before = (await aggregate(options)).outputs;
  const cube = at(`store/${store.cube?.file}`);
  writeFileSync(cube, readFileSync(cube).subarray(0, 50));
  await expect(aggregate(options)).rejects.toThrow('the file is damaged; ingest makes it anew');
  await take();
  expect((await aggregate(options)).outputs).toEqual(before);
});
