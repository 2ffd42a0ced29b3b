/** Sizes of what is shipped and of what is kept. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, zip } from '../../scripts/package/archive.ts';

/** Together, each file by itself as a server or a package would have it. */
export const gzipBytes = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);

export const packageBytes = (folder: string): number => zip(filesOf(folder)).length;

/** Bytes of all files below a folder whose path matches. */
export function diskBytes(folder: string, path: RegExp): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.test(name))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
}
