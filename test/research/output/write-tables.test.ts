/** Writes tables as Parquet files and reads them back with DuckDB. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutputTable } from '../../../src/research/output/output-tables.ts';
import { writeTables } from '../../../src/research/output/write-tables.ts';
import { openDuckDB, sqlString } from '../../../src/research/store/open-duckdb.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Cell = string | number | null;
const tableOf = (rows: readonly (readonly Cell[])[]): OutputTable => ({
  name: 'a_table',
  title: 'For the test',
  columns: [
    { name: 'word', type: 'string', meaning: 'a word' },
    { name: 'count', type: 'integer', meaning: 'a count' },
    { name: 'amount', type: 'number', meaning: 'an amount' },
  ],
  rows,
});

async function readBack(file: string): Promise<{ rows: unknown[][]; types: string[] }> {
  const duckdb = await openDuckDB();
  try {
    const found = await duckdb.connection.run(`SELECT * FROM read_parquet(${sqlString(join(folder, file))})`);
    const types = found.columnTypes().map(String);
    return {
      types,
      rows: (await found.getRows()).map((row) => row.map((v) => (typeof v === 'bigint' ? Number(v) : v))),
    };
  } finally {
    duckdb.close();
  }
}

it.each([
  ['no rows', []],
  ['one row', [['a', 1, 0.5]]],
  [
    'missing values',
    [
      [null, 1, 2.5],
      ['b', null, null],
      [null, null, null],
      ['d', 4, -0.25],
    ],
  ],
  ['only missing values', Array.from({ length: 9 }, () => [null, null, null])],
  ['different texts in all rows', Array.from({ length: 300 }, (_, i) => [`w${i}`, i, i])],
  [
    'texts in any script, quotes and line ends',
    [
      ['填报次数', 0, 0],
      ['a "b", c\r\nd', 1, 1],
      ['', 2, 2],
      ['𠮷', 3, 3],
    ],
  ],
  [
    'large and negative numbers',
    [
      ['x', 9_007_199_254_740_991, 1e300],
      ['y', -9_007_199_254_740_991, -1e-300],
    ],
  ],
  [
    'more rows than fit into one byte or two',
    Array.from({ length: 3001 }, (_, i) => [`word ${i % 7}`, i, i % 5 === 0 ? null : i / 3]),
  ],
] satisfies [string, Cell[][]][])(
  'writes a Parquet file from which DuckDB reads the same rows: %s',
  async (_name, rows) => {
    writeTables(folder, [tableOf(rows)], []);
    const found = await readBack('a_table.parquet');
    expect(found).toEqual({ rows, types: ['VARCHAR', 'BIGINT', 'DOUBLE'] });
  },
);
