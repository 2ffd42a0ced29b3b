/**
 * Encoded rows in memory, column by column, until there are enough for a segment of the store. Cards and slips are
 * written in two orders, each drawn from the row's own id, so that the position of a card doesn't reveal which slip
 * belongs to it (Bittau et al. 2017, PROCHLO).
 */
import { DuckDBDataChunk, UINTEGER, USMALLINT, UTINYINT } from '@duckdb/node-api';
import { cardColumns, columnBytes, slipColumns } from '../format/codebook.ts';
import type { DuckDB } from './open-duckdb.ts';

type Column = Uint8Array | Uint16Array | Uint32Array;
const columnTypes = {
  1: { type: UTINYINT, array: Uint8Array },
  2: { type: USMALLINT, array: Uint16Array },
  4: { type: UINTEGER, array: Uint32Array },
} as const;
const typeOf = (name: string) => columnTypes[columnBytes[name] ?? 1];

class RowBuffer {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** 16 bits of each row's own id: the sort key when rows are written. */
  readonly order: Uint16Array;
  count = 0;

  constructor(names: readonly string[], capacity: number) {
    this.names = names;
    this.columns = names.map((name) => new (typeOf(name).array)(capacity));
    this.order = new Uint16Array(capacity);
  }

  /** `values`: all columns but the two block columns, which come last. */
  add(values: readonly number[], randomGroup: number, clusterGroup: number, order: number): void {
    const row = this.count++;
    const n = values.length;
    for (let i = 0; i < n; i++) (this.columns[i] as Column)[row] = values[i] as number;
    (this.columns[n] as Column)[row] = randomGroup;
    (this.columns[n + 1] as Column)[row] = clusterGroup;
    this.order[row] = order;
  }

  /** Returns the row numbers in the order of `order`, by counting sort. */
  sortedRows(): Uint32Array {
    const starts = new Uint32Array(65_537);
    for (let i = 0; i < this.count; i++) (starts[(this.order[i] as number) + 1] as number)++;
    for (let i = 0; i < 65_536; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    const rows = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const key = this.order[i] as number;
      rows[starts[key] as number] = i;
      starts[key] = (starts[key] as number) + 1;
    }
    return rows;
  }
}

/** The rows of one checkpoint. */
export class Batch {
  readonly cards: RowBuffer;
  readonly slips: RowBuffer;

  /** `reports`: capacity of the batch. */
  constructor(reports: number) {
    this.cards = new RowBuffer(cardColumns, reports);
    this.slips = new RowBuffer(slipColumns, reports + 8);
  }

  /** Whether one more report with its slips might not fit. */
  isFull(reports: number): boolean {
    return this.cards.count >= reports || this.slips.count >= reports;
  }
}

/** Number of rows of a DuckDB vector. */
const chunkRows = 2048;

/** Returns the SQL that creates a table with these columns. */
export const createTable = (table: string, names: readonly string[]): string =>
  `CREATE TABLE ${table} (${names.map((name) => `${name} ${typeOf(name).type} NOT NULL`).join(', ')})`;

/**
 * Appends the rows, sorted by `order`, to a table of the same columns. Writes whole vectors, because single cells take
 * 30 times as long.
 */
export async function appendRows(duckdb: DuckDB, table: string, rows: RowBuffer): Promise<void> {
  const order = rows.sortedRows();
  const types = rows.names.map((name) => typeOf(name).type);
  const appender = await duckdb.connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(types);
  for (let start = 0; start < order.length; start += chunkRows) {
    const size = Math.min(chunkRows, order.length - start);
    chunk.rowCount = size;
    for (let c = 0; c < rows.columns.length; c++) {
      const column = rows.columns[c] as Column;
      const vector = chunk.getColumnVector(c) as unknown as { readonly items: Column; flush(): void };
      for (let i = 0; i < size; i++) vector.items[i] = column[order[start + i] as number] as number;
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
