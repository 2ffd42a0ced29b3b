/**
 * Measures the thread time of the content scripts on portal pages. The pages come from a local server under a listed
 * host name and receive real input.
 */
import type { ChromeDriver } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { threadMs } from './script-thread-time.ts';

const fields = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<div class="el-form-item"><label>字段${i}</label><input name="f${i}"></div>`,
  ).join('');
const list = Array.from({ length: 12 }, (_, i) => `<li><a href="#${i}">第 ${i + 1} 条通知</a></li>`).join('');

/** The pages of the local server, by path. */
export const bodies: Readonly<Record<string, string>> = {
  light: `<!doctype html><meta charset="utf-8"><title>通知</title><h1>通知公告</h1><ul>${list}</ul>`,
  fields400: `<!doctype html><meta charset="utf-8"><title>台账</title><h2>台账</h2><form>${fields(400)}</form>`,
};

const host = 'http://mzt.gansu.gov.cn';
export const hiddenTabs = 30;

/** Opens a light page, moves the pointer for two seconds, and clicks once. */
async function light(driver: ChromeDriver): Promise<number> {
  const tab = await driver.browser.newPage();
  try {
    return await threadMs(driver.browser, driver.id, async () => {
      await tab.goto(`${host}/light`);
      await sleep(700);
      await tab.mouse.move(200, 120);
      await tab.mouse.move(260, 160, { steps: 3 });
      await tab.mouse.click(400, 20);
      await sleep(1300);
    });
  } finally {
    await tab.close();
  }
}

/** Opens a page with 400 fields, fills three of them with 50 keys, and moves the focus away. */
async function fields400(driver: ChromeDriver): Promise<number> {
  const tab = await driver.browser.newPage();
  try {
    return await threadMs(driver.browser, driver.id, async () => {
      await tab.goto(`${host}/fields400`);
      await sleep(700);
      for (const [name, keys] of Object.entries({ f0: 17, f1: 17, f2: 16 })) {
        await tab.click(`[name=${name}]`);
        await tab.keyboard.type('abcdefghijklmnopq'.slice(0, keys));
      }
      await tab.click('h2');
      await sleep(1300);
    });
  } finally {
    await tab.close();
  }
}

/** Types fifty more keys into a field that was already changed. Returns the cost per key. */
async function keystroke(driver: ChromeDriver): Promise<number> {
  const tab = await driver.browser.newPage();
  try {
    await tab.goto(`${host}/fields400`);
    await sleep(700);
    await tab.click('[name=f0]');
    await tab.keyboard.type('ab');
    // Waits until the work after the first change and the scan of the page are done.
    await sleep(2000);
    const typed = 'abcdefghij'.repeat(5);
    return (await threadMs(driver.browser, driver.id, () => tab.keyboard.type(typed))) / typed.length;
  } finally {
    await tab.close();
  }
}

/** Returns the cost of thirty hidden portal tabs in ten seconds, after they have finished loading. */
async function hidden(driver: ChromeDriver): Promise<number> {
  const { browser } = driver;
  const front = await browser.newPage();
  await front.goto('data:text/html,elsewhere');
  const tabs = [];
  for (let i = 0; i < hiddenTabs; i++) {
    const tab = await browser.newPage({ background: true });
    await tab.goto(`${host}/${i % 3 === 0 ? 'fields400' : 'light'}`);
    tabs.push(tab);
  }
  await front.bringToFront();
  await sleep(4000);
  try {
    return await threadMs(browser, driver.id, () => sleep(10_000));
  } finally {
    for (const tab of [...tabs, front]) await tab.close();
  }
}

/** The measurements. Each performs its actions and returns milliseconds of thread time. */
export const pageCosts = { light, fields400, keystroke, hiddenTabs30: hidden } as const;
export type PageName = keyof typeof pageCosts;
