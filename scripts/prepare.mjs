/**
 * What `npm start` and `npm test` need before any package is there: a new enough Node, and the packages.
 * Plain JavaScript of 2020, so that an old Node reads it and can say what is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = [20, 19];

/** One line that says why this Node won't do, or null. */
export function nodeTrouble(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return `Cannot run on Node ${version}: Node ${oldest.join('.')} or newer is needed (https://nodejs.org)`;
}

/** Whether node_modules holds what package-lock.json asks for. Optional packages of other systems may be absent. */
export function packagesAreFresh(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const want = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.keys(want).every((path) => {
    if (path === '') return true;
    if (have[path] === undefined) return want[path].optional === true;
    return have[path].version === want[path].version;
  });
}

function installPackages() {
  console.log('▸ Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], options)
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { ...options, shell: true });
  if (result.status !== 0) {
    console.error('Cannot install the packages: npm ci failed, see above; is the npm registry within reach?');
    process.exit(1);
  }
}

/** Checks Node, installs packages where they are missing or stale, then runs a TypeScript script and exits with its code. */
export function run(script) {
  const trouble = nodeTrouble(process.versions.node);
  if (trouble !== null) {
    console.error(trouble);
    process.exit(1);
  }
  if (!packagesAreFresh(root)) installPackages();
  const child = spawnSync(process.execPath, ['--import', 'tsx', join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(child.status === null ? 1 : child.status);
}
