/**
 * `npm run package`: builds the extension and writes its files to artifacts/. These are a zip for people and offices, a
 * zip for the Chromium stores, an xpi, a crx, a source zip and an SBOM, with their checksums in SHA256SUMS. The zips
 * and the xpi have the same bytes for the same commit, in any folder and time zone and on any version of Node. The crx
 * is signed with the key in `FINGERTIP_KEY` (a PEM file). Without that key, a temporary key signs the crx, and the name
 * of the file contains "ephemeral-key".
 */
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { CliError } from '../requirements.ts';
import { crx3, extensionId, zip } from './archive.ts';
import { archiveNames, build, productName, withoutKey } from './assemble.ts';
import { commitName, sourceFiles } from './source-files.ts';

const out = join(root, 'artifacts');

function readSigningKey(): { pem: string; ephemeral: boolean } {
  const file = process.env.FINGERTIP_KEY;
  if (!file) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, ephemeral: true };
  }
  try {
    const pem = readFileSync(file, 'utf8');
    extensionId(pem);
    return { pem, ephemeral: false };
  } catch (error) {
    throw new CliError(`Cannot sign with FINGERTIP_KEY "${file}": ${(error as Error).message}`);
  }
}

/**
 * Returns the list of the packages that the extension and the research command contain, as CycloneDX 1.6 JSON. The list
 * has no time and no serial number.
 */
function createSbom(): Uint8Array {
  const args = [
    '--omit',
    'dev',
    '--no-workspaces',
    '--output-reproducible',
    '--output-format',
    'JSON',
    '--spec-version',
    '1.6',
  ];
  const cli = 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js';
  const result = spawnSync(process.execPath, [cli, ...args, '--package-lock-only', '--output-file', '-'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new CliError(`Cannot write the SBOM: ${result.stderr.trim().split('\n').at(-1)}`);
  return Buffer.from(result.stdout);
}

function main(): void {
  const { pem, ephemeral } = readSigningKey();
  const chrome = build('chrome');
  const store = zip(withoutKey(chrome));
  const files = new Map<string, Uint8Array>([
    [archiveNames.chrome, zip(chrome)],
    [archiveNames.store, store],
    [archiveNames.firefox, zip(build('firefox'))],
    [`${productName}${ephemeral ? '-ephemeral-key' : ''}.crx`, crx3(store, pem)],
    [`${productName}-source.zip`, zip(sourceFiles())],
    [`${productName}-sbom.cdx.json`, createSbom()],
  ]);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const sums: string[] = [];
  for (const [name, bytes] of files) {
    writeFileSync(join(out, name), bytes);
    const sum = createHash('sha256').update(bytes).digest('hex');
    sums.push(`${sum}  ${name}`);
    console.log(`${sum.slice(0, 16)}  ${String(bytes.length).padStart(9)}  artifacts/${name}`);
  }
  writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  console.log(`Packed ${commitName() ?? 'a source folder outside a repository'}; sums are in artifacts/SHA256SUMS`);
  console.log(
    ephemeral
      ? `The crx is signed with a temporary key (${extensionId(pem)}); set FINGERTIP_KEY to a PEM file for a crx that can be updated`
      : `The crx is signed with your key: ${extensionId(pem)}`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
