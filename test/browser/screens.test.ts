/**
 * Checks built screens over a sample ledger, without a service worker: accessibility, layout and the keyboard. This is
 * a short selection; `npm run screens` checks all screens in three languages and at five widths.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe, emulateScheme, layout } from '../screens/checks.ts';
import { walkByKeyboard } from '../screens/keyboard.ts';
import { openStage, type Stage } from '../screens/open-screen.ts';
import { screens } from '../screens/screens.ts';

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
  '%s in %s at %d px in %s colours passes axe, is not clipped and keeps the content security policy',
  async (name, language, width, scheme) => {
    const screen = screens.find((s) => s.name === name);
    if (screen === undefined) throw new Error(`Cannot open screen "${name}": unknown screen`);
    const { page, errors } = await stage.open(screen, language, width);
    await emulateScheme(page, scheme);
    expect([...(await layout(page)), ...(await axe(page)), ...(await errors())]).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  },
);

it('Tab reaches every control with a visible focus, and the arrow keys move the cursor in a chart', async () => {
  expect((await walkByKeyboard(stage, ['popup', 'overview', 'settings'])).faults).toEqual([]);
});
