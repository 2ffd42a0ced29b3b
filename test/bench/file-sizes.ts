/** Measures the sizes of the built files, of the package and of files on disk, in bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, zip } from '../../scripts/package/archive.ts';

/** Returns the sum of the sizes of files, each compressed by itself. */
export const gzipBytes = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);

/** Returns the size of the zip package made from a folder. */
export const packageBytes = (folder: string): number => zip(filesOf(folder)).length;

/** Returns the total size of the files below a folder whose path matches. */
export function diskBytes(folder: string, path: RegExp): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.test(name))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
}
