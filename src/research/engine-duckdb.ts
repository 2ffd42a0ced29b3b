/** The store's Parquet files asked by DuckDB, inside this process. */
import { join } from 'node:path';
import { createTable } from './batch.ts';
import { cardColumns, slipColumns } from './codebook.ts';
import { openDuck, quoted } from './duck.ts';
import { type Engine, tableOf } from './engine.ts';
import type { Manifest } from './store.ts';

export async function duckEngine(folder: string, manifest: Manifest): Promise<Engine> {
  const duck = await openDuck('1GB');
  for (const [table, files, columns] of [
    ['cards', manifest.parts.map((part) => part.cards), cardColumns],
    ['slips', manifest.parts.flatMap((part) => part.slips ?? []), slipColumns],
  ] as const)
    await duck.run(
      files.length === 0
        ? createTable(table, columns)
        : `CREATE VIEW ${table} AS SELECT * FROM read_parquet([${files.map((file) => quoted(join(folder, file))).join(', ')}])`,
    );
  return {
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
  };
}
