import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crx3, extensionId, filesOf, zip, zipInside } from '../../scripts/package/archive.ts';
import { withoutKey } from '../../scripts/package/assemble.ts';
import { differences } from '../../scripts/package/compare-archives.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
/** Makes a folder with these files, all with this modification time. */
const folderOf = (files: [string, string][], time: Date) => {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
  folders.push(folder);
  mkdirSync(join(folder, 'a'));
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), time, time);
  }
  return folder;
};

describe('a package', () => {
  const files: [string, string][] = [
    ['manifest.json', '{}'],
    ['a/x.js', 'x'],
  ];
  const early = zip(filesOf(folderOf(files, new Date(2001, 1, 1))));
  const late = zip(filesOf(folderOf([...files].reverse(), new Date(2020, 1, 1))));

  it('has the same bytes for any path of the folder, any order and any modification time of the files', () => {
    expect(Buffer.from(late).equals(Buffer.from(early))).toBe(true);
  });

  it('contains every file under its path', () => {
    expect(Object.keys(unzipSync(early))).toEqual(['a/x.js', 'manifest.json']);
  });

  it('becomes a crx when a signed header is put before the zip', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const crx = crx3(early, pem);
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(Buffer.from(zipInside(crx)).equals(Buffer.from(early))).toBe(true);
    expect(Buffer.from(zipInside(early)).equals(Buffer.from(early))).toBe(true);
    expect(extensionId(pem)).toMatch(/^[a-p]{32}$/);
  });

  it('has the same files for the stores, but no key in the manifest', () => {
    const given = new Map([
      ['manifest.json', Buffer.from('{"key":"k","version":"1"}')],
      ['x.js', Buffer.from('x')],
    ]);
    const stripped = withoutKey(given);
    expect(JSON.parse(Buffer.from(stripped.get('manifest.json') ?? []).toString())).toEqual({ version: '1' });
    expect(stripped.get('x.js')).toBe(given.get('x.js'));
  });
});

describe('differences', () => {
  const bytes = (text: string) => Buffer.from(text);
  it.each([
    ['no line for equal archives', { a: bytes('1') }, { a: bytes('1') }, []],
    ['the first changed byte', { a: bytes('12') }, { a: bytes('13') }, ['different: a, from byte 1']],
    ['the end of the shorter file', { a: bytes('123') }, { a: bytes('12') }, ['different: a, from byte 2']],
    ['an added file', { a: bytes('1'), b: bytes('2') }, { a: bytes('1') }, ['added: b']],
    ['a missing file', {}, { a: bytes('1') }, ['missing: a']],
  ])('returns %s', (_name, first, second, lines) => {
    expect(differences(first, second)).toEqual(lines);
  });
});
