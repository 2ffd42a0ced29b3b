/**
 * The store's counts, kept beside its rows: what the three queries answer, so that aggregate reads some hundred
 * thousand counts and not many million rows. A file holds one line of JSON (names, number of rows, kind of each
 * column), then the columns, each starting at a multiple of eight bytes.
 */
import { readFileSync } from 'node:fs';
import { CliError } from '../cli/cli-error.ts';
import cardsSql from '../queries/cards.sql?raw';
import floodsSql from '../queries/floods.sql?raw';
import slipsSql from '../queries/slips.sql?raw';
import type { Blocks } from './count-cube.ts';
import { type Engine, type Table, tableOf } from './engine.ts';
import { writeDurably } from './manifest.ts';

export const cubeTables = ['cards_random', 'slips_random', 'cards_cluster', 'slips_cluster', 'floods'] as const;
export type CubeTable = (typeof cubeTables)[number];

export type Counts = Readonly<Partial<Record<CubeTable, NamedTable>>>;

/** A table that knows its columns' names. */
export interface NamedTable extends Table {
  readonly names: readonly string[];
}

/** The text of a query. `{group}` is the column of the jackknife's blocks. */
export const queryOf = (name: CubeTable): string => {
  const [sort, blocks] = name.split('_') as [string, string | undefined];
  const sql = sort === 'cards' ? cardsSql : sort === 'slips' ? slipsSql : floodsSql;
  return sql.replaceAll('{group}', `${blocks}_group`);
};

/** Which tables are needed for the blocks. */
export const tablesFor = (blocks: Blocks): readonly CubeTable[] =>
  blocks === 'cluster_group'
    ? ['cards_cluster', 'slips_cluster', 'floods']
    : ['cards_random', 'slips_random', 'floods'];

export async function askCounts(engine: Engine, names: readonly CubeTable[]): Promise<Counts> {
  const counts: Partial<Record<CubeTable, NamedTable>> = {};
  for (const name of names) counts[name] = mergeTables([await engine.ask(queryOf(name))]);
  return counts;
}

function highestOf(column: ArrayLike<number>): number {
  let top = 0;
  for (let i = 0; i < column.length; i++) top = Math.max(top, column[i] as number);
  return top;
}

const sums = new Set(['n', 'w']);
const most = new Set(['heaviest']);

/**
 * Rows with the same key become one: counts and weights add up, the heaviest stays. All counts are whole numbers. The
 * rows come out in the order of their keys: engines give them in any, and nothing may depend on it.
 */
export function mergeTables(tables: readonly NamedTable[]): NamedTable {
  const names = tables[0]?.names ?? [];
  const keys = names.filter((name) => !sums.has(name) && !most.has(name));
  const highest = keys.map((name) => Math.max(0, ...tables.map((table) => highestOf(table.column(name)))));
  // A key as one whole number: the product of all ranges stays far below 2^53.
  const keysOf = (table: NamedTable) => {
    const given = keys.map((name) => table.column(name));
    return Float64Array.from({ length: table.length }, (_, i) =>
      given.reduce((key, column, c) => key * ((highest[c] as number) + 1) + (column[i] as number), 0),
    );
  };
  const keyed = tables.map(keysOf);
  const ordered = Float64Array.from(new Set(keyed.flatMap((one) => [...one]))).sort();
  const places = new Map([...ordered].map((key, at) => [key, at]));
  const columns = names.map((name) => {
    const whole = new Float64Array(ordered.length);
    tables.forEach((table, t) => {
      const from = table.column(name);
      keyed[t]?.forEach((key, i) => {
        const at = places.get(key) as number;
        const value = from[i] as number;
        if (sums.has(name)) whole[at] = (whole[at] as number) + value;
        else if (most.has(name)) whole[at] = Math.max(whole[at] as number, value);
        else whole[at] = value;
      });
    });
    return whole;
  });
  return tableOf(names, columns);
}

export function mergeCounts(all: readonly Counts[]): Counts {
  const merged: Partial<Record<CubeTable, NamedTable>> = {};
  for (const name of cubeTables) {
    const tables = all.flatMap((counts) => counts[name] ?? []);
    if (tables.length > 0) merged[name] = mergeTables(tables);
  }
  return merged;
}

const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;
type Bytes = keyof typeof kinds;
interface Heading {
  readonly table: CubeTable;
  readonly length: number;
  readonly columns: readonly { readonly name: string; readonly bytes: Bytes }[];
}

const narrowest = (column: ArrayLike<number>): Bytes => {
  const top = highestOf(column);
  return top < 2 ** 8 ? 1 : top < 2 ** 16 ? 2 : top < 2 ** 32 ? 4 : 8;
};
const padded = (n: number) => Math.ceil(n / 8) * 8;

export async function writeCounts(path: string, counts: Counts): Promise<void> {
  const headings: Heading[] = [];
  const parts: Uint8Array[] = [];
  for (const name of cubeTables) {
    const table = counts[name];
    if (table === undefined) continue;
    const columns = table.names.map((column) => {
      const values = table.column(column);
      const bytes = narrowest(values);
      const narrow = kinds[bytes].from(values);
      const part = new Uint8Array(padded(narrow.byteLength));
      part.set(new Uint8Array(narrow.buffer, narrow.byteOffset, narrow.byteLength));
      parts.push(part);
      return { name: column, bytes };
    });
    headings.push({ table: name, length: table.length, columns });
  }
  const line = `${JSON.stringify(headings)}\n`;
  await writeDurably(path, Buffer.concat([Buffer.from(line.padStart(padded(line.length))), ...parts]));
}

/** The tables that are asked for. Throws when the file isn't whole. */
export function readCounts(path: string, wanted: readonly CubeTable[]): Counts {
  const damaged = () => new CliError(`Cannot read counts "${path}": the file is damaged; ingest makes it anew`, 2);
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
  const counts: Partial<Record<CubeTable, NamedTable>> = {};
  let at = end;
  for (const { table, length, columns } of headings) {
    const found = columns.map(({ bytes }) => {
      const from = at;
      at += padded(bytes * length);
      if (at > file.length) throw damaged();
      if (!wanted.includes(table)) return [];
      const copy = new Uint8Array(file.subarray(from, from + bytes * length));
      return new kinds[bytes](copy.buffer);
    });
    if (wanted.includes(table))
      counts[table] = tableOf(
        columns.map(({ name }) => name),
        found,
      );
  }
  return counts;
}
