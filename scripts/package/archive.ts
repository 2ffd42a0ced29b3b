/**
 * Writes zip files, and crx files around a zip. The bytes of a zip depend only on the names and contents of its files.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** File contents by path, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Reads all files below a folder. */
export function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Returns a zip of the files. They are sorted by name, and all have the same date and permissions. */
export function zip(files: Files): Uint8Array {
  const sorted: Zippable = {};
  // A zip stores local times. So the date must be built in local time; otherwise the time zone would change the bytes.
  for (const name of [...files.keys()].sort())
    sorted[name] = [
      files.get(name) as Uint8Array,
      { mtime: new Date(1980, 0, 1), level: 9, os: 3, attrs: 0o644 << 16 },
    ];
  return zipSync(sorted);
}

const varint = (n: number): Buffer =>
  n > 127 ? Buffer.concat([Buffer.from([(n & 127) | 128]), varint(n >>> 7)]) : Buffer.from([n]);
const field = (tag: number, bytes: Uint8Array) => Buffer.concat([varint((tag << 3) | 2), varint(bytes.length), bytes]);

/**
 * Returns a signed CRX3 file around a zip. `pem` is the private key. The format is described at
 * https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto
 */
export function crx3(zipped: Uint8Array, pem: string): Buffer {
  const key = createPrivateKey(pem);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const signed = field(1, createHash('sha256').update(spki).digest().subarray(0, 16));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signed.length);
  const signature = sign('sha256', Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signed, zipped]), key);
  const header = Buffer.concat([field(2, Buffer.concat([field(1, spki), field(2, signature)])), field(10000, signed)]);
  const prefix = Buffer.alloc(12);
  prefix.write('Cr24');
  prefix.writeUInt32LE(3, 4);
  prefix.writeUInt32LE(header.length, 8);
  return Buffer.concat([prefix, header, zipped]);
}

/** Returns the zip inside a crx. Bytes that are not a crx are returned unchanged. */
export function zipInside(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.subarray(0, 4).toString('latin1') === 'Cr24' ? view.subarray(12 + view.readUInt32LE(8)) : view;
}

/** Returns the id that a browser gives to an extension signed with this key: 32 letters from a to p. */
export function extensionId(pem: string): string {
  const spki = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });
  const head = createHash('sha256').update(spki).digest().subarray(0, 16);
  return [...head].map((b) => String.fromCharCode(97 + (b >> 4), 97 + (b & 15))).join('');
}
