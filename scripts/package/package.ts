/**
 * `npm run package`: builds, then packs into artifacts/ with SHA256SUMS: zip for people and offices, zip for the
 * Chromium stores, xpi, crx, source zip and an SBOM. The zips and the xpi are byte-identical for the same commit,
 * whatever the folder, the time zone and the Node. The crx is signed with the key in `FINGERTIP_KEY` (a PEM file);
 * without one with a key that is thrown away, and the file's name says so.
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

function signingKey(): { pem: string; ephemeral: boolean } {
  const file = process.env.FINGERTIP_KEY;
  if (!file) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, ephemeral: true };
  }
  try {
    const pem = readFileSync(file, 'utf8');
    extensionId(pem);
    return { pem, ephemeral: false };
  } catch (trouble) {
    throw new CliError(`Cannot sign with FINGERTIP_KEY "${file}": ${(trouble as Error).message}`);
  }
}

/** What is inside, by package, as CycloneDX 1.6 JSON; reproducible: no time, no serial number. */
function bill(): Uint8Array {
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
  const told = spawnSync(process.execPath, [cli, ...args, '--package-lock-only', '--output-file', '-'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (told.status !== 0) throw new CliError(`Cannot write the SBOM: ${told.stderr.trim().split('\n').at(-1)}`);
  return Buffer.from(told.stdout);
}

function main(): void {
  const { pem, ephemeral } = signingKey();
  const chrome = build('chrome');
  const store = zip(withoutKey(chrome));
  const files = new Map<string, Uint8Array>([
    [archiveNames.chrome, zip(chrome)],
    [archiveNames.store, store],
    [archiveNames.firefox, zip(build('firefox'))],
    [`${productName}${ephemeral ? '-ephemeral-key' : ''}.crx`, crx3(store, pem)],
    [`${productName}-source.zip`, zip(sourceFiles())],
    [`${productName}-sbom.cdx.json`, bill()],
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
  console.log(`Packed ${commitName() ?? 'a source folder without a repository'}; sums are in artifacts/SHA256SUMS`);
  console.log(
    ephemeral
      ? `The crx bears a key that no longer exists (${extensionId(pem)}): name a PEM file in FINGERTIP_KEY for one that can be updated`
      : `The crx bears your key: ${extensionId(pem)}`,
  );
}

try {
  main();
} catch (trouble) {
  if (!(trouble instanceof CliError)) throw trouble;
  console.error(trouble.message);
  process.exitCode = 1;
}
