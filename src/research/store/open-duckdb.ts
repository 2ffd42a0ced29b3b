/** DuckDB as we use it: nothing fetched, nothing loaded, its settings locked. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Engine, tableOf } from './engine.ts';

export interface Duck {
  readonly run: (sql: string) => Promise<void>;
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

export async function openDuck(memory = '512MB'): Promise<Duck> {
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

/** The tables `cards` and `slips` of a DuckDB, asked. */
export const engineOver = (duck: Duck): Engine => ({
  name: 'DuckDB',
  ask: async (sql) => {
    const result = await duck.connection.run(sql);
    const names = result.columnNames();
    const parts: number[][] = names.map(() => []);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (let c = 0; c < names.length; c++)
        for (const value of chunk.getColumnValues(c)) (parts[c] as number[]).push(Number(value));
    }
    return tableOf(
      names,
      parts.map((part) => Float64Array.from(part)),
    );
  },
  close: async () => duck.close(),
});

/** A path as SQL text. */
export const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
