/**
 * Reads the package lists and packages of a Debian archive: parses indexes, compares versions, chooses the packages that
 * a program needs, and finds checksums. The functions here neither read files nor use the network.
 */

/** The fields of a package that an installation needs. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  readonly section: string;
  /** The path of the file in the archive. */
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  /** Each element is a dependency: the names of the packages that can fulfil it, the preferred one first. */
  readonly depends: readonly (readonly string[])[];
  /** The names of virtual packages that this package stands for. */
  readonly provides: readonly string[];
}

/** Returns the names in a list such as `a (>= 1), b:any | c`: one element for each part between commas. */
const parseRelation = (text: string): string[][] =>
  text
    .split(',')
    .map((part) => part.split('|').map((name) => name.trim().replace(/[\s:(].*$/s, '')))
    .filter(([first]) => first !== '');

/** Parses a `Packages` index, which has one paragraph for each package. */
export function parsePackages(index: string): DebianPackage[] {
  return index.split(/\n\n+/).flatMap((paragraph) => {
    const fields = new Map<string, string>();
    for (const [, name = '', value = ''] of paragraph.matchAll(/^([^\s:]+):[ \t]*(.*(?:\n[ \t].*)*)/gm))
      fields.set(name, value);
    const name = fields.get('Package');
    if (name === undefined) return [];
    return [
      {
        name,
        version: fields.get('Version') ?? '',
        section: fields.get('Section') ?? '',
        file: fields.get('Filename') ?? '',
        size: Number(fields.get('Size') ?? 0),
        sha256: fields.get('SHA256') ?? '',
        depends: parseRelation(`${fields.get('Pre-Depends') ?? ''},${fields.get('Depends') ?? ''}`),
        provides: parseRelation(fields.get('Provides') ?? '').flat(),
      },
    ];
  });
}

/** Order of a character in a version: `~` before the end of the text, then letters, then all others. */
const rank = (char: string | undefined): number => {
  if (char === '~') return -1;
  if (char === undefined) return 0;
  return /[A-Za-z]/.test(char) ? char.charCodeAt(0) : char.charCodeAt(0) + 256;
};

/** Compares two parts of a version: text and numbers by turns. */
function compareParts(a: string, b: string): number {
  let restA = a;
  let restB = b;
  while (restA !== '' || restB !== '') {
    const [textA = ''] = restA.match(/^\D*/) ?? [];
    const [textB = ''] = restB.match(/^\D*/) ?? [];
    for (let i = 0; i < Math.max(textA.length, textB.length); i++) {
      const difference = rank(textA[i]) - rank(textB[i]);
      if (difference !== 0) return difference;
    }
    restA = restA.slice(textA.length);
    restB = restB.slice(textB.length);
    const [digitsA = ''] = restA.match(/^\d*/) ?? [];
    const [digitsB = ''] = restB.match(/^\d*/) ?? [];
    const difference = Number(digitsA) - Number(digitsB);
    if (difference !== 0) return difference;
    restA = restA.slice(digitsA.length);
    restB = restB.slice(digitsB.length);
  }
  return 0;
}

/**
 * Compares two versions as Debian does (deb-version(7)). The result is negative if `a` is older, positive if `a` is
 * newer, and 0 if they are equal.
 */
export function compareVersions(a: string, b: string): number {
  const split = (version: string) => {
    const [, epoch = '0', rest = ''] = version.match(/^(?:(\d+):)?(.*)$/s) ?? [];
    const dash = rest.lastIndexOf('-');
    return dash < 0
      ? { epoch, upstream: rest, revision: '' }
      : { epoch, upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) };
  };
  const [left, right] = [split(a), split(b)];
  return (
    Number(left.epoch) - Number(right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision)
  );
}

/**
 * Returns a package and everything that it needs, each in its newest version. Only dependencies for which `isWanted` is
 * true are followed. Throws `Cannot install NAME: …` when the archive lacks a needed package.
 */
export function choosePackages(
  packages: readonly DebianPackage[],
  name: string,
  isWanted: (candidate: DebianPackage) => boolean,
): DebianPackage[] {
  const newest = new Map<string, DebianPackage>();
  for (const candidate of packages) {
    const known = newest.get(candidate.name);
    if (known === undefined || compareVersions(candidate.version, known.version) > 0)
      newest.set(candidate.name, candidate);
  }
  const providers = new Map<string, DebianPackage>();
  for (const candidate of newest.values())
    for (const virtual of candidate.provides) if (!providers.has(virtual)) providers.set(virtual, candidate);

  const chosen = new Map<string, DebianPackage>();
  const add = (found: DebianPackage) => {
    if (chosen.has(found.name)) return;
    chosen.set(found.name, found);
    for (const alternatives of found.depends) {
      const candidates = alternatives.flatMap((one) => newest.get(one) ?? providers.get(one) ?? []);
      const [first] = candidates;
      if (first === undefined)
        throw new Error(`Cannot install ${name}: ${found.name} needs ${alternatives.join(' or ')}, which is missing`);
      if (!candidates.some((candidate) => chosen.has(candidate.name)) && isWanted(first)) add(first);
    }
  };
  const start = newest.get(name);
  if (start === undefined) throw new Error(`Cannot install ${name}: the archive has no such package`);
  add(start);
  return [...chosen.values()];
}

/** Returns the SHA-256 checksum that a `Release` file gives for a file of the archive, or null. */
export function findChecksum(release: string, path: string): string | null {
  const section = release.split(/^SHA256:[ \t]*$/m)[1] ?? '';
  for (const line of section.split('\n').slice(1)) {
    const [, checksum, name] = line.match(/^ ([0-9a-f]{64}) +\d+ (\S+)$/) ?? [];
    if (checksum === undefined) return null;
    if (name === path) return checksum;
  }
  return null;
}

/** Bytes before the first member of an ar archive, and of the header of each member. */
const [arMagic, arHeaderLength] = ['!<arch>\n', 60];

/** Returns the first member of a .deb file (an ar archive) whose name begins with `prefix`, with its full name. */
export function readMember(deb: Buffer, prefix: string): { readonly name: string; readonly bytes: Buffer } {
  if (deb.toString('latin1', 0, arMagic.length) !== arMagic)
    throw new Error('Cannot read the package: it is not an ar archive');
  for (let at = arMagic.length; at + arHeaderLength <= deb.length; ) {
    const header = deb.toString('latin1', at, at + arHeaderLength);
    const name = header.slice(0, 16).trim().replace(/\/$/, '');
    const size = Number(header.slice(48, 58));
    const start = at + arHeaderLength;
    if (name.startsWith(prefix)) return { name, bytes: deb.subarray(start, start + size) };
    // Members start at even offsets.
    at = start + size + (size % 2);
  }
  throw new Error(`Cannot read the package: it has no member "${prefix}"`);
}
