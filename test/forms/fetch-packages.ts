/**
 * Fetches packages whose published pages or builds the suite uses. These packages are no dependencies: some of them
 * depend on git addresses, the licences of others do not allow it, and the browser builds of the rest contain the many
 * packages that they depend on. `npm pack` fetches each package once, into node_modules/.cache.
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
  '@douyinfe/semi-ui@2.90.1',
  '@arco-design/web-react@2.66.16',
  'primevue@4.5.5',
  '@primeuix/themes@1.2.5',
  'amis@6.13.0',
] as const;

const cache = join(import.meta.dirname, '../../node_modules/.cache/fingertip-packs');

/** Returns the name that npm gives the file of a package: `@vxe-ui/core@4.4.21` → `vxe-ui-core-4.4.21`. */
const folderOf = (pack: string) => pack.replace(/^@/, '').replace(/[/@]/g, '-');

/** Returns a map from the paths under which the test office serves packages to folders. Throws npm's error. */
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
    // Files that the pages load from folders which are not in the packages.
    '/pack/admin-lte-3.2.0/plugins/jquery/': join(libraryFolder('jquery'), 'dist'),
    '/pack/admin-lte-3.2.0/plugins/jquery-validation/': join(libraryFolder('jquery-validation'), 'dist'),
    '/pack/stisla-2.3.0/node_modules/jquery/dist/': join(libraryFolder('jquery'), 'dist'),
    '/lib/kindeditor/kindeditor.js': join(libraryFolder('kindeditor'), 'kindeditor-all.js'),
  };
}
