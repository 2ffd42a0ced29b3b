/** An engine over a store's Parquet files. */
import { join } from 'node:path';
import { cardColumns, slipColumns } from '../format/codebook.ts';
import { createTable } from './batch.ts';
import type { Engine } from './engine.ts';
import type { Manifest } from './manifest.ts';
import { engineOf, openDuckDB, sqlString } from './open-duckdb.ts';

/** Opens an engine that sees the rows of `manifest.parts` only. */
export async function openStoreEngine(folder: string, manifest: Manifest): Promise<Engine> {
  const duckdb = await openDuckDB('1GB');
  for (const [table, files, columns] of [
    ['cards', manifest.parts.map((segment) => segment.cards), cardColumns],
    ['slips', manifest.parts.flatMap((segment) => segment.slips ?? []), slipColumns],
  ] as const) {
    const paths = files.map((file) => sqlString(join(folder, file))).join(', ');
    await duckdb.run(
      files.length === 0
        ? createTable(table, columns)
        : `CREATE VIEW ${table} AS SELECT * FROM read_parquet([${paths}])`,
    );
  }
  return engineOf(duckdb);
}
