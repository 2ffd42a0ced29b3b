import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeTrouble, packagesAreFresh } from '../../scripts/prepare.mjs';

const root = resolve(import.meta.dirname, '../..');
const oldNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})`;

/** Runs a command as a person does; asynchronous, so that our own loopback port can answer meanwhile. */
const run = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; said: string[] }>((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.once('close', (code) => done({ code, said: said.trim().split('\n') }));
  });

const taken = createServer();
beforeAll(() => new Promise<void>((done) => taken.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => taken.close(done)));
const takenPort = () => String((taken.address() as AddressInfo).port);

const noBrowser = { FINGERTIP_CHROMIUM: '/nowhere/chromium', FINGERTIP_INSTALL: 'no' };
// Any file will do: these runs end before a browser starts.
const someBrowser = { FINGERTIP_CHROMIUM: process.execPath };

describe('wrong use gets one clear line and a non-zero exit', () => {
  it.each([
    [
      'start on an old Node',
      ['--import', oldNode, 'scripts/start.mjs'],
      {},
      /^Cannot run on Node 18\.20\.4: Node 20\.19 /,
    ],
    [
      'test on an old Node',
      ['--import', oldNode, 'scripts/test.mjs'],
      {},
      /^Cannot run on Node 18\.20\.4: Node 20\.19 /,
    ],
    [
      'start without a browser',
      ['scripts/start.mjs', '--scripted'],
      noBrowser,
      /^Cannot go on without Chromium.*install/,
    ],
    ['test without a browser', ['scripts/test.mjs'], noBrowser, /^Cannot go on without Chromium.*install/],
    ['an unknown option', ['scripts/start.mjs', '--fast'], someBrowser, /^Cannot start: Unknown option '--fast'/],
    ['a port that is none', ['scripts/start.mjs', '--port', 'x'], someBrowser, /^Cannot use port "x"/],
  ] as const)('%s', async (_name, args, env, line) => {
    const { code, said } = await run([...args], env);
    expect(said).toEqual([expect.stringMatching(line)]);
    expect(code).toBe(1);
  });

  it('a port that is taken', async () => {
    const { code, said } = await run(['scripts/start.mjs', '--scripted', '--port', takenPort()], someBrowser);
    expect(said).toEqual([
      expect.stringMatching(`^Cannot open the office on port ${takenPort()}: another program uses it`),
    ]);
    expect(code).toBe(1);
  });
});

describe('Node and packages', () => {
  it.each([
    ['18.20.4', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['21.0.0', false],
    ['24.1.0', false],
  ])('Node %s is in trouble: %s', (version, trouble) => {
    expect(nodeTrouble(version) !== null).toBe(trouble);
  });

  it.each([
    ['nothing installed', null, false],
    ['all installed', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['an older one installed', { 'node_modules/a': { version: '0.9.0' } }, false],
    ['one missing', {}, false],
  ])('%s', (_name, installed, fresh) => {
    const folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/win': { version: '2.0.0', optional: true },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    if (installed !== null) {
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    }
    expect(packagesAreFresh(folder)).toBe(fresh);
    rmSync(folder, { recursive: true });
  });
});
