/** Our pages as they are built, with a sample ledger behind them, in a browser of their own. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { Language, Settings } from '../../src/core/settings.ts';
import type { Messages, State } from '../../src/messages.ts';
import { sleep } from '../support/driver.ts';
import { needBrowser } from '../support/find-browser.ts';
import { seenAs, watchErrors } from './checks.ts';
import { extensionApi } from './extension-api.ts';
import { now, openSampleWorker, type SampleWorker, today } from './sample-worker.ts';
import type { Answer, Screen } from './screens.ts';

export interface Stage {
  readonly worker: SampleWorker;
  /** Shows a screen in the stage's page; the next one takes its place. */
  open(screen: Screen, language: Language, width: number): Promise<{ page: Page; errors: () => Promise<string[]> }>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves the built files under the policy that the manifest gives them. */
async function serve(dist: string) {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as {
    content_security_policy: { extension_pages: string };
  };
  const server = createServer((request, response) => {
    const file = join(dist, normalize(new URL(request.url ?? '/', 'http://a').pathname));
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    if (!existsSync(file) || types[extname(file)] === undefined) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(file)],
      'content-security-policy': manifest.content_security_policy.extension_pages,
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

interface StageOptions {
  /** How long a ledger; unless `said` has all that is asked. */
  readonly years?: number;
  /** What the worker said to which question: is added to, and not asked again. */
  readonly said?: Record<string, Answer>;
  /** The built extension. */
  readonly dist?: string;
}

/** All is in Beijing: the sample, the worker's clock and the browser's. */
export async function openStage({ years = 0.35, said = {}, dist = 'dist/chrome' }: StageOptions = {}): Promise<Stage> {
  const site = await serve(dist);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    pipe: true,
    env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' },
    protocolTimeout: 180_000,
    timeout: 120_000,
    args: ['--disable-gpu', '--lang=zh-CN', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const worker = await openSampleWorker(Object.keys(said).length === 0 ? years : null);
  const answer = async (name: string, args: readonly unknown[]): Promise<Answer> => {
    const question = `${name} ${JSON.stringify(args)}`;
    if (said[question] !== undefined) return said[question];
    const fresh = await worker.answer(name, args);
    if (/\.(read|brief|timeline|lines)$/.test(name)) said[question] = fresh;
    return fresh;
  };
  const read = async <T>(name: string, ...args: unknown[]) => ((await answer(name, args)) as { ok: T }).ok;
  const state = await read<State>('state.read');
  const day = await read<DaySummary>('day.read', today);
  const todays = await read<Awaited<ReturnType<Messages['today.read']>>>('today.read');
  const settings = await read<Settings>('settings.read');
  /** What the worker is made to say on the screen that is shown, by message; and what from a message on. */
  let told: Readonly<Record<string, Answer>> = {};
  let then: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {};
  const page = await browser.newPage();
  const watch = await watchErrors(page);
  await page.exposeFunction('askSample', async (name: string, args: unknown[]) => {
    const made = told[name];
    told = { ...told, ...then[name] };
    return made === 'never' ? null : JSON.stringify(made ?? (await answer(name, args)));
  });
  await page.evaluateOnNewDocument(extensionApi, now);
  const session = await page.createCDPSession();
  const userAgent = await browser.userAgent();
  return {
    worker,
    async open(screen, language, width) {
      const spoken = { ...settings, language };
      told = {
        'settings.read': { ok: spoken },
        ...screen.answers?.({ state, day, today: todays, settings: spoken }),
      };
      then = screen.after?.({ day }) ?? {};
      await page.goto('about:blank');
      // What is shown before the settings answer, or if they don't, is in the browser's language.
      await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
      await seenAs(page, 'light');
      await page.setViewport({ width, height: 768 });
      watch.forget();
      await page.goto(`${site.base}/src/ui/${screen.path.replace('TODAY', today)}`);
      await settled(page, screen);
      for (const selector of screen.press ?? []) {
        await page.waitForSelector(selector);
        await page.$eval(selector, (element) => (element as HTMLElement).click());
        await sleep(40);
        await settled(page, screen);
      }
      return { page, errors: watch.read };
    },
    async close() {
      await browser.close();
      site.close();
      await worker.close();
    },
  };
}

/** Until nothing is being read any more and two frames have passed. */
async function settled(page: Page, screen: Screen): Promise<void> {
  if (screen.waits === true) return sleep(500);
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null,
    { timeout: 300_000, polling: 40 },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
