/**
 * `npm run bench` compares the extension with two small extensions (test/bench/bare, test/bench/floor). The comparison
 * is fair only if all three listen to the same types of events.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
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

/**
 * Runs a content script in a page, over a fake extension API that grants everything. `scripts` holds the code of the
 * scripts that the content script may request, by the name of the message. Returns the types of events that all these
 * scripts listened to, sorted.
 */
async function listenedEvents(script: string, scripts: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const own = await driver.openOwn('/manifest.json');
  const storedItems = await own.evaluate(() => chrome.storage.local.get(null));
  await own.close();
  const page = await driver.open('http://office.example/');
  try {
    await page.evaluate(
      (code, more, stored) => {
        const types = new Set<string>();
        (globalThis as unknown as { listened: Set<string> }).listened = types;
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
        // The polyfill reads `browser` or `chrome`.
        run(code);
      },
      script,
      scripts,
      storedItems,
    );
    // Waits with a timer of the page, so that tasks that the scripts of the page queued earlier run first, even on a
    // slow machine.
    const waitInPage = () => page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    await waitInPage();
    // Some listeners are added at the first focus.
    await page.click('input');
    await page.keyboard.type('a');
    await page.mouse.click(300, 300);
    await waitInPage();
    return await page.evaluate(() => [...(globalThis as unknown as { listened: Set<string> }).listened].sort());
  } finally {
    await page.close();
  }
}

describe('the extensions that npm run bench compares with', () => {
  it('listen to each type of event that the content script listens to, and to no other', async () => {
    const script = (name: string) => readFileSync(join(root, `dist/chrome/src/page/${name}.iife.js`), 'utf8');
    const ours = await listenedEvents(script('main'), { 'page.forms': script('forms'), 'page.acts': script('acts') });
    const bare = await listenedEvents(readFileSync(join(root, 'test/bench/bare/page.js'), 'utf8'));
    // This event occurs once per page, so its cost is not part of the comparison.
    const once = ['DOMContentLoaded'];
    const floor = await listenedEvents(readFileSync(join(root, 'test/bench/floor/page.js'), 'utf8'));
    expect(floor.filter((type) => !once.includes(type))).toEqual(bare);
    expect(ours).toContain('input');
    expect(bare.filter((type) => !ours.includes(type))).toEqual([]);
    expect(ours.filter((type) => !bare.includes(type) && !once.includes(type))).toEqual([]);
  });
});
