/**
 * The component libraries that the office serves under /lib/PACKAGE/PATH: the packages of the workspace test/libraries.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const manifest = join(import.meta.dirname, '../libraries/package.json');

/** The names of all packages in the workspace. */
export const libraries: readonly string[] = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).devDependencies);

/**
 * Returns the folder in which npm installed a package: in the workspace itself, or in the root when npm moved the
 * package there. Looks up the folder as Node does, but without the `exports` of the package, which may hide its files.
 * Throws `Cannot find the package "NAME"` when it is not installed.
 */
export function libraryFolder(name: string): string {
  const folders = createRequire(manifest).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`Cannot find the package "${name}": run "npm ci" first`);
  return found;
}
