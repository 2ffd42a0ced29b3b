/**
 * `npm run verify -- FILE…`: builds this source again and compares: is FILE (zip, xpi or crx) what this source makes,
 * byte for byte? A crx is compared by the zip inside it; who signed it is said beside. Exit 0 when every file is.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { CliError } from '../requirements.ts';
import { zipInside } from './archive.ts';
import { type ArchiveKind, assemble } from './assemble.ts';
import { differences } from './compare-archives.ts';
import { commitName } from './source-files.ts';

interface Manifest {
  readonly key?: string;
  readonly browser_specific_settings?: unknown;
}

function kindOf(entries: Readonly<Record<string, Uint8Array>>, file: string): ArchiveKind {
  const text = entries['manifest.json'];
  if (text === undefined) throw new CliError(`Cannot verify "${file}": no manifest.json inside`);
  try {
    const manifest = JSON.parse(Buffer.from(text).toString()) as Manifest;
    if (manifest.browser_specific_settings !== undefined) return 'firefox';
    return manifest.key === undefined ? 'store' : 'chrome';
  } catch {
    throw new CliError(`Cannot verify "${file}": its manifest.json is no JSON`);
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (trouble) {
    throw new CliError(`Cannot verify "${file}": ${(trouble as Error).message}`);
  }
}

function unzip(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (trouble) {
    throw new CliError(`Cannot verify "${file}": it cannot be unzipped (${(trouble as Error).message})`);
  }
}

function verify(file: string, again: (kind: ArchiveKind) => Uint8Array): boolean {
  const bytes = zipInside(read(file));
  const entries = unzip(bytes, file);
  const made = again(kindOf(entries, file));
  const sum = createHash('sha256').update(made).digest('hex');
  if (Buffer.from(made).equals(Buffer.from(bytes))) {
    console.log(`✓ ${file} is what this source makes (${commitName() ?? 'no repository'}), sha256 of the zip ${sum}`);
    return true;
  }
  const found = differences(entries, unzipSync(made));
  console.error(`✗ ${file} is not what this source makes (${commitName() ?? 'no repository'}; expected sha256 ${sum})`);
  for (const line of found.slice(0, 20)) console.error(`  ${line}`);
  if (found.length === 0) console.error('  every file inside is the same; the archive around them is not');
  return false;
}

function main(): void {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new CliError('Cannot verify: name a file, e.g. npm run verify -- artifacts/NAME.zip');
  const made = new Map<ArchiveKind, Uint8Array>();
  const again = (kind: ArchiveKind) => {
    const bytes = made.get(kind) ?? assemble(kind);
    made.set(kind, bytes);
    return bytes;
  };
  if (!files.map((file) => verify(file, again)).every(Boolean)) process.exitCode = 1;
}

try {
  main();
} catch (trouble) {
  if (!(trouble instanceof CliError)) throw trouble;
  console.error(trouble.message);
  process.exitCode = 1;
}
