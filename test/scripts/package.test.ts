import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crx3, zipFolder } from '../../scripts/package.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
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
  const early = zipFolder(folderOf(files, new Date(2001, 1, 1)));
  const late = zipFolder(folderOf([...files].reverse(), new Date(2020, 1, 1)));

  it('has the same bytes whatever the folder, the order and the times', () => {
    expect(Buffer.from(late).equals(Buffer.from(early))).toBe(true);
  });

  it('holds every file under its name', () => {
    expect(Object.keys(unzipSync(early))).toEqual(['a/x.js', 'manifest.json']);
  });

  it('as a crx is the zip behind a signed header', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const crx = crx3(early, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(crx.subarray(12 + crx.readUInt32LE(8)).equals(Buffer.from(early))).toBe(true);
  });
});
