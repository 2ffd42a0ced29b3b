/**
 * Reads a store's counts. This file is separate from `update-counts.ts`, so that reading the counts doesn't load
 * DuckDB.
 */
import { join } from 'node:path';
import type { BlockColumn } from './count-cube.ts';
import { type Counts, cubeTablesFor, readCounts } from './counts-file.ts';
import type { Manifest } from './manifest.ts';

/** Whether the store has rows that are not counted yet. */
export const isCountDue = ({ cube, parts }: Pick<Manifest, 'cube' | 'parts'>): boolean =>
  parts.some((segment) => !(cube?.parts ?? []).includes(segment.cards));

/** Reads the store's counts. Returns null when they don't cover all rows; an engine must then count the rows. */
export function readStoredCounts(folder: string, manifest: Manifest, blocks: BlockColumn): Counts | null {
  if (manifest.cube === null || isCountDue(manifest)) return null;
  return readCounts(join(folder, manifest.cube.file), cubeTablesFor(blocks));
}
