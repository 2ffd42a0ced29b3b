/** What a browser's own page of extensions shows once ours is loaded, for the installation guides. */
import type { Page } from 'puppeteer-core';
import { openChrome } from '../../test/support/chrome.ts';
import { until } from '../../test/support/driver.ts';
import { openFirefox } from '../../test/support/firefox.ts';

/** No page is opened: the port that would answer for portals is never asked. */
const nobody = 9;

const has = (page: Page, text: string) =>
  // The browsers' own pages are built of shadow roots, which `innerText` doesn't see: their tree does.
  until(`"${text}" to show`, async () => JSON.stringify(await page.accessibility.snapshot()).includes(text));

/** `chrome://extensions` with the developer's switch on, as PNG. */
export async function inChromium(dist: string): Promise<Uint8Array> {
  const driver = await openChrome({ port: nobody, extension: dist });
  try {
    const page = await driver.browser.newPage();
    await page.setViewport({ width: 900, height: 430 });
    await page.goto('chrome://extensions/');
    await page.evaluate(() =>
      // biome-ignore lint/suspicious/noExplicitAny: an API of the browser's own settings page
      (chrome as any).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    await page.reload();
    await has(page, 'Load unpacked');
    return await page.screenshot();
  } finally {
    await driver.close();
  }
}

/** `about:debugging` with the temporary add-on; the folder it came from is cut off. */
export async function inFirefox(dist: string): Promise<Uint8Array> {
  const driver = await openFirefox({ port: nobody, extension: dist });
  try {
    const page = await driver.browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    page.goto('about:debugging#/runtime/this-firefox', { timeout: 5000 }).catch(() => {
      // It never tells that it is there; what counts is what it shows.
    });
    await until('the add-on to be listed', () =>
      page.evaluate(() => document.body?.textContent.includes('Internal UUID') ?? false).catch(() => false),
    );
    return await page.screenshot({ clip: { x: 0, y: 40, width: 900, height: 264 } });
  } finally {
    await driver.close();
  }
}
