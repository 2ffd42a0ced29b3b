/** A browser with a sample ledger, and screens opened in it. */
import type { Page } from 'puppeteer-core';
import type { Language } from '../../src/core/settings.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';
import { listen } from '../support/loopback.ts';
import { seenAs, watchErrors } from './checks.ts';
import { sampleUntil } from './sample.ts';
import type { Answer, Screen } from './screens.ts';

/** What the worker said to a question, by the question. */
export type Said = Record<string, Answer>;

export interface Stage {
  readonly driver: ChromeDriver;
  /** All that the worker was asked so far; give it to the next stage and no ledger has to be restored. */
  readonly said: Said;
  /** Shows a screen in the stage's page; the next one takes its place. */
  open(screen: Screen, language: Language, width: number): Promise<{ page: Page; errors: () => Promise<string[]> }>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly years?: number;
  /** What an earlier stage was told. */
  readonly said?: Said;
}

/** The sample is made for Asia/Shanghai, so is the browser. */
export async function openStage({ years = 0.35, said = {} }: StageOptions = {}): Promise<Stage> {
  const site = await listen((_request, response) => response.end());
  const driver = await openChrome({
    port: site.port,
    launch: { env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' }, protocolTimeout: 180_000 },
  });
  const consent = await driver.consentPage();
  await consent.close();
  await driver.askWorker('settings.write', { consent: 1 });
  const { today } = await driver.askWorker('state.read');
  if (Object.keys(said).length === 0) {
    // Every day of the sample has its evening: whenever this runs, today shows the same.
    await driver.askWorker('backup.restore', sampleUntil(today, Date.parse(`${today}T09:30:00Z`), years));
    for (const burden of ['chain', 'received', 'received'] as const) await driver.askWorker('self.add', burden, null);
  }
  const remember = async <A>(question: string, ask: () => Promise<A>): Promise<A> => {
    said[question] ??= { ok: await ask() };
    return (said[question] as { ok: A }).ok;
  };
  let current: { page: Page; errors: Awaited<ReturnType<typeof watchErrors>>; script: string | null } | null = null;
  const front = async () => {
    if (current === null || current.page.isClosed()) {
      const page = await driver.browser.newPage();
      current = { page, errors: await watchErrors(page), script: null };
    }
    return current;
  };
  return {
    driver,
    said,
    async open(screen, language, width) {
      const state = await remember('state.read []', () => driver.askWorker('state.read'));
      const day = await remember(`day.read ${JSON.stringify([today])}`, () => driver.askWorker('day.read', today));
      const settings = await remember('settings.read []', () => driver.askWorker('settings.read'));
      const stand = await front();
      const { page } = stand;
      if (page.url().startsWith(driver.base)) {
        const asked = await page.evaluate(() => (globalThis as unknown as { asked: Said }).asked);
        Object.assign(said, asked);
      }
      await page.goto('about:blank');
      await seenAs(page, 'light');
      await page.setViewport({ width, height: 768 });
      if (stand.script !== null) await page.removeScriptToEvaluateOnNewDocument(stand.script);
      const answers = { 'settings.read': { ok: { ...settings, language } }, ...screen.answers?.({ state, day }) };
      const { identifier } = await page.evaluateOnNewDocument(
        (told: Said, known: Said) => {
          const { runtime } = globalThis.chrome ?? {};
          if (runtime?.sendMessage === undefined) return;
          // What the worker was asked once it need not be asked again: what is looked at here is the screen.
          const asked: Said = {};
          (globalThis as unknown as { asked: Said }).asked = asked;
          const really = runtime.sendMessage.bind(runtime) as (message: unknown) => Promise<Answer>;
          const send = ({ name, args }: { name: string; args: unknown[] }) => {
            const question = `${name} ${JSON.stringify(args)}`;
            const answer = told[name] ?? known[question];
            if (answer === 'never') return new Promise(() => {});
            if (answer !== undefined) return Promise.resolve(answer);
            return really({ name, args }).then((said) => {
              if (/\.(read|brief|timeline|lines)$/.test(name)) asked[question] = said;
              return said;
            });
          };
          (runtime as unknown as { sendMessage: unknown }).sendMessage = send;
        },
        answers as Said,
        said,
      );
      stand.script = identifier;
      stand.errors.forget();
      await page.goto(`${driver.base}/src/ui/${screen.path.replace('TODAY', today)}`);
      await settled(page, screen);
      for (const selector of screen.press ?? []) {
        await page.waitForSelector(selector);
        await page.$eval(selector, (element) => (element as HTMLElement).click());
        await sleep(60);
        await settled(page, screen);
      }
      return { page, errors: stand.errors.read };
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
    { timeout: 100_000, polling: 40 },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
