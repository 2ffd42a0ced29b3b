/** Loads both builds, unmodified, in their browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChrome } from '../support/chrome.ts';
import { openFirefox } from '../support/firefox.ts';
import { type Loopback, listen } from '../support/loopback-server.ts';

let site: Loopback;
beforeAll(async () => {
  site = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>门户</title><input>');
  });
});
afterAll(() => site.close());

describe('the unmodified build', () => {
  it.each([
    ['Chromium', openChrome],
    ['Firefox', openFirefox],
  ] as const)(
    'loads in %s: its pages open, its worker restarts, and real host names lead to the loopback server',
    async (_name, open) => {
      const driver = await open({ port: site.port });
      try {
        const portal = await driver.open('http://zwfw.gansu.gov.cn/');
        expect(await portal.evaluate(() => `${location.href} ${document.title}`)).toBe(
          'http://zwfw.gansu.gov.cn/ 门户',
        );
        const secure = await driver.open('https://zwfw.gansu.gov.cn/');
        expect(await secure.evaluate(() => location.protocol)).toBe('https:');
        const own = await driver.openOwn('/src/ui/dashboard/index.html');
        expect(await own.title()).not.toBe('');
        await driver.killWorker();
      } finally {
        await driver.close();
      }
    },
  );
});
