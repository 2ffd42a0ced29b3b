/** DuckDB as we use it: nothing fetched, nothing loaded, its settings locked. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

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

/** A path as SQL text. */
export const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
