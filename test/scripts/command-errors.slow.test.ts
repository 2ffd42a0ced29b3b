import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesAreFresh } from '../../scripts/prepare.mjs';

const root = resolve(import.meta.dirname, '../..');
const oldNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})`;

/**
 * Runs a command and returns its exit code and its output. The function is asynchronous, so `server` stays responsive
 * meanwhile.
 */
const run = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; lines: string[] }>((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.once('close', (code) => done({ code, lines: output.trim().split('\n') }));
  });

const server = createServer();
beforeAll(() => {
  // The commands would run `npm ci`, and a test must not change node_modules.
  if (!packagesAreFresh(root))
    throw new Error('Cannot test the commands: packages are out of date, run "npm ci" first');
  return new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));
const usedPort = () => String((server.address() as AddressInfo).port);

const noBrowser = { FINGERTIP_CHROMIUM: '/nowhere/chromium', FINGERTIP_INSTALL: 'no' };
// The file only has to exist: these runs end before they start a browser.
const someBrowser = { FINGERTIP_CHROMIUM: process.execPath };

describe('a command that cannot run prints one line and exits with code 1', () => {
  it.each([
    [
      'when "start" runs on an old version of Node',
      ['--import', oldNode, 'scripts/start.mjs'],
      {},
      /^Cannot run on Node 18\.20\.4: Node 20\.19 /,
    ],
    [
      'when "test" runs on an old version of Node',
      ['--import', oldNode, 'scripts/test.mjs'],
      {},
      /^Cannot run on Node 18\.20\.4: Node 20\.19 /,
    ],
    [
      'when "start" finds no browser',
      ['scripts/start.mjs', '--scripted'],
      noBrowser,
      /^Cannot continue without Chromium.*install/,
    ],
    ['when "test" finds no browser', ['scripts/test.mjs'], noBrowser, /^Cannot continue without Chromium.*install/],
    [
      'when an option is unknown',
      ['scripts/start.mjs', '--fast'],
      someBrowser,
      /^Cannot start: Unknown option '--fast'/,
    ],
    ['when the port is not a number', ['scripts/start.mjs', '--port', 'x'], someBrowser, /^Cannot use port "x"/],
  ] as const)('%s', async (_name, args, env, line) => {
    const { code, lines } = await run([...args], env);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(code).toBe(1);
  });

  it('when another program uses the port', async () => {
    const { code, lines } = await run(['scripts/start.mjs', '--scripted', '--port', usedPort()], someBrowser);
    expect(lines).toEqual([
      expect.stringMatching(`^Cannot open the office on port ${usedPort()}: another program uses it`),
    ]);
    expect(code).toBe(1);
  });
});
