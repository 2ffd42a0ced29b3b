/**
 * Takes pictures of the pages on which Chromium and Firefox list their extensions, with this extension installed, for
 * the installation guides.
 */
import type { Page } from 'puppeteer-core';
import { openChrome } from '../../test/support/chrome.ts';
import { until } from '../../test/support/driver.ts';
import { openFirefox } from '../../test/support/firefox.ts';

/** The port to which host names of portals lead. No portal is opened, so nothing connects to this port. */
const unusedPort = 9;

const waitForText = (page: Page, text: string) =>
  // These pages consist of shadow roots. `innerText` does not include shadow roots, but the accessibility tree does.
  until(`"${text}" to show`, async () => JSON.stringify(await page.accessibility.snapshot()).includes(text));

/** Takes a picture of `chrome://extensions` in developer mode, as PNG. */
export async function screenshotChromium(dist: string): Promise<Uint8Array> {
  const driver = await openChrome({ port: unusedPort, extension: dist });
  try {
    const page = await driver.browser.newPage();
    await page.setViewport({ width: 900, height: 430 });
    await page.goto('chrome://extensions/');
    await page.evaluate(() =>
      // biome-ignore lint/suspicious/noExplicitAny: an API of the browser's settings page without types
      (chrome as any).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    await page.reload();
    await waitForText(page, 'Load unpacked');
    return await page.screenshot();
  } finally {
    await driver.close();
  }
}

/**
 * Takes a picture of `about:debugging` with the temporary add-on, as PNG. Leaves out the line that names the folder of
 * the add-on.
 */
export async function screenshotFirefox(dist: string): Promise<Uint8Array> {
  const driver = await openFirefox({ port: unusedPort, extension: dist });
  try {
    const page = await driver.browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    page.goto('about:debugging#/runtime/this-firefox', { timeout: 5000 }).catch(() => {
      // `goto` does not resolve on this page. The wait below reads the page itself.
    });
    await until('the add-on to be listed', () =>
      page.evaluate(() => document.body?.textContent.includes('Internal UUID') ?? false).catch(() => false),
    );
    return await page.screenshot({ clip: { x: 0, y: 40, width: 900, height: 264 } });
  } finally {
    await driver.close();
  }
}
