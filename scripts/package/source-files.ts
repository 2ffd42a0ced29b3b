/**
 * Lists the files of the source archive. In a repository these are the files that git tracks. In an unpacked source
 * archive they are all files outside generated folders.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import type { Files } from './archive.ts';

const generated = new Set(['node_modules', 'dist', 'out', 'artifacts', '.tsc', 'coverage', '.git', '.stryker-tmp']);

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (folder === '' && generated.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Returns the contents of all source files that exist, by path. */
export function sourceFiles(): Files {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const names = listed.status === 0 ? listed.stdout.split('\0').filter(Boolean) : walk('');
  const present = names.filter((name) => existsSync(join(root, name)));
  return new Map(present.map((name) => [name, readFileSync(join(root, name))]));
}

/**
 * Returns the short hash of the current commit, with a note if files have changed since that commit. Returns null
 * outside a repository.
 */
export function commitName(): string | null {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', '--short=12', 'HEAD');
  if (head.status !== 0) return null;
  return head.stdout.trim() + (git('status', '--porcelain').stdout.trim() === '' ? '' : ', with changes');
}
