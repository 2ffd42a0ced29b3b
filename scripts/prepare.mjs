/**
 * The first checks of `npm start` and `npm test`: the version of Node, then the installed packages. This file imports
 * no package and uses only JavaScript of 2020, so that an old Node can parse it and print what is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = [20, 19];

/** Returns an error message when this version of Node is too old, otherwise null. */
export function nodeError(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return null;
  return `Cannot run on Node ${version}: Node ${oldestNode.join('.')} or newer is needed (https://nodejs.org)`;
}

/**
 * Whether node_modules holds the versions that package-lock.json names. Optional packages may be absent, because some
 * are built for other systems.
 */
export function packagesAreFresh(folder) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    if (installed[path] === undefined) return wanted[path].optional === true;
    return installed[path].version === wanted[path].version;
  });
}

function exitWith(message) {
  console.error(message);
  process.exit(1);
}

function installPackages() {
  console.log('▸ Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], options)
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { ...options, shell: true });
  if (result.status !== 0)
    exitWith('Cannot install the packages: "npm ci" failed, see above; check that the npm registry can be reached');
}

/**
 * Checks Node, installs packages that are missing or out of date, then runs a TypeScript file and exits with its code.
 */
export function runScript(script) {
  const error = nodeError(process.versions.node);
  if (error !== null) exitWith(error);
  if (!packagesAreFresh(root)) installPackages();
  const child = spawnSync(process.execPath, ['--import', 'tsx', join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(child.status === null ? 1 : child.status);
}
