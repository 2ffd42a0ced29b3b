/**
 * Writes a table as a Parquet file. Doesn't use DuckDB, which takes longer to load than everything else that aggregate
 * does.
 */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { OutputTable } from './output-tables.ts';

const types = { integer: 'INT64', number: 'DOUBLE', string: 'STRING' } as const;

/** Returns the bytes of the Parquet file of a table. */
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
  // A release has some thousand rows, which fit into one page per column. Statistics would only help a reader to skip
  // pages.
  return new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED', statistics: false, pageSize: 0 }));
}
