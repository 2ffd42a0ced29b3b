/** Keeps the store's counts up to date. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import {
  askCounts,
  type Counts,
  type CubeTable,
  cubeTables,
  mergeCounts,
  readCounts,
  writeCounts,
} from './counts-file.ts';
import { duckEngine } from './duckdb-engine.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { isCubeDue } from './stored-counts.ts';

/** Null when the file is damaged: the rows are there, and are counted anew. */
function oldCounts(path: string, names: readonly CubeTable[]): Counts | null {
  try {
    return readCounts(path, names);
  } catch (trouble) {
    if (trouble instanceof CliError) return null;
    throw trouble;
  }
}

/** Counts the rows that came since, and adds them to those before. */
export async function updateCube(folder: string, manifest: Manifest): Promise<Manifest> {
  const names = cubeTables.filter((name) => manifest.clusters.length > 0 || !name.endsWith('_cluster'));
  const old = manifest.cube === null ? {} : oldCounts(join(folder, manifest.cube.file), names);
  if (old !== null && !isCubeDue(manifest)) return manifest;
  // Batches were named only now: rows before belong to none, but must be counted by them too.
  const goesOn = old !== null && names.every((name) => old[name] !== undefined);
  const counted = goesOn ? (manifest.cube?.parts ?? []) : [];
  const due = manifest.parts.filter((part) => !counted.includes(part.cards));
  const engine = await duckEngine(folder, { ...manifest, parts: due });
  let counts: Counts;
  try {
    counts = await askCounts(engine, names);
  } finally {
    await engine.close();
  }
  const file = `cube/${String(manifest.next).padStart(6, '0')}.bin`;
  await writeCounts(join(folder, file), mergeCounts(goesOn ? [old, counts] : [counts]));
  const cube = { file, parts: manifest.parts.map((part) => part.cards) };
  const next: Manifest = { ...manifest, cube, next: manifest.next + 1 };
  await writeManifest(folder, next);
  if (manifest.cube !== null) await rm(join(folder, manifest.cube.file), { force: true });
  return next;
}
