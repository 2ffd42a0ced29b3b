/** A table as a Parquet file. Not by DuckDB: loading it takes longer than all else that aggregate does. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { OutputTable } from './output-tables.ts';

const types = { integer: 'INT64', number: 'DOUBLE', string: 'STRING' } as const;

export function parquetOf({ columns, rows }: OutputTable): Uint8Array {
  const columnData = columns.map(({ name, type }, c) => ({
    name,
    type: types[type],
    nullable: true,
    // Words repeat, numbers hardly do.
    ...(type === 'string' ? {} : { encoding: 'PLAIN' as const }),
    data: rows.map((row) => {
      const cell = row[c] ?? null;
      return cell === null || type !== 'integer' ? cell : BigInt(cell);
    }),
  }));
  // A release holds some thousand rows: one page a column, and nothing to skip pages by.
  return new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED', statistics: false, pageSize: 0 }));
}
