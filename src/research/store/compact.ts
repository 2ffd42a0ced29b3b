/**
 * Merges parts too small to hide in: a part of one report would say which slip goes with which card. Rows of merged
 * parts are sorted by content, which forgets where they came from.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTable } from './commit.ts';
import { keysToBytes } from './key-files.ts';
import { type Manifest, type Part, writeDurably, writeManifest } from './manifest.ts';
import { type Duck, quoted } from './open-duckdb.ts';
import { isCubeDue } from './stored-counts.ts';

const small = 10_000;

async function mergeKeys(folder: string, names: readonly string[], width: number, into: string): Promise<void> {
  const keys: number[][] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    for (let at = 0; at + 4 * width <= bytes.length; at += 4 * width)
      keys.push(Array.from({ length: width }, (_, i) => bytes.readUInt32LE(at + 4 * i)));
  }
  await writeDurably(join(folder, into), keysToBytes(keys));
}

/** Which parts to merge: the small ones, with the smallest large one when they alone would still be small. */
export function partsToMerge(parts: readonly Part[]): readonly Part[] {
  const sorted = [...parts].sort((a, b) => a.reports - b.reports);
  const merging = sorted.filter((part) => part.reports < small);
  const sum = merging.reduce((n, part) => n + part.reports, 0);
  const next = sorted[merging.length];
  if (merging.length > 0 && sum < small && next !== undefined) merging.push(next);
  return merging.length > 1 ? merging : [];
}

export async function compact(duck: Duck, folder: string, manifest: Manifest): Promise<Manifest> {
  const merging = partsToMerge(manifest.parts);
  if (merging.length === 0) return manifest;
  const n = String(manifest.next).padStart(6, '0');
  const union = async (names: readonly string[], into: string) => {
    const list = names.map((name) => quoted(join(folder, name))).join(', ');
    await copyTable(duck, `SELECT * FROM read_parquet([${list}]) ORDER BY ALL`, folder, into);
  };
  const cards = `parts/${n}-cards.parquet`;
  await union(
    merging.map((part) => part.cards),
    cards,
  );
  const withSlips = merging.flatMap((part) => part.slips ?? []);
  const slips = `parts/${n}-slips.parquet`;
  if (withSlips.length > 0) await union(withSlips, slips);
  const reports = merging.reduce((sum, part) => sum + part.reports, 0);
  const part: Part = withSlips.length > 0 ? { reports, cards, slips } : { reports, cards };
  const changed: { ids: readonly string[]; inputs: readonly string[] } = { ids: manifest.ids, inputs: manifest.inputs };
  // Many little files of keys become one now and then.
  for (const [kind, width] of [
    ['ids', 3],
    ['inputs', 2],
  ] as const)
    if (manifest[kind].length > 32) {
      const name = `${kind}/${n}.bin`;
      await mergeKeys(folder, manifest[kind], width, name);
      changed[kind] = [name];
    }
  const next: { -readonly [K in keyof Manifest]: Manifest[K] } = {
    ...manifest,
    ...changed,
    parts: [...manifest.parts.filter((p) => !merging.includes(p)), part],
    next: manifest.next + 1,
  };
  // Counts are brought up to date before parts are merged, so they are of the same rows still.
  if (manifest.cube !== null && !isCubeDue(manifest))
    next.cube = { file: manifest.cube.file, parts: next.parts.map(({ cards }) => cards) };
  await writeManifest(folder, next);
  const kept = new Set([...next.ids, ...next.inputs]);
  const gone = [
    ...merging.flatMap((p) => [p.cards, p.slips ?? []].flat()),
    ...[...manifest.ids, ...manifest.inputs].filter((f) => !kept.has(f)),
  ];
  for (const name of gone) await rm(join(folder, name), { force: true });
  return next;
}
