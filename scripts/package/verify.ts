/**
 * `npm run verify -- FILE…`: builds the archives from this source and compares each FILE (zip, xpi or crx) byte by byte
 * with the archive of its kind. Of a crx, only the zip inside is compared, because the signature differs. The exit code
 * is 0 when every file equals its archive.
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

/**
 * Returns the kind of archive that the manifest of a file describes. Throws `CliError` for a file without a valid
 * manifest.
 */
function kindOf(entries: Readonly<Record<string, Uint8Array>>, file: string): ArchiveKind {
  const text = entries['manifest.json'];
  if (text === undefined) throw new CliError(`Cannot verify "${file}": no manifest.json inside`);
  try {
    const manifest = JSON.parse(Buffer.from(text).toString()) as Manifest;
    if (manifest.browser_specific_settings !== undefined) return 'firefox';
    return manifest.key === undefined ? 'store' : 'chrome';
  } catch {
    throw new CliError(`Cannot verify "${file}": its manifest.json is not valid JSON`);
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(`Cannot verify "${file}": ${(error as Error).message}`);
  }
}

function unzip(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new CliError(`Cannot verify "${file}": not a valid zip (${(error as Error).message})`);
  }
}

/** Prints the result for one file. Returns whether the file equals the archive that is built from this source. */
function verify(file: string, build: (kind: ArchiveKind) => Uint8Array): boolean {
  const bytes = zipInside(read(file));
  const entries = unzip(bytes, file);
  const expected = build(kindOf(entries, file));
  const sum = createHash('sha256').update(expected).digest('hex');
  if (Buffer.from(expected).equals(Buffer.from(bytes))) {
    console.log(
      `✓ ${file} equals the archive of this source (${commitName() ?? 'no repository'}), sha256 of the zip ${sum}`,
    );
    return true;
  }
  const found = differences(entries, unzipSync(expected));
  console.error(
    `✗ ${file} differs from the archive of this source (${commitName() ?? 'no repository'}; expected sha256 ${sum})`,
  );
  for (const line of found.slice(0, 20)) console.error(`  ${line}`);
  if (found.length === 0) console.error('  all files inside are equal; the zip around them differs');
  return false;
}

function main(): void {
  const files = process.argv.slice(2);
  if (files.length === 0)
    throw new CliError('Cannot verify: missing file name, e.g. npm run verify -- artifacts/NAME.zip');
  const builtArchives = new Map<ArchiveKind, Uint8Array>();
  const build = (kind: ArchiveKind) => {
    const bytes = builtArchives.get(kind) ?? assemble(kind);
    builtArchives.set(kind, bytes);
    return bytes;
  };
  if (!files.map((file) => verify(file, build)).every(Boolean)) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
