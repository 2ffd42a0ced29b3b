/** From what stands on the command line to a sorted list of files. Links are not followed, hidden files not looked at. */
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CliError } from '../cli/cli-error.ts';

export interface Input {
  readonly path: string;
  readonly bytes: number;
  /** Where it came from, for `--cluster-by folder`: the folder or archive that holds it. */
  readonly folder: string;
  /** Path, size and time of change: the same file twice is read once. */
  readonly mark: string;
  /** False for a link, a pipe, a device: named, and not read. */
  readonly isFile: boolean;
}

const inputOf = (path: string, found: Stats): Input => ({
  path,
  bytes: found.size,
  folder: /\.zip$/i.test(path) ? basename(path) : basename(dirname(path)),
  mark: `${path}\n${found.size}\n${found.mtimeMs}`,
  isFile: found.isFile(),
});

function walk(folder: string, into: Input[]): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, into);
    else into.push(inputOf(path, lstatSync(path)));
  }
}

/** `*` and `?` within a name, `**` over folders. */
export function globToPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (sign) => (sign.startsWith('**') ? '.*' : sign === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${source}$`);
}

function expand(given: string, into: Input[]): void {
  const path = resolve(given);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    walk(path, into);
    return;
  }
  if (found?.isFile()) {
    into.push(inputOf(path, found));
    return;
  }
  if (!/[*?]/.test(given)) throw new CliError(`Cannot read "${given}": it is not there`, 2);
  const fixed = path.split(sep);
  const root =
    fixed
      .slice(
        0,
        fixed.findIndex((part) => /[*?]/.test(part)),
      )
      .join(sep) || sep;
  const all: Input[] = [];
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CliError(`Cannot read "${given}": "${root}" is no folder`, 2);
  walk(root, all);
  const pattern = globToPattern(path.split(sep).join('/'));
  const matching = all.filter((input) => pattern.test(input.path.split(sep).join('/')));
  if (matching.length === 0) throw new CliError(`Cannot read "${given}": nothing matches`, 2);
  into.push(...matching);
}

/** Every file once, in the order of its path, so that a run that was killed finds the same order again. */
export function inputsOf(given: readonly string[]): readonly Input[] {
  const all: Input[] = [];
  for (const one of given) expand(one, all);
  const byPath = new Map(all.map((input) => [input.path, input]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
