/** A browser with a sample ledger, and screens opened in it. */
import type { Page } from 'puppeteer-core';
import type { Language } from '../../src/core/settings.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { listen } from '../support/loopback.ts';
import { watchErrors } from './checks.ts';
import { sampleUntil } from './sample.ts';
import type { Screen } from './screens.ts';

export interface Stage {
  readonly driver: ChromeDriver;
  readonly now: number;
  open(screen: Screen, language: Language, width: number): Promise<{ page: Page; errors: () => Promise<string[]> }>;
  close(): Promise<void>;
}

/** The sample is made for Asia/Shanghai, so is the browser. */
export async function openStage(): Promise<Stage> {
  const site = await listen((_request, response) => response.end());
  const driver = await openChrome({
    port: site.port,
    launch: { env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' } },
  });
  const consent = await driver.consentPage();
  await consent.close();
  await driver.askWorker('settings.write', { consent: 1 });
  const { today } = await driver.askWorker('state.read');
  // Every day of the sample has its evening: whenever this runs, today shows the same.
  const now = Date.parse(`${today}T09:30:00Z`);
  await driver.askWorker('backup.restore', sampleUntil(today, now));
  for (const burden of ['chain', 'received', 'received'] as const) await driver.askWorker('self.add', burden, null);
  let spoken: Language | null = null;
  return {
    driver,
    now,
    async open(screen, language, width) {
      if (spoken !== language) await driver.askWorker('settings.write', { language });
      spoken = language;
      const real = { state: await driver.askWorker('state.read'), day: await driver.askWorker('day.read', today) };
      const page = await driver.browser.newPage();
      const errors = await watchErrors(page);
      const answers = screen.answers?.(real) ?? {};
      await page.evaluateOnNewDocument((told: Record<string, unknown>) => {
        // The popup's sites and a moved clock need no more than this: what the worker says.
        const { runtime } = chrome;
        const really = runtime.sendMessage.bind(runtime) as (message: unknown) => Promise<unknown>;
        (runtime as unknown as { sendMessage: unknown }).sendMessage = (message: { name: string }) => {
          const answer = told[message.name];
          if (answer === 'never') return new Promise(() => {});
          return answer === undefined ? really(message) : Promise.resolve(answer);
        };
      }, answers as never);
      await page.setViewport({ width, height: 768 });
      await page.goto(`${driver.base}/src/ui/${screen.path.replace('TODAY', today)}`);
      await settled(page, screen);
      for (const selector of screen.press ?? []) {
        await page.waitForSelector(selector);
        await page.$eval(selector, (element) => (element as HTMLElement).click());
        await sleep(150);
      }
      await settled(page, screen);
      return { page, errors };
    },
    async close() {
      await driver.close();
      await site.close();
    },
  };
}

/** Until nothing is being read any more and two frames have passed. */
async function settled(page: Page, screen: Screen): Promise<void> {
  if (screen.waits === true) return sleep(600);
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null,
    { timeout: 100_000 },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await sleep(120);
}
