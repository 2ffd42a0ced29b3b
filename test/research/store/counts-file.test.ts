/** Tests the file of counts: merging counts, reading the file, and damaged files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aggregate } from '../../../src/research/aggregate/aggregate.ts';
import { fileText } from '../../../src/research/format/canonical-text.ts';
import { ingest } from '../../../src/research/ingest/ingest.ts';
import { mergeTables, queryCounts, readCounts, writeCounts } from '../../../src/research/store/counts-file.ts';
import { type ColumnTable, columnTable } from '../../../src/research/store/engine.ts';
import { cardReport } from '../reports.ts';

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
const table = (from: readonly (readonly number[])[]): ColumnTable =>
  columnTable(
    names,
    names.map((_, c) => Float64Array.from(from, (row) => row[c] as number)),
  );
const rowsOf = ({ length, names, column }: ColumnTable) =>
  Array.from({ length }, (_, i) => names.map((name) => column(name)[i]));
const engine = (from: readonly (readonly number[])[]) => ({
  name: 'a test engine',
  query: async () => table(from),
  close: async () => {},
});

it('returns the same counts for any order of the rows from the engine', async () => {
  const forward = (await queryCounts(engine(rows), ['slips_random'])).slips_random as ColumnTable;
  const backward = (await queryCounts(engine([...rows].reverse()), ['slips_random'])).slips_random as ColumnTable;
  expect(rowsOf(forward)).toEqual([rows[3], rows[0], rows[1], rows[2]]);
  expect(rowsOf(backward)).toEqual(rowsOf(forward));
});

it('adds the counts and weights of rows with the same key, and keeps the largest weight', () => {
  const merged = mergeTables([table(rows), table([[1, 2603, 0, 3, 1, 6, 30, 32]]), table([])]);
  expect(rowsOf(merged)).toEqual([rows[3], [1, 2603, 0, 3, 1, 10, 70_030, 32], rows[1], rows[2]]);
});

it('reads the tables that were written, and only the requested tables', async () => {
  const path = join(folder, 'counts.bin');
  const counts = { slips_random: table(rows), floods: table(rows.slice(0, 1)) };
  await writeCounts(path, counts);
  const found = readCounts(path, ['floods']);
  expect(Object.keys(found)).toEqual(['floods']);
  expect(rowsOf(found.floods as ColumnTable)).toEqual(rows.slice(0, 1));
  expect(rowsOf(readCounts(path, ['slips_random']).slips_random as ColumnTable)).toEqual(rows);
});

it.each([
  ['a truncated file', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['an empty file', () => Buffer.alloc(0)],
  ['a file of another format', () => Buffer.from('{"a":1}')],
])('throws an error for %s', async (_name, damage) => {
  const path = join(folder, 'counts.bin');
  await writeCounts(path, { floods: table(rows) });
  writeFileSync(path, damage(readFileSync(path)));
  expect(() => readCounts(path, ['floods'])).toThrow('the file is damaged; run ingest to make it again');
});

it('throws an error for a damaged file of counts in a store, and the next ingest makes the file again', async () => {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('in'));
  for (let n = 0; n < 40; n++)
    writeFileSync(at(`in/${n}.json`), fileText(cardReport(n, { attention: n % 2 === 0 ? '0-5h' : '5-10h' })));
  const ingestAll = () => ingest({ inputs: [at('in')], store: at('store'), includePartial: false });
  const options = { store: at('store'), out: at('out'), k: 10, draft: true, cluster: false };
  const { store } = await ingestAll();
  const before = (await aggregate(options)).outputs;
  const cube = at(`store/${store.cube?.file}`);
  writeFileSync(cube, readFileSync(cube).subarray(0, 50));
  await expect(aggregate(options)).rejects.toThrow('the file is damaged; run ingest to make it again');
  await ingestAll();
  expect((await aggregate(options)).outputs).toEqual(before);
});
