/** The store's Parquet files asked by DuckDB, inside this process. */
import { join } from 'node:path';
import { cardColumns, slipColumns } from '../format/codebook.ts';
import { createTable } from './batch.ts';
import type { Engine } from './engine.ts';
import type { Manifest } from './manifest.ts';
import { engineOver, openDuck, quoted } from './open-duckdb.ts';

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
  return engineOver(duck);
}
