/**
 * `npm run package`: builds, then packs both builds into artifacts/ with SHA256SUMS. The zip and the xpi are
 * byte-identical for the same commit: names sorted, no times, one compression. The crx is signed with the key in
 * `FINGERTIP_KEY` (a PEM file); without one there is no crx.
 */
import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const out = join(root, 'artifacts');

/** A folder as a zip whose bytes depend on nothing but names and contents. */
export function zipFolder(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const files: Zippable = {};
  // DOS time is local time: 1980-01-01 must be made in local time, or the zone leaks into the bytes.
  for (const name of names)
    files[name] = [
      readFileSync(join(folder, name)),
      { mtime: new Date(1980, 0, 1), level: 9, os: 3, attrs: 0o644 << 16 },
    ];
  return zipSync(files);
}

const varint = (n: number): Buffer =>
  n > 127 ? Buffer.concat([Buffer.from([(n & 127) | 128]), varint(n >>> 7)]) : Buffer.from([n]);
const field = (no: number, bytes: Uint8Array) => Buffer.concat([varint((no << 3) | 2), varint(bytes.length), bytes]);

/** CRX3: https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto */
export function crx3(zip: Uint8Array, pem: string): Buffer {
  const key = createPrivateKey(pem);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const signed = field(1, createHash('sha256').update(spki).digest().subarray(0, 16));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signed.length);
  const signature = sign('sha256', Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signed, zip]), key);
  const header = Buffer.concat([field(2, Buffer.concat([field(1, spki), field(2, signature)])), field(10000, signed)]);
  const start = Buffer.alloc(12);
  start.write('Cr24');
  start.writeUInt32LE(3, 4);
  start.writeUInt32LE(header.length, 8);
  return Buffer.concat([start, header, zip]);
}

function main(): void {
  for (const mode of ['chrome', 'firefox']) {
    const args = ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn'];
    const built = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (built.status !== 0)
      throw new Error(`Cannot package: the build for ${mode} failed\n${built.stdout}${built.stderr}`);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const chrome = zipFolder(join(root, 'dist/chrome'));
  const files = new Map<string, Uint8Array>([
    [`fingertip-ledger-${version}-chrome.zip`, chrome],
    [`fingertip-ledger-${version}-firefox.xpi`, zipFolder(join(root, 'dist/firefox'))],
  ]);
  const key = process.env.FINGERTIP_KEY;
  if (key) files.set(`fingertip-ledger-${version}.crx`, crx3(chrome, readFileSync(key, 'utf8')));
  const sums: string[] = [];
  for (const [name, bytes] of files) {
    writeFileSync(join(out, name), bytes);
    const sum = createHash('sha256').update(bytes).digest('hex');
    sums.push(`${sum}  ${name}`);
    console.log(`${sum.slice(0, 16)}  ${String(bytes.length).padStart(8)}  artifacts/${name}`);
  }
  writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  if (!key) console.log('No crx: name a PEM key in FINGERTIP_KEY to have one signed');
}

if (process.argv[1]?.endsWith('package.ts'))
  try {
    main();
  } catch (trouble) {
    console.error((trouble as Error).message);
    process.exitCode = 1;
  }
