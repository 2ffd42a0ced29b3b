import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, layout, seenAs, watchErrors } from '../screens/checks.ts';
import { walk } from '../screens/keyboard.ts';
import { openStage, type Stage } from '../screens/open-screen.ts';
import { pageBytes } from '../screens/page-bytes.ts';
import { sampleUntil } from '../screens/sample.ts';
import { screens } from '../screens/screens.ts';
import { openChrome } from '../support/chrome.ts';
import { listen } from '../support/loopback-server.ts';

/** `npm run screens` looks at all of them, in three languages and at five widths. */
describe('screens', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ years: 0.2 });
  });
  afterAll(() => stage?.close());

  it.each([
    ['popup', 'zh-CN', 400, 'light'],
    ['popup', 'en', 320, 'dark'],
    ['consent', 'zh-TW', 320, 'light'],
    ['overview', 'zh-CN', 1366, 'light'],
    ['overview', 'en', 320, 'forced'],
    ['repeats', 'zh-TW', 683, 'dark'],
    ['settings', 'en', 360, 'light'],
  ] as const)(
    '%s in %s at %d px, %s: nothing for axe, nothing clipped, no word against the policy',
    async (name, language, width, scheme) => {
      const screen = screens.find((s) => s.name === name);
      if (screen === undefined) throw new Error(`no screen "${name}"`);
      const { page, errors } = await stage.open(screen, language, width);
      await seenAs(page, scheme);
      expect([...(await layout(page)), ...(await axe(page)), ...(await errors())]).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    },
  );

  it('the keyboard alone reaches everything, sees where it is and reads the charts', async () => {
    expect((await walk(stage, ['popup', 'overview', 'settings'])).faults).toEqual([]);
  });
});

describe('in the extension itself', () => {
  it('a tap for the phone takes minutes by the keyboard, changes them, and goes by undo', async () => {
    const site = await listen((_request, response) => response.end());
    const driver = await openChrome({ port: site.port });
    try {
      await driver.agree();
      const { today } = await driver.askWorker('state.read');
      const told = async () => (await driver.askWorker('day.read', today)).selfReported.chain;
      const page = await driver.openOwn('/src/ui/popup/index.html');
      await page.locator('[data-self=chain]').click();
      await page.waitForSelector('[data-self-minutes]');
      expect(await told()).toEqual({ count: 1, minutes: 0 });
      const isThere = () => page.evaluate(() => document.activeElement?.matches('[data-self-minutes]') ?? false);
      for (let presses = 0; presses < 20 && !(await isThere()); presses++) await page.keyboard.press('Tab');
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      await expect.poll(told).toEqual({ count: 1, minutes: 7 });
      expect(await isThere()).toBe(true);
      // The change is told by leaving the field, which is the same press as undo.
      await page.keyboard.type('5');
      await page.locator('[data-action=undo]').click();
      await expect.poll(told).toBeUndefined();
      await page.locator('[data-self=chain]').click();
      await expect.poll(told).toEqual({ count: 1, minutes: 0 });
    } finally {
      await driver.close();
      await site.close();
    }
  });

  it('a deleted day comes back by undo, and is gone when the page is left; no page breaks its policy', async () => {
    const site = await listen((_request, response) => response.end());
    const driver = await openChrome({ port: site.port });
    try {
      await driver.agree();
      const { today } = await driver.askWorker('state.read');
      const backup = sampleUntil(today, Date.now(), 0.05) as { rows: { day: string }[] };
      await driver.askWorker('backup.restore', { ...backup, rows: backup.rows.filter((row) => row.day === today) });
      const attention = async () => (await driver.askWorker('day.read', today)).attentionMs;
      const page = await driver.browser.newPage();
      const { read } = await watchErrors(page);
      for (const path of ['popup/index.html', 'consent/index.html', `dashboard/index.html#/time/day/${today}`]) {
        await page.goto(`${driver.base}/src/ui/${path}`);
        await page.waitForSelector('h1');
      }
      const before = await attention();
      expect(before).toBeGreaterThan(0);
      await page.locator('[data-action=erase-day]').click();
      await page.waitForSelector('[data-action=undo]');
      expect(await attention()).toBe(0);
      // Nor does the day stand behind the words that say it is deleted.
      await page.waitForSelector('[data-action=erase-day]', { hidden: true });
      await page.locator('[data-action=undo]').click();
      await expect.poll(attention).toBe(before);
      await page.locator('[data-action=erase-day]').click();
      await page.waitForSelector('[data-action=undo]');
      expect(await read()).toEqual([]);
      // Leaving the page is no undo.
      await page.close({ runBeforeUnload: true });
      expect(await attention()).toBe(0);
    } finally {
      await driver.close();
      await site.close();
    }
  });
});

it.each([
  ['popup', 20_000, ['assets/zh-cn-']],
  ['dashboard', 45_000, []],
] as const)('the %s is at most %d bytes of script and style, gzip', (page, most, also) => {
  const files = pageBytes('dist/chrome', `src/ui/${page}/index.html`, also);
  expect(files.reduce((sum, f) => sum + f.gzip, 0)).toBeLessThanOrEqual(most);
});
