/** DuckDB in this process, in memory. It can't download or load extensions, and its settings are locked. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { columnTable, type Engine } from './engine.ts';

/** An open DuckDB. */
export interface DuckDB {
  readonly run: (sql: string) => Promise<void>;
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Opens a DuckDB without tables. `memory`: the limit, in DuckDB's notation. */
export async function openDuckDB(memory = '512MB'): Promise<DuckDB> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run('SET lock_configuration = true');
  return {
    connection,
    run: async (sql) => {
      await connection.run(sql);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Returns an engine over a DuckDB that holds the tables `cards` and `slips`. Closing it closes the DuckDB. */
export const engineOf = (duckdb: DuckDB): Engine => ({
  name: 'DuckDB',
  query: async (sql) => {
    const result = await duckdb.connection.run(sql);
    const names = result.columnNames();
    const columns: number[][] = names.map(() => []);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (let c = 0; c < names.length; c++)
        for (const value of chunk.getColumnValues(c)) (columns[c] as number[]).push(Number(value));
    }
    return columnTable(
      names,
      columns.map((column) => Float64Array.from(column)),
    );
  },
  close: async () => duckdb.close(),
});

/** Quotes a text, such as a path, as an SQL string. */
export const sqlString = (text: string): string => `'${text.replace(/'/g, "''")}'`;
