/** A table as a Parquet file. Not with DuckDB, which takes longer to load than everything else that aggregate does. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { OutputTable } from './output-tables.ts';

const types = { integer: 'INT64', number: 'DOUBLE', string: 'STRING' } as const;

export function toParquet({ columns, rows }: OutputTable): Uint8Array {
  const columnData = columns.map(({ name, type }, c) => ({
    name,
    type: types[type],
    nullable: true,
    // Texts repeat, so the default dictionary encoding suits them; numbers hardly repeat.
    ...(type === 'string' ? {} : { encoding: 'PLAIN' as const }),
    data: rows.map((row) => {
      const cell = row[c] ?? null;
      return cell === null || type !== 'integer' ? cell : BigInt(cell);
    }),
  }));
  // A release has some thousand rows: one page per column, so that statistics to skip pages are of no use.
  return new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED', statistics: false, pageSize: 0 }));
}
