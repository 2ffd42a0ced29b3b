/** Size limits of the shipped files. The limits of the content scripts are in manifest.test.ts. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gzipBytes, packageBytes } from '../bench/file-sizes.ts';
import { filesOfFirstView, ownPages } from '../bench/own-page-costs.ts';
import { pageBytes } from '../screens/page-bytes.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { type Loopback, listen } from '../support/loopback-server.ts';

describe('on its first view', () => {
  let site: Loopback;
  let driver: ChromeDriver;
  beforeAll(async () => {
    site = await listen((_request, response) => response.end());
    driver = await openChrome({ port: site.port });
    await driver.agree();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it.each([
    ['popup', 20 * 1024],
    ['dashboard', 45 * 1024],
  ] as const)('the %s loads files of at most %d bytes gzip', async (page, most) => {
    const files = await filesOfFirstView(driver, ownPages[page]);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(gzipBytes('dist/chrome', files)).toBeLessThanOrEqual(most);
  });
});

it.each([
  ['popup', 20_000, ['assets/zh-CN-popup']],
  ['dashboard', 45_000, ['assets/zh-CN-dashboard-page']],
] as const)('the %s imports at most %d bytes of script and style, gzip', (page, most, also) => {
  const files = pageBytes('dist/chrome', `src/ui/${page}/index.html`, also);
  expect(files.reduce((sum, f) => sum + f.gzip, 0)).toBeLessThanOrEqual(most);
});

it.each(['chrome', 'firefox'])('the %s package has at most 600 kB', (name) => {
  expect(packageBytes(join('dist', name))).toBeLessThanOrEqual(600 * 1024);
});
