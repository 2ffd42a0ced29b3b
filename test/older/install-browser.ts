/**
 * Installs Chromium of Debian 11 into a folder: its packages and the libraries that they need are unpacked, nothing of
 * the system is changed. Works without root on Linux (x64, arm64) with glibc 2.31 or newer, which it takes from the
 * system. The signed index of the archive gives the checksum of each package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CliError } from '../../scripts/requirements.ts';
import {
  choosePackages,
  compareVersions,
  type DebianPackage,
  findChecksum,
  parsePackages,
  readMember,
} from './debian-packages.ts';

/** The browser that was installed. */
export interface InstalledBrowser {
  /** The program to start. */
  readonly path: string;
  /** The version of the Debian package. */
  readonly version: string;
}

const release = 'bullseye';
/** The hosts that keep the release. Debian moves old releases from the first one to the second one. */
const hosts = ['https://deb.debian.org', 'https://archive.debian.org'];
/** The parts of the release: a folder of the host, and the suite in this folder. */
const parts = [
  { folder: 'debian', suite: release },
  { folder: 'debian-security', suite: `${release}-security` },
] as const;
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** The C library that the packages were built for. It is the only library that is taken from the system. */
const neededLibc = '2.31';
const architectures: Partial<Record<NodeJS.Architecture, { readonly debian: string; readonly triplet: string }>> = {
  x64: { debian: 'amd64', triplet: 'x86_64-linux-gnu' },
  arm64: { debian: 'arm64', triplet: 'aarch64-linux-gnu' },
};

/** Changes when packages are unpacked in another way, so that an installation by an earlier version is replaced. */
const layout = 1;
const attempts = 3;
const timeoutMs = 300_000;

/** Returns Debian's name of this machine's architecture. Throws a `CliError` on other systems. */
function requireSystem(): { readonly debian: string; readonly triplet: string } {
  const cannot = 'Cannot install the older Chromium';
  const architecture = architectures[process.arch];
  if (process.platform !== 'linux' || architecture === undefined)
    throw new CliError(
      `${cannot}: it is built for Linux on x64 or arm64, and this is ${process.platform} on ${process.arch}`,
    );
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  const libc = header.glibcVersionRuntime;
  if (libc === undefined || compareVersions(libc, neededLibc) < 0)
    throw new CliError(
      `${cannot}: it needs glibc ${neededLibc} or newer, and this system has ${libc ?? 'another C library'}`,
    );
  for (const tool of ['tar', 'xz'])
    if (spawnSync(tool, ['--version']).status !== 0) throw new CliError(`${cannot}: the program ${tool} is missing`);
  return architecture;
}

/** Downloads a file. Throws a `CliError` that names the address. */
async function download(url: string): Promise<Buffer> {
  for (let attempt = 1; ; attempt++)
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) throw new CliError(`Cannot download ${url}: the server answered ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    } catch (error) {
      if (attempt < attempts && !(error instanceof CliError)) continue;
      if (error instanceof CliError) throw error;
      const { message, cause } = error as Error;
      const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
      throw new CliError(`Cannot download ${url}: ${reason}; check that the network reaches this host`);
    }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Whether the signature of a `Release` file is good; null if this system cannot check signatures. */
function isSigned(file: string): boolean | null {
  if (!existsSync(keyring)) return null;
  const { status, error } = spawnSync('gpgv', ['--keyring', keyring, file]);
  return error === undefined ? status === 0 : null;
}

/** Downloads the index of one part of the release, and checks it. */
async function readIndex(
  host: string,
  { folder, suite }: (typeof parts)[number],
  architecture: string,
  downloads: string,
  log: (line: string) => void,
): Promise<DebianPackage[]> {
  const base = `${host}/${folder}/dists/${suite}`;
  const path = `main/binary-${architecture}/Packages.gz`;
  const releaseFile = join(downloads, `${suite}.InRelease`);
  writeFileSync(releaseFile, await download(`${base}/InRelease`));
  const signed = isSigned(releaseFile);
  if (signed === false) throw new CliError(`Cannot trust ${base}/InRelease: its signature is not Debian's`);
  if (signed === null)
    log(`  The signature of ${suite} was not checked: gpgv or the package debian-archive-keyring is missing`);
  const compressed = await download(`${base}/${path}`);
  if (findChecksum(readFileSync(releaseFile, 'utf8'), path) !== sha256(compressed))
    throw new CliError(`Cannot trust ${base}/${path}: its checksum differs from the one in InRelease`);
  return parsePackages(gunzipSync(compressed).toString()).map((found) => ({
    ...found,
    file: `${host}/${folder}/${found.file}`,
  }));
}

/** Reads the whole release from the first host that has it. */
async function readRelease(
  architecture: string,
  downloads: string,
  log: (line: string) => void,
): Promise<DebianPackage[]> {
  const errors: string[] = [];
  for (const host of hosts)
    try {
      return (await Promise.all(parts.map((part) => readIndex(host, part, architecture, downloads, log)))).flat();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      errors.push(error.message);
    }
  throw new CliError(errors.join('\n'));
}

/**
 * Of the packages that Chromium needs, only libraries and the browser's own files are unpacked, not fonts, themes or
 * services. The C library must be the one of the system, because the system's loader starts the browser.
 */
const isUnpacked = ({ name, section }: DebianPackage) => name !== 'libc6' && (section === 'libs' || section === 'web');

/** Returns the bytes of a package, from an earlier download if there is one. */
async function fetchPackage({ file, sha256: checksum }: DebianPackage, downloads: string): Promise<Buffer> {
  const saved = join(downloads, basename(file));
  if (existsSync(saved)) {
    const bytes = readFileSync(saved);
    if (sha256(bytes) === checksum) return bytes;
  }
  const bytes = await download(file);
  if (sha256(bytes) !== checksum)
    throw new CliError(`Cannot trust ${file}: its checksum differs from the one in the index`);
  writeFileSync(saved, bytes);
  return bytes;
}

/** Unpacks the files of a package into a folder. */
function unpack(found: DebianPackage, deb: Buffer, into: string): void {
  const { name, bytes } = readMember(deb, 'data.tar');
  const compression = { xz: '--xz', gz: '--gzip', tar: '--no-auto-compress' }[name.split('.').at(-1) ?? ''];
  if (compression === undefined) throw new CliError(`Cannot unpack ${found.name}: the program cannot read ${name}`);
  const { status, stderr } = spawnSync('tar', ['--extract', compression, '--no-same-owner', '--directory', into], {
    input: bytes,
  });
  if (status !== 0)
    throw new CliError(`Cannot unpack ${found.name}: tar reports "${String(stderr).trim().split('\n').at(-1)}"`);
}

/**
 * The program that starts the browser with the unpacked libraries. The sandbox is off: it needs rights that a test
 * machine may not give, and the browser opens only pages of this machine.
 */
const launcher = (triplet: string) => `#!/bin/sh
root=$(dirname "$(readlink -f "$0")")
lib="$root/usr/lib/${triplet}"
LD_LIBRARY_PATH="$lib:$root/lib/${triplet}:$lib/nss:$lib/pulseaudio"
export LD_LIBRARY_PATH
exec "$root/usr/lib/chromium/chromium" --no-sandbox "$@"
`;

/**
 * Installs the browser into `folder`, unless it is there already. Downloads that an interrupted run left are used again.
 * Throws a `CliError` that says what is wrong with the system, the network or the archive.
 */
export async function installOlderBrowser(folder: string, log: (line: string) => void): Promise<InstalledBrowser> {
  const root = join(folder, 'chromium');
  const path = join(root, 'chromium');
  const noteFile = join(root, 'installed.json');
  if (existsSync(noteFile)) {
    const note = JSON.parse(readFileSync(noteFile, 'utf8'));
    if (note.layout === layout) return { path, version: note.version };
  }
  const { debian, triplet } = requireSystem();
  const downloads = join(folder, 'downloads');
  const unpacked = join(folder, 'unpacked');
  mkdirSync(downloads, { recursive: true });
  for (const old of [unpacked, root]) rmSync(old, { recursive: true, force: true });
  mkdirSync(unpacked);

  log(`▸ Reading the packages of Debian 11 (${debian}) …`);
  const packages = await readRelease(debian, downloads, log);
  const needed = choose(packages);
  const version = needed[0]?.version ?? '';
  const megabytes = Math.round(needed.reduce((sum, { size }) => sum + size, 0) / 1e6);
  log(`▸ Downloading Chromium ${version} with ${needed.length - 1} packages that it needs (${megabytes} MB) …`);
  for (const found of needed) unpack(found, await fetchPackage(found, downloads), unpacked);
  writeFileSync(join(unpacked, 'chromium'), launcher(triplet));
  chmodSync(join(unpacked, 'chromium'), 0o755);
  const { status, stdout, stderr } = spawnSync(join(unpacked, 'chromium'), ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new CliError(`Cannot start the older Chromium: ${stderr.trim().split('\n').at(-1)}`);
  log(`  ${stdout.trim()}`);
  writeFileSync(
    join(unpacked, 'installed.json'),
    `${JSON.stringify({ layout, version, packages: needed.map((found) => `${found.name} ${found.version}`) }, null, 2)}\n`,
  );
  renameSync(unpacked, root);
  rmSync(downloads, { recursive: true });
  return { path, version };
}

/** Returns the packages to unpack, Chromium first. Throws a `CliError` when one is missing. */
function choose(packages: readonly DebianPackage[]): DebianPackage[] {
  try {
    return choosePackages(packages, 'chromium', isUnpacked);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}
