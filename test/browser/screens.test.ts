import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, layout, seenAs } from '../screens/checks.ts';
import { walk } from '../screens/keyboard.ts';
import { openStage, type Stage } from '../screens/open-screen.ts';
import { pageBytes } from '../screens/page-bytes.ts';
import { screens } from '../screens/screens.ts';

/** `npm run screens` looks at all of them, in three languages and at five widths. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('screens', () => {
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
      try {
        await seenAs(page, scheme);
        expect([...(await layout(page)), ...(await axe(page)), ...(await errors())]).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      } finally {
        await page.close();
      }
    },
  );

  it('the keyboard alone reaches everything, sees where it is and reads the charts', async () => {
    expect((await walk(stage)).faults).toEqual([]);
  });

  it('a deleted day comes back by undo, and is gone when the time is up', async () => {
    const screen = screens.find((s) => s.name === 'time-deleting');
    if (screen === undefined) throw new Error('no such screen');
    const { today } = await stage.driver.askWorker('state.read');
    const { page } = await stage.open(screen, 'zh-CN', 1366);
    await page.waitForSelector('[data-action=undo]');
    await page.click('[data-action=undo]');
    expect((await stage.driver.askWorker('day.read', today)).attentionMs).toBeGreaterThan(0);
    await page.click('[data-action=erase-day]');
    await page.waitForSelector('[data-action=undo]');
    // Leaving the page is no undo.
    await page.close({ runBeforeUnload: true });
    await expect
      .poll(async () => (await stage.driver.askWorker('day.read', today)).attentionMs, { timeout: 15_000 })
      .toBe(0);
  });
});

it.each([
  ['popup', 20_000, ['assets/zh-cn-']],
  ['dashboard', 45_000, []],
] as const)('the %s is at most %d bytes of script and style, gzip', (page, most, also) => {
  const files = pageBytes('dist/chrome', `src/ui/${page}/index.html`, also);
  expect(files.reduce((sum, f) => sum + f.gzip, 0)).toBeLessThanOrEqual(most);
});
