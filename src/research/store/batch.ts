/**
 * Rows of codes in columns, until they are many enough for a part of the store. Cards and slips leave in two orders
 * drawn from their own ids, so that no place in one table leads to a place in the other (Bittau et al., PROCHLO).
 */
import { DuckDBDataChunk, UINTEGER, USMALLINT, UTINYINT } from '@duckdb/node-api';
import { cardColumns, columnBytes, slipColumns } from '../format/codebook.ts';
import type { Duck } from './open-duckdb.ts';

type Column = Uint8Array | Uint16Array | Uint32Array;
const kinds = {
  1: { type: UTINYINT, array: Uint8Array },
  2: { type: USMALLINT, array: Uint16Array },
  4: { type: UINTEGER, array: Uint32Array },
} as const;
const kindOf = (name: string) => kinds[columnBytes[name] ?? 1];

class Rows {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** Sixteen bits of the row's own id. */
  readonly order: Uint16Array;
  count = 0;

  constructor(names: readonly string[], capacity: number) {
    this.names = names;
    this.columns = names.map((name) => new (kindOf(name).array)(capacity));
    this.order = new Uint16Array(capacity);
  }

  add(values: readonly number[], randomGroup: number, clusterGroup: number, order: number): void {
    const at = this.count++;
    const n = values.length;
    for (let i = 0; i < n; i++) (this.columns[i] as Column)[at] = values[i] as number;
    (this.columns[n] as Column)[at] = randomGroup;
    (this.columns[n + 1] as Column)[at] = clusterGroup;
    this.order[at] = order;
  }

  /** Row numbers by `order`: a counting sort. */
  shuffled(): Uint32Array {
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

export class Batch {
  readonly cards: Rows;
  readonly slips: Rows;

  constructor(reports: number) {
    this.cards = new Rows(cardColumns, reports);
    this.slips = new Rows(slipColumns, reports + 8);
  }

  /** One more report, with its slips, might not fit. */
  isFull(reports: number): boolean {
    return this.cards.count >= reports || this.slips.count >= reports;
  }
}

const chunkRows = 2048;

/** SQL that makes a table of these columns. */
export const createTable = (table: string, names: readonly string[]): string =>
  `CREATE TABLE ${table} (${names.map((name) => `${name} ${kindOf(name).type} NOT NULL`).join(', ')})`;

/** Appends the rows, in their shuffled order, to a table of the same columns. Whole vectors: a cell at a time is 30 times slower. */
export async function appendRows(duck: Duck, table: string, rows: Rows): Promise<void> {
  const order = rows.shuffled();
  const types = rows.names.map((name) => kindOf(name).type);
  const appender = await duck.connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(types);
  for (let from = 0; from < order.length; from += chunkRows) {
    const size = Math.min(chunkRows, order.length - from);
    chunk.rowCount = size;
    for (let c = 0; c < rows.columns.length; c++) {
      const column = rows.columns[c] as Column;
      const vector = chunk.getColumnVector(c) as unknown as { readonly items: Column; flush(): void };
      for (let i = 0; i < size; i++) vector.items[i] = column[order[from + i] as number] as number;
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
