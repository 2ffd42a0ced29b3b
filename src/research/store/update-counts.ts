/** Keeps the store's counts up to date with its rows. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import {
  type Counts,
  type CubeTableName,
  cubeTableNames,
  mergeCounts,
  queryCounts,
  readCounts,
  writeCounts,
} from './counts-file.ts';
import { openStoreEngine } from './duckdb-engine.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { isCountDue } from './stored-counts.ts';

/** Reads the counts of a file. Returns null when the file is damaged; all rows are then counted again. */
function readOldCounts(path: string, names: readonly CubeTableName[]): Counts | null {
  try {
    return readCounts(path, names);
  } catch (error) {
    if (error instanceof CliError) return null;
    throw error;
  }
}

/** Counts the rows that are not counted yet and adds them to the counts. Returns the new manifest. */
export async function updateCounts(folder: string, manifest: Manifest): Promise<Manifest> {
  const names = cubeTableNames.filter((name) => manifest.clusters.length > 0 || !name.endsWith('_cluster'));
  const old = manifest.cube === null ? {} : readOldCounts(join(folder, manifest.cube.file), names);
  if (old !== null && !isCountDue(manifest)) return manifest;
  // With the first recruitment batch, two tables are added. They count all rows, including earlier rows that belong to no
  // batch.
  const isIncremental = old !== null && names.every((name) => old[name] !== undefined);
  const counted = isIncremental ? (manifest.cube?.parts ?? []) : [];
  const due = manifest.parts.filter((segment) => !counted.includes(segment.cards));
  const engine = await openStoreEngine(folder, { ...manifest, parts: due });
  let counts: Counts;
  try {
    counts = await queryCounts(engine, names);
  } finally {
    await engine.close();
  }
  const file = `cube/${String(manifest.next).padStart(6, '0')}.bin`;
  await writeCounts(join(folder, file), mergeCounts(isIncremental ? [old, counts] : [counts]));
  const cube = { file, parts: manifest.parts.map((segment) => segment.cards) };
  const next: Manifest = { ...manifest, cube, next: manifest.next + 1 };
  await writeManifest(folder, next);
  if (manifest.cube !== null) await rm(join(folder, manifest.cube.file), { force: true });
  return next;
}
