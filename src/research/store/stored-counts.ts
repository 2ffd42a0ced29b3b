/** Reads the store's counts back. Apart from what keeps them up to date, so that reading loads no database. */
import { join } from 'node:path';
import type { Blocks } from './count-cube.ts';
import { type Counts, readCounts, tablesFor } from './counts-file.ts';
import type { Manifest } from './manifest.ts';

/** Whether the store has rows that its counts don't hold. */
export const isCubeDue = ({ cube, parts }: Pick<Manifest, 'cube' | 'parts'>): boolean =>
  parts.some((part) => !(cube?.parts ?? []).includes(part.cards));

/** The store's counts, or null when they don't hold all its rows: ask an engine for them then. */
export function storedCounts(folder: string, manifest: Manifest, blocks: Blocks): Counts | null {
  if (manifest.cube === null || isCubeDue(manifest)) return null;
  return readCounts(join(folder, manifest.cube.file), tablesFor(blocks));
}
