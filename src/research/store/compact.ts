/**
 * Merges small segments. A segment of one report would show which slip belongs to which card. Rows of merged segments
 * are sorted by content, which removes their original order.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyToParquet } from './commit.ts';
import { type KeyWidth, keysToBytes } from './key-files.ts';
import { type Manifest, type Segment, writeDurably, writeManifest } from './manifest.ts';
import { type DuckDB, sqlString } from './open-duckdb.ts';
import { isCountDue } from './stored-counts.ts';

/** Segments with fewer reports are merged. */
const smallReports = 10_000;
/** If there are more files of keys than this, they are merged into one. */
const maxKeyFiles = 32;

async function mergeKeys(folder: string, files: readonly string[], width: KeyWidth, into: string): Promise<void> {
  const keys: number[][] = [];
  for (const file of files) {
    const bytes = await readFile(join(folder, file));
    for (let start = 0; start + 4 * width <= bytes.length; start += 4 * width)
      keys.push(Array.from({ length: width }, (_, i) => bytes.readUInt32LE(start + 4 * i)));
  }
  await writeDurably(join(folder, into), keysToBytes(keys));
}

/**
 * Returns the segments to merge: the small segments and, if these would still be small together, the smallest of the
 * others. Empty if there is nothing to merge.
 */
function segmentsToMerge(segments: readonly Segment[]): readonly Segment[] {
  const sorted = [...segments].sort((a, b) => a.reports - b.reports);
  const merging = sorted.filter((segment) => segment.reports < smallReports);
  const sum = merging.reduce((n, segment) => n + segment.reports, 0);
  const next = sorted[merging.length];
  if (merging.length > 0 && sum < smallReports && next !== undefined) merging.push(next);
  return merging.length > 1 ? merging : [];
}

/**
 * Merges segments and files of keys where needed and returns the new manifest. Call this function after `updateCounts`,
 * because it keeps the store's counts only if these counts cover all rows.
 */
export async function compact(duckdb: DuckDB, folder: string, manifest: Manifest): Promise<Manifest> {
  const merging = segmentsToMerge(manifest.parts);
  if (merging.length === 0) return manifest;
  const n = String(manifest.next).padStart(6, '0');
  const union = async (files: readonly string[], into: string) => {
    const paths = files.map((file) => sqlString(join(folder, file))).join(', ');
    await copyToParquet(duckdb, `SELECT * FROM read_parquet([${paths}]) ORDER BY ALL`, folder, into);
  };
  const cards = `parts/${n}-cards.parquet`;
  await union(
    merging.map((segment) => segment.cards),
    cards,
  );
  const slipFiles = merging.flatMap((segment) => segment.slips ?? []);
  const slips = `parts/${n}-slips.parquet`;
  if (slipFiles.length > 0) await union(slipFiles, slips);
  const reports = merging.reduce((sum, segment) => sum + segment.reports, 0);
  const merged: Segment = slipFiles.length > 0 ? { reports, cards, slips } : { reports, cards };
  const changed: { ids: readonly string[]; inputs: readonly string[] } = { ids: manifest.ids, inputs: manifest.inputs };
  for (const [kind, width] of [
    ['ids', 3],
    ['inputs', 2],
  ] as const)
    if (manifest[kind].length > maxKeyFiles) {
      const name = `${kind}/${n}.bin`;
      await mergeKeys(folder, manifest[kind], width, name);
      changed[kind] = [name];
    }
  const next: { -readonly [K in keyof Manifest]: Manifest[K] } = {
    ...manifest,
    ...changed,
    parts: [...manifest.parts.filter((segment) => !merging.includes(segment)), merged],
    next: manifest.next + 1,
  };
  // The stored counts stay valid, because the rows stay the same and only the names of the files change.
  if (manifest.cube !== null && !isCountDue(manifest))
    next.cube = { file: manifest.cube.file, parts: next.parts.map((segment) => segment.cards) };
  await writeManifest(folder, next);
  const kept = new Set([...next.ids, ...next.inputs]);
  const removed = [
    ...merging.flatMap((segment) => [segment.cards, segment.slips ?? []].flat()),
    ...[...manifest.ids, ...manifest.inputs].filter((file) => !kept.has(file)),
  ];
  for (const name of removed) await rm(join(folder, name), { force: true });
  return next;
}
