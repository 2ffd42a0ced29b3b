/**
 * What the content script costs on pages that mean it harm: a million untrusted events, 10,000 mutated nodes a second
 * for three seconds after a commit, 20,000 fields. Thread time by the browser's own account (TaskDuration), each page
 * with and without the extension in turn, medians. Run by `npx tsx test/forms/hostile.ts`; prints a table.
 */
import type { Page } from 'puppeteer-core';
import { openChrome } from '../support/chrome.ts';
import { type Driver, sleep } from '../support/driver.ts';
import { listen } from '../support/loopback.ts';

const fields = (n: number) =>
  Array.from({ length: n }, (_, i) => `<input name="f${i}" placeholder="联系电话">`).join('');
const html = `<!doctype html><meta charset="utf-8"><form onsubmit="return false"><input id="first"><button type="button">提交</button>${fields(20_000)}</form><div id="sink"></div>`;

const million = (page: Page) =>
  page.evaluate(() => {
    const target = document.querySelector('#first');
    for (let i = 0; i < 1_000_000; i++) target?.dispatchEvent(new Event('input', { bubbles: true }));
  });

const mutations = async (page: Page) => {
  await page.type('#first', '13800001111');
  await page.evaluate(() => document.querySelector('button')?.focus());
  await page.keyboard.press('Enter');
  await page.evaluate(async () => {
    const sink = document.querySelector('#sink') as HTMLElement;
    for (let round = 0; round < 30; round++) {
      for (let i = 0; i < 1_000; i++) sink.appendChild(document.createElement('b')).textContent = '失';
      sink.textContent = '';
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
};

const typing = async (page: Page) => {
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    await page.keyboard.type('13800001111');
  }
};

const server = await listen((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html);
});
const open = (extension: string | null) => openChrome({ port: server.port, extension });
const drivers: (readonly [string, Driver])[] = [
  ['none', await open(null)],
  ['ours', await open('dist/chrome')],
];
await drivers[1]?.[1].agree();

async function cost(driver: Driver, work: (page: Page) => Promise<unknown>): Promise<number> {
  const page = await driver.open('http://mzt.gansu.gov.cn/');
  await page.focus('#first');
  await sleep(500);
  const before = (await page.metrics()).TaskDuration ?? 0;
  await work(page);
  await sleep(300);
  const ms = ((await page.metrics()).TaskDuration ?? 0) - before;
  await page.close();
  return ms * 1000;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
for (const [name, work] of [
  ['a million untrusted events', million],
  ['10,000 mutated nodes a second', mutations],
  ['typing among 20,000 fields', typing],
] as const) {
  const costs = { none: [] as number[], ours: [] as number[] };
  for (let round = 0; round < 3; round++)
    for (const [subject, driver] of drivers) costs[subject as 'none' | 'ours'].push(await cost(driver, work));
  const [none, ours] = [median(costs.none), median(costs.ours)];
  console.log(
    `${name.padEnd(32)} none ${none.toFixed(0).padStart(6)} ms   ours ${ours.toFixed(0).padStart(6)} ms   ${((ours / none - 1) * 100).toFixed(1)} %`,
  );
}
for (const [, driver] of drivers) await driver.close();
await server.close();
