/** Reads a small Debian archive: its index, its checksums and its packages. */
import { describe, expect, it } from 'vitest';
import { choosePackages, compareVersions, findChecksum, parsePackages, readMember } from './debian-packages.ts';

const paragraph = (name: string, version: string, more: Record<string, string> = {}) =>
  Object.entries({
    Package: name,
    Version: version,
    Section: 'libs',
    Filename: `pool/${name}.deb`,
    Size: '12',
    SHA256: 'ab',
    ...more,
  })
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');
const index = (...paragraphs: string[]) => parsePackages(`${paragraphs.join('\n\n')}\n`);

describe('the index of packages', () => {
  it('is read with names of dependencies only, also over continued lines', () => {
    const depends = 'libc6 (>= 2.30), libgtk-3-0 | portal:any,\n libx11-6';
    expect(
      index(paragraph('chromium', '1', { Depends: depends, 'Pre-Depends': 'dpkg', Provides: 'browser (= 1)' })),
    ).toEqual([
      {
        name: 'chromium',
        version: '1',
        section: 'libs',
        file: 'pool/chromium.deb',
        size: 12,
        sha256: 'ab',
        depends: [['dpkg'], ['libc6'], ['libgtk-3-0', 'portal'], ['libx11-6']],
        provides: ['browser'],
      },
    ]);
  });
});

describe('versions', () => {
  it.each([
    ['120.0.6099.224-1~deb11u1', '120.0.6099.224-1'],
    ['99.0-1', '120.0-1'],
    ['1.0~rc1', '1.0'],
    ['1.0', '1.0a'],
    ['1.0a', '1.0+b'],
    ['1.9', '1.10'],
    ['9', '1:1'],
    ['1-1', '1-1.1'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it.each([
    ['1.0-1', '1.0-1'],
    ['0:1', '1'],
    ['1.01', '1.1'],
  ])('%s equals %s', (a, b) => expect(compareVersions(a, b)).toBe(0));
});

describe('the choice of packages', () => {
  const names = (packages: ReturnType<typeof index>, isWanted = (_: { name: string }) => true) =>
    choosePackages(packages, 'app', isWanted).map((found) => `${found.name} ${found.version}`);

  it('takes the newest version of each package that is needed, once', () => {
    const packages = index(
      paragraph('app', '1', { Depends: 'a, b' }),
      paragraph('app', '2', { Depends: 'a, b' }),
      paragraph('a', '1.10', { Depends: 'b' }),
      paragraph('a', '1.9', { Depends: 'unneeded' }),
      paragraph('b', '1', { Depends: 'app' }),
      paragraph('other', '1'),
    );
    expect(names(packages)).toEqual(['app 2', 'a 1.10', 'b 1']);
  });

  it('takes the package that provides a virtual one, and the first alternative that exists', () => {
    const packages = index(
      paragraph('app', '1', { Depends: 'virtual, missing | c' }),
      paragraph('real', '1', { Provides: 'virtual' }),
      paragraph('c', '1'),
    );
    expect(names(packages)).toEqual(['app 1', 'real 1', 'c 1']);
  });

  it('does not follow what is not wanted', () => {
    const packages = index(
      paragraph('app', '1', { Depends: 'libc6, a' }),
      paragraph('libc6', '1', { Depends: 'x' }),
      paragraph('a', '1'),
    );
    expect(names(packages, ({ name }) => name !== 'libc6')).toEqual(['app 1', 'a 1']);
  });

  it('names what is missing', () => {
    expect(() => names(index(paragraph('app', '1', { Depends: 'x | y' })))).toThrow(
      'Cannot install app: app needs x or y, which is missing',
    );
    expect(() => names([])).toThrow('Cannot install app: the archive has no such package');
  });
});

describe('checksums', () => {
  const [right, wrong] = ['a'.repeat(64), 'b'.repeat(64)];
  const release = `Suite: x\nMD5Sum:\n ${'c'.repeat(32)} 5 main/Packages.gz\nSHA256:\n ${wrong} 5 main/Packages\n ${right} 5 main/Packages.gz\nSHA512:\n ${wrong} 5 other\n`;

  it('are those of SHA-256 for exactly this path', () => {
    expect(findChecksum(release, 'main/Packages.gz')).toBe(right);
    expect(findChecksum(release, 'main/Packages.xz')).toBeNull();
    expect(findChecksum(release, 'other')).toBeNull();
    expect(findChecksum('Suite: x\n', 'main/Packages')).toBeNull();
  });
});

describe('a package', () => {
  const member = (name: string, content: string) =>
    `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(content.length).padEnd(10)}\`\n${content}${content.length % 2 ? '\n' : ''}`;
  const deb = Buffer.from(
    `!<arch>\n${member('debian-binary', '2.0')}${member('control.tar.xz', 'control')}${member('data.tar.xz/', 'files')}`,
    'latin1',
  );

  it('gives the member with the files', () => {
    const { name, bytes } = readMember(deb, 'data.tar');
    expect([name, bytes.toString()]).toEqual(['data.tar.xz', 'files']);
  });

  it('is refused when it is no package', () => {
    expect(() => readMember(Buffer.from('<html>'), 'data.tar')).toThrow('it is not an ar archive');
    expect(() => readMember(deb, 'other')).toThrow('it has no member "other"');
  });
});
