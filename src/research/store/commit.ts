/**
 * Writes a checkpoint of the store: first the files of a batch and then, when these files are on the disk, the manifest
 * that names them.
 */
import { join } from 'node:path';
import { cardColumns, slipColumns } from '../format/codebook.ts';
import { csvLine } from '../format/csv-line.ts';
import type { Rejection } from '../input/input-item.ts';
import { appendRows, type Batch, createTable } from './batch.ts';
import { keysToBytes } from './key-files.ts';
import {
  addCounts,
  type Flood,
  type Manifest,
  type StoreCounts,
  sync,
  writeDurably,
  writeManifest,
} from './manifest.ts';
import { type DuckDB, sqlString } from './open-duckdb.ts';

/** What a checkpoint adds to the store. */
export interface StoreUpdate {
  readonly batch: Batch;
  /** Keys as 32-bit words (key-files.ts). */
  readonly ids: readonly (readonly number[])[];
  readonly inputs: readonly (readonly number[])[];
  readonly tickets: readonly (readonly number[])[];
  readonly rejected: readonly Rejection[];
  readonly floods: readonly Flood[];
  /** All recruitment batches, the new ones at the end. */
  readonly clusters: readonly string[];
  readonly counts: StoreCounts;
  readonly unfinished: Manifest['unfinished'];
}

const numbered = (folder: string, n: number, end: string) => `${folder}/${String(n).padStart(6, '0')}${end}`;

/** Writes the rows of a query to a Parquet file of the store, durably. */
export async function copyToParquet(duckdb: DuckDB, sql: string, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await duckdb.run(`COPY (${sql}) TO ${sqlString(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await sync(path);
}

/**
 * Writes a checkpoint and returns the new manifest. If the process is killed before the end, the store stays as it was.
 */
export async function commit(
  duckdb: DuckDB,
  folder: string,
  manifest: Manifest,
  update: StoreUpdate,
): Promise<Manifest> {
  const n = manifest.next;
  const added: { -readonly [K in keyof Manifest]?: Manifest[K] } = {};
  const { cards, slips } = update.batch;
  if (cards.count > 0) {
    const segment = { reports: cards.count, cards: numbered('parts', n, '-cards.parquet') };
    const slipsName = numbered('parts', n, '-slips.parquet');
    for (const [table, names, rows] of [
      ['new_cards', cardColumns, cards],
      ['new_slips', slipColumns, slips],
    ] as const) {
      await duckdb.run(createTable(table, names));
      await appendRows(duckdb, table, rows);
    }
    await copyToParquet(duckdb, 'SELECT * FROM new_cards', folder, segment.cards);
    if (slips.count > 0) await copyToParquet(duckdb, 'SELECT * FROM new_slips', folder, slipsName);
    await duckdb.run('DROP TABLE new_cards');
    await duckdb.run('DROP TABLE new_slips');
    added.parts = [...manifest.parts, slips.count > 0 ? { ...segment, slips: slipsName } : segment];
  }
  for (const [kind, keys] of [
    ['ids', update.ids],
    ['inputs', update.inputs],
    ['tickets', update.tickets],
  ] as const) {
    if (keys.length === 0) continue;
    const name = numbered(kind, n, '.bin');
    await writeDurably(join(folder, name), keysToBytes(keys));
    added[kind] = [...manifest[kind], name];
  }
  if (update.rejected.length > 0) {
    const name = numbered('rejected', n, '.csv');
    const lines = update.rejected.map((r) => csvLine([r.file, r.place, r.reason]));
    await writeDurably(join(folder, name), lines.join(''));
    added.rejected = [...manifest.rejected, name];
  }
  const next: Manifest = {
    ...manifest,
    ...added,
    clusters: update.clusters,
    includesPartial: manifest.includesPartial || update.counts.partial > 0,
    counts: addCounts(manifest.counts, update.counts),
    floods: [...manifest.floods, ...update.floods],
    unfinished: update.unfinished,
    next: n + 1,
  };
  await writeManifest(folder, next);
  return next;
}
