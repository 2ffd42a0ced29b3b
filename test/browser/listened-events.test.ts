/** The bare extension is the physical floor only while it listens to what ours listens to. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gzipBytes, packageBytes } from '../bench/bytes.ts';
import { filesOfFirstView, ownPages } from '../bench/own-pages.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { type Loopback, listen } from '../support/loopback-server.ts';

const root = resolve(import.meta.dirname, '../..');
let site: Loopback;
let driver: ChromeDriver;
beforeAll(async () => {
  site = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>空</title><h1>台账</h1><input>');
  });
  driver = await openChrome({ port: site.port, extension: join(root, 'dist/chrome') });
  await driver.agree();
});
afterAll(async () => {
  await driver.close();
  await site.close();
});

/** Runs a content script, and those it may call, in a page with a browser that says yes; tells what they listened to. */
async function listensTo(script: string, called: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const own = await driver.openOwn('/manifest.json');
  const laidReady = await own.evaluate(() => chrome.storage.local.get(null));
  await own.close();
  const page = await driver.open('http://office.example/');
  try {
    await page.evaluate(
      (code, more, stored) => {
        const types = new Set<string>();
        (globalThis as unknown as { heard: Set<string> }).heard = types;
        for (const target of [window, document]) {
          const add = target.addEventListener.bind(target) as typeof window.addEventListener;
          target.addEventListener = ((type: string, ...rest: [EventListener]) => {
            types.add(type);
            add(type, ...rest);
          }) as typeof target.addEventListener;
        }
        const silent = { addListener() {}, removeListener() {} };
        const area = {
          get: async () => stored,
          set: async () => {},
          remove: async () => {},
          onChanged: silent,
        };
        const run = (text: string) =>
          new Function('chrome', 'browser', `globalThis.browser = browser;\n${text}`)(fake, fake);
        const answer = async ({ name }: { name?: string }) => {
          if (name !== undefined && more[name] !== undefined) run(more[name]);
          return { ok: { system: 'x' } };
        };
        const runtime = { id: 'x', onMessage: silent, sendMessage: answer, getURL: () => 'chrome-extension://x/' };
        const fake = { runtime, storage: { local: area, session: area, onChanged: silent } };
        // Ours may ask for `browser` or `chrome`.
        run(code);
      },
      script,
      called,
      laidReady,
    );
    // Some listeners come with the first focus.
    await sleep(300);
    await page.click('input');
    await page.keyboard.type('a');
    await page.mouse.click(300, 300);
    await sleep(300);
    return await page.evaluate(() => [...(globalThis as unknown as { heard: Set<string> }).heard].sort());
  } finally {
    await page.close();
  }
}

describe('the bare extension of npm run bench, and the floor', () => {
  it('listens to each event type that ours listens to, and to no other', async () => {
    const script = (name: string) => readFileSync(join(root, `dist/chrome/src/page/${name}.iife.js`), 'utf8');
    const ours = await listensTo(script('main'), { 'page.forms': script('forms'), 'page.acts': script('acts') });
    const bare = await listensTo(readFileSync(join(root, 'test/bench/bare/page.js'), 'utf8'));
    // Waiting for the document's headings is heard once and not by the window.
    const other = ['DOMContentLoaded'];
    const floor = await listensTo(readFileSync(join(root, 'test/bench/floor/page.js'), 'utf8'));
    expect(floor.filter((type) => !other.includes(type))).toEqual(bare);
    expect(ours).toContain('input');
    expect(bare.filter((type) => !ours.includes(type))).toEqual([]);
    expect(ours.filter((type) => !bare.includes(type) && !other.includes(type))).toEqual([]);
  });
});

describe('budgets', () => {
  const folder = join(root, 'dist/chrome');
  it('the popup weighs at most 20 kB gzip', async () => {
    const files = await filesOfFirstView(driver, ownPages.popup);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(gzipBytes(folder, files)).toBeLessThanOrEqual(20 * 1024);
  });
  it("the dashboard's first view weighs at most 45 kB gzip", async () => {
    const files = await filesOfFirstView(driver, ownPages.dashboard);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(gzipBytes(folder, files)).toBeLessThanOrEqual(45 * 1024);
  });
  it.each(['chrome', 'firefox'])('the %s package weighs at most 600 kB', (name) => {
    expect(packageBytes(join(root, 'dist', name))).toBeLessThanOrEqual(600 * 1024);
  });
});
