import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeError, packagesAreFresh } from '../../scripts/prepare.mjs';

describe('the version of Node', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.0.0', true],
    ['24.1.0', true],
  ])('%s is accepted: %s', (version, isNewEnough) => {
    expect(nodeError(version) === null).toBe(isNewEnough);
  });
});

describe('installed packages', () => {
  const workspace = { 'node_modules/libraries': { resolved: 'test/libraries', link: true }, 'test/libraries': {} };
  it.each([
    ['no package is installed', null, false],
    ['all required packages are installed', { ...workspace, 'node_modules/a': { version: '1.0.0' } }, true],
    ['a package has an older version', { ...workspace, 'node_modules/a': { version: '0.9.0' } }, false],
    ['a package is missing', workspace, false],
    ['the workspace is missing', { 'node_modules/a': { version: '1.0.0' } }, false],
  ])('when %s, they are up to date: %s', (_case, installed, isFresh) => {
    const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
    const packages = {
      '': {},
      ...workspace,
      'node_modules/a': { version: '1.0.0' },
      'node_modules/win': { version: '2.0.0', optional: true },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    if (installed !== null) {
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    }
    expect(packagesAreFresh(folder)).toBe(isFresh);
    rmSync(folder, { recursive: true });
  });
});
