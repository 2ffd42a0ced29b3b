/** Uses the pages of the installed extension with its real worker and the real content security policy. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchErrors } from '../screens/checks.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { until } from '../support/driver.ts';
import { type Loopback, listen } from '../support/loopback-server.ts';

let site: Loopback;
let driver: ChromeDriver;
beforeEach(async () => {
  site = await listen((_request, response) => response.end());
  driver = await openChrome({ port: site.port });
  await driver.agree();
});
afterEach(async () => {
  await driver.close();
  await site.close();
});

/** Returns a backup with up to an hour of presence that ends now and starts today. */
function backupOfToday(today: string) {
  const end = Date.now();
  const start = Math.max(new Date(end).setHours(0, 0, 0, 0), end - 3_600_000);
  const system = '00112233aabb';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const row = { sourceId: '0123456789abcdef', day: today, timeZone, system, tab: 't1', start, end };
  return {
    format: 'fingertip-ledger-backup',
    version: 1,
    rows: ['presence', 'input'].map((of, seq) => ({ kind: 'span', of, seq, ...row })),
    systems: [
      {
        key: system,
        host: 'mzt.gansu.gov.cn',
        catalogueId: 'dept-62-mz',
        kind: 'civil-affairs',
        purpose: null,
        exempt: false,
      },
    ],
  };
}

it('sets and changes the minutes of a self-report by the keyboard, and removes the self-report by undo', async () => {
  const { today } = await driver.askWorker('state.read');
  const reported = async () => (await driver.askWorker('day.read', today)).selfReported.chain;
  const page = await driver.openOwn('/src/ui/popup/index.html');
  await page.locator('[data-self=chain]').click();
  await page.waitForSelector('[data-self-minutes]');
  await expect.poll(reported).toEqual({ count: 1, minutes: 0 });
  const hasFocus = () => page.evaluate(() => document.activeElement?.matches('[data-self-minutes]') ?? false);
  for (let presses = 0; presses < 20 && !(await hasFocus()); presses++) await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect.poll(reported).toEqual({ count: 1, minutes: 7 });
  expect(await hasFocus()).toBe(true);
  // The click on undo also takes the focus from the field, which saves the change. Undo must still remove the self-report.
  await page.keyboard.type('5');
  await page.locator('[data-action=undo]').click();
  await expect.poll(reported).toBeUndefined();
  await page.locator('[data-self=chain]').click();
  await expect.poll(reported).toEqual({ count: 1, minutes: 0 });
});

it('restores a deleted day by undo, does not restore the day when the page is closed, and breaks no content security policy', async () => {
  const { today } = await driver.askWorker('state.read');
  await driver.askWorker('backup.restore', backupOfToday(today));
  const attentionMs = async () => (await driver.askWorker('day.read', today)).attentionMs;
  const page = await driver.open('about:blank');
  const { read: readErrors } = await watchErrors(page);
  for (const path of ['popup/index.html', 'consent/index.html', `dashboard/index.html#/time/day/${today}`]) {
    await page.goto(`${driver.base}/src/ui/${path}`);
    await page.waitForSelector('h1');
  }
  const before = await attentionMs();
  expect(before).toBeGreaterThan(0);
  await page.locator('[data-action=erase-day]').click();
  await page.waitForSelector('[data-action=undo]');
  await expect.poll(attentionMs).toBe(0);
  // The figures of the day are not shown beside the message that the day is deleted.
  await page.waitForSelector('[data-action=erase-day]', { hidden: true });
  await page.locator('[data-action=undo]').click();
  await expect.poll(attentionMs).toBe(before);
  await page.locator('[data-action=erase-day]').click();
  await page.waitForSelector('[data-action=undo]');
  expect(await readErrors()).toEqual([]);
  // Closing the page does not undo the deletion.
  await page.close({ runBeforeUnload: true });
  await until('the page to be closed', () => page.isClosed());
  expect(await attentionMs()).toBe(0);
});
