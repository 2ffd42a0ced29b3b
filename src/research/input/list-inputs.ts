/** Turns the folders, files and patterns on the command line into a sorted list of files. */
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CliError } from '../cli/cli-error.ts';

/** A file to read. */
export interface Input {
  readonly path: string;
  readonly bytes: number;
  /** For `--cluster-by folder`: the name of the folder that holds the file, or the name of the archive itself. */
  readonly folder: string;
  /** Path, size and time of change. An input with a known stamp is not read again. */
  readonly stamp: string;
  /** False for a link, a pipe or a device. These are rejected without being read. */
  readonly isFile: boolean;
}

const inputOf = (path: string, stats: Stats): Input => ({
  path,
  bytes: stats.size,
  folder: /\.zip$/i.test(path) ? basename(path) : basename(dirname(path)),
  stamp: `${path}\n${stats.size}\n${stats.mtimeMs}`,
  isFile: stats.isFile(),
});

/** Adds every file under a folder. Doesn't follow links and leaves out hidden files and folders. */
function walk(folder: string, into: Input[]): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, into);
    else into.push(inputOf(path, lstatSync(path)));
  }
}

/**
 * Converts a pattern to a regular expression. `*` and `?` match within a name, `**` matches across folders. Node's own
 * functions are not used, because `fs.glob` needs Node 22 and `path.matchesGlob` is experimental.
 */
function globToPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (wildcard) => (wildcard.startsWith('**') ? '.*' : wildcard === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${source}$`);
}

function expandGlob(glob: string): readonly Input[] {
  const path = resolve(glob);
  const parts = path.split(sep);
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const root = fixed.join(sep) || sep;
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CliError(`Cannot read "${glob}": "${root}" is not a folder`, 2);
  const all: Input[] = [];
  walk(root, all);
  const pattern = globToPattern(parts.join('/'));
  const matching = all.filter((input) => pattern.test(input.path.split(sep).join('/')));
  if (matching.length === 0) throw new CliError(`Cannot read "${glob}": no file matches`, 2);
  return matching;
}

function expand(given: string): readonly Input[] {
  const path = resolve(given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return [inputOf(path, stats)];
  if (stats?.isDirectory()) {
    const files: Input[] = [];
    walk(path, files);
    return files;
  }
  if (!/[*?]/.test(given)) throw new CliError(`Cannot read "${given}": no such file or folder`, 2);
  return expandGlob(given);
}

/**
 * Returns every file once, sorted by path, so that a run that is started again after a kill reads the files in the same
 * order. Throws a `CliError` for a path that doesn't exist and for a pattern without a match.
 */
export function listInputs(given: readonly string[]): readonly Input[] {
  const byPath = new Map(given.flatMap(expand).map((input) => [input.path, input]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
