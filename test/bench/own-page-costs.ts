/** Measures the main-thread time and the files that the popup and the dashboard need to open. */
import type { Page } from 'puppeteer-core';
import type { ChromeDriver } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';

export const ownPages = {
  popup: '/src/ui/popup/index.html',
  dashboard: '/src/ui/dashboard/index.html',
  year: '/src/ui/dashboard/index.html#/overview/year',
} as const;
export type OwnPage = keyof typeof ownPages;

const quietMs = 600;

/** Waits until no request of the page is pending and its DOM has not changed for a while. */
async function waitUntilSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('#app > *') !== null && document.querySelector('[aria-busy=true]') === null,
    { timeout: 120_000, polling: 'mutation' },
  );
  await page.evaluate(
    (quiet) =>
      new Promise<void>((done) => {
        let timer = setTimeout(done, quiet);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      }),
    quietMs,
  );
}

/**
 * Returns the main-thread task time (thread ticks) from navigation to the drawn page, in milliseconds. With `null` the
 * function measures a blank page.
 */
export async function openingMs(driver: ChromeDriver, path: string | null): Promise<number> {
  const tab = await driver.browser.newPage();
  try {
    await tab.setViewport(path === ownPages.popup ? { width: 380, height: 600 } : { width: 1366, height: 768 });
    const session = await tab.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    const before = await read();
    await tab.goto(path === null ? 'about:blank' : driver.base + path);
    if (path === null) await sleep(quietMs);
    else await waitUntilSettled(tab);
    return (await read()) - before;
  } finally {
    await tab.close();
  }
}

/** Returns the names of the extension's files that a page loads for its first view, including its own document. */
export async function filesOfFirstView(driver: ChromeDriver, path: string): Promise<string[]> {
  const tab = await driver.browser.newPage();
  const requested: string[] = [];
  tab.on('request', (request) => requested.push(request.url()));
  try {
    await tab.goto(driver.base + path);
    await waitUntilSettled(tab);
    const names = requested.map((url) => url.split(/[?#]/)[0]?.replace(`${driver.base}/`, ''));
    return [...new Set(names as string[])].filter((name) => /\.(js|css|html)$/.test(name));
  } finally {
    await tab.close();
  }
}
