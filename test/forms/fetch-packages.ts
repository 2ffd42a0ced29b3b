/**
 * Packages whose pages or builds the suite uses as they were published, but that can't be dependencies (git addresses
 * among their own, or a licence that a dependency would spread): fetched once by `npm pack`, kept under node_modules/.cache.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFolder } from '../office/libraries.ts';

export const packs = [
  'jquery-easyui@1.5.21',
  '@vxe-ui/core@4.4.21',
  'admin-lte@3.2.0',
  'gentelella@2.1.0',
  'stisla@2.3.0',
] as const;

const cache = join(import.meta.dirname, '../../node_modules/.cache/fingertip-packs');

/** `@vxe-ui/core@4.4.21` → `vxe-ui-core-4.4.21`, as npm names its files. */
const folderOf = (pack: string) => pack.replace(/^@/, '').replace(/[/@]/g, '-');

/** Addresses under which the office serves the packages → folders. Throws what npm says when a package can't be had. */
export function unpackAll(): Record<string, string> {
  mkdirSync(cache, { recursive: true });
  for (const pack of packs) {
    const folder = join(cache, folderOf(pack));
    if (existsSync(folder)) continue;
    execFileSync('npm', ['pack', pack, '--silent', '--pack-destination', cache], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const fresh = `${folder}.fresh`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    execFileSync('tar', ['xzf', `${folder}.tgz`, '-C', fresh, '--strip-components=1']);
    rmSync(`${folder}.tgz`);
    renameSync(fresh, folder);
  }
  const own = Object.fromEntries(packs.map((pack) => [`/pack/${folderOf(pack)}/`, join(cache, folderOf(pack))]));
  return {
    ...own,
    // What their pages load from folders that the packages leave out.
    '/pack/admin-lte-3.2.0/plugins/jquery/': join(libraryFolder('jquery'), 'dist'),
    '/pack/admin-lte-3.2.0/plugins/jquery-validation/': join(libraryFolder('jquery-validation'), 'dist'),
    '/pack/stisla-2.3.0/node_modules/jquery/dist/': join(libraryFolder('jquery'), 'dist'),
    '/lib/kindeditor/kindeditor.js': join(libraryFolder('kindeditor'), 'kindeditor-all.js'),
  };
}
