/**
 * The file of a store's counts: the results of the three queries. With this file, aggregate reads some hundred thousand
 * counts instead of many million rows. The file holds one line of JSON (tables, number of rows, names and widths of
 * columns), padded to eight bytes, then the columns, each padded to eight bytes.
 */
import { readFileSync } from 'node:fs';
import { CliError } from '../cli/cli-error.ts';
import cardsSql from '../queries/cards.sql?raw';
import floodsSql from '../queries/floods.sql?raw';
import slipsSql from '../queries/slips.sql?raw';
import type { BlockColumn } from './count-cube.ts';
import { type ColumnTable, columnTable, type Engine } from './engine.ts';
import { writeDurably } from './manifest.ts';

/** Names of the tables, in the order of the file: a query, and the block column it groups by. */
export const cubeTableNames = ['cards_random', 'slips_random', 'cards_cluster', 'slips_cluster', 'floods'] as const;
export type CubeTableName = (typeof cubeTableNames)[number];

export type Counts = Readonly<Partial<Record<CubeTableName, ColumnTable>>>;

/** Returns the SQL of a table. */
function sqlOf(name: CubeTableName): string {
  const [query, blocks] = name.split('_') as [string, string | undefined];
  const sql = query === 'cards' ? cardsSql : query === 'slips' ? slipsSql : floodsSql;
  return sql.replaceAll('{group}', `${blocks}_group`);
}

/** Returns the names of the tables that aggregate needs: cards, slips, floods. */
export const cubeTablesFor = (blocks: BlockColumn): readonly [CubeTableName, CubeTableName, CubeTableName] =>
  blocks === 'cluster_group'
    ? ['cards_cluster', 'slips_cluster', 'floods']
    : ['cards_random', 'slips_random', 'floods'];

/** Queries an engine for the tables. */
export async function queryCounts(engine: Engine, names: readonly CubeTableName[]): Promise<Counts> {
  const counts: Partial<Record<CubeTableName, ColumnTable>> = {};
  for (const name of names) counts[name] = mergeTables([await engine.query(sqlOf(name))]);
  return counts;
}

function maxOf(column: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < column.length; i++) max = Math.max(max, column[i] as number);
  return max;
}

/**
 * When rows are merged, the columns `summed` add up and the column `maximum` keeps its maximum. All others are the key.
 */
const summed = new Set(['n', 'w']);
const maximum = 'heaviest';

/**
 * Merges rows with the same key. Sorts them by key, because engines return them in any order and no result may depend
 * on this order. All values are whole numbers.
 */
export function mergeTables(tables: readonly ColumnTable[]): ColumnTable {
  const names = tables[0]?.names ?? [];
  const keyNames = names.filter((name) => !summed.has(name) && name !== maximum);
  const maxima = keyNames.map((name) => Math.max(0, ...tables.map((table) => maxOf(table.column(name)))));
  // Returns each key as one whole number. The product of all ranges is far below 2^53.
  const keysOf = (table: ColumnTable) => {
    const columns = keyNames.map((name) => table.column(name));
    return Float64Array.from({ length: table.length }, (_, i) =>
      columns.reduce((key, column, c) => key * ((maxima[c] as number) + 1) + (column[i] as number), 0),
    );
  };
  const keys = tables.map(keysOf);
  const sortedKeys = Float64Array.from(new Set(keys.flatMap((tableKeys) => [...tableKeys]))).sort();
  const rowOfKey = new Map([...sortedKeys].map((key, row) => [key, row]));
  const columns = names.map((name) => {
    const merged = new Float64Array(sortedKeys.length);
    tables.forEach((table, t) => {
      const column = table.column(name);
      keys[t]?.forEach((key, i) => {
        const row = rowOfKey.get(key) as number;
        const value = column[i] as number;
        if (summed.has(name)) merged[row] = (merged[row] as number) + value;
        else if (name === maximum) merged[row] = Math.max(merged[row] as number, value);
        else merged[row] = value;
      });
    });
    return merged;
  });
  return columnTable(names, columns);
}

/** Adds up the counts of different rows, table by table. */
export function mergeCounts(all: readonly Counts[]): Counts {
  const merged: Partial<Record<CubeTableName, ColumnTable>> = {};
  for (const name of cubeTableNames) {
    const tables = all.flatMap((counts) => counts[name] ?? []);
    if (tables.length > 0) merged[name] = mergeTables(tables);
  }
  return merged;
}

/** Arrays by bytes per value. */
const arrayTypes = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;
type Width = keyof typeof arrayTypes;
interface Heading {
  readonly table: CubeTableName;
  readonly length: number;
  readonly columns: readonly { readonly name: string; readonly bytes: Width }[];
}

const narrowestWidth = (column: ArrayLike<number>): Width => {
  const max = maxOf(column);
  return max < 2 ** 8 ? 1 : max < 2 ** 16 ? 2 : max < 2 ** 32 ? 4 : 8;
};
/** Rounds a size up to a multiple of eight bytes. */
const padded = (n: number) => Math.ceil(n / 8) * 8;

/** Writes counts to a file. Each column has the narrowest type that holds its values. */
export async function writeCounts(path: string, counts: Counts): Promise<void> {
  const headings: Heading[] = [];
  const columnBytes: Uint8Array[] = [];
  for (const name of cubeTableNames) {
    const table = counts[name];
    if (table === undefined) continue;
    const columns = table.names.map((column) => {
      const values = table.column(column);
      const bytes = narrowestWidth(values);
      const narrow = arrayTypes[bytes].from(values);
      const block = new Uint8Array(padded(narrow.byteLength));
      block.set(new Uint8Array(narrow.buffer, narrow.byteOffset, narrow.byteLength));
      columnBytes.push(block);
      return { name: column, bytes };
    });
    headings.push({ table: name, length: table.length, columns });
  }
  const line = `${JSON.stringify(headings)}\n`;
  await writeDurably(path, Buffer.concat([Buffer.from(line.padStart(padded(line.length))), ...columnBytes]));
}

/** Reads the wanted tables. Throws a `CliError` when the file is missing or damaged. */
export function readCounts(path: string, wanted: readonly CubeTableName[]): Counts {
  const damaged = () =>
    new CliError(`Cannot read counts "${path}": the file is damaged; run ingest to make it again`, 2);
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    throw damaged();
  }
  const end = file.indexOf(10) + 1;
  let headings: readonly Heading[];
  try {
    headings = JSON.parse(file.subarray(0, end).toString('utf8')) as readonly Heading[];
  } catch {
    throw damaged();
  }
  const counts: Partial<Record<CubeTableName, ColumnTable>> = {};
  let offset = end;
  for (const { table, length, columns } of headings) {
    const values = columns.map(({ bytes }) => {
      const start = offset;
      offset += padded(bytes * length);
      if (offset > file.length) throw damaged();
      if (!wanted.includes(table)) return [];
      const copy = new Uint8Array(file.subarray(start, start + bytes * length));
      return new arrayTypes[bytes](copy.buffer);
    });
    if (wanted.includes(table))
      counts[table] = columnTable(
        columns.map(({ name }) => name),
        values,
      );
  }
  return counts;
}
