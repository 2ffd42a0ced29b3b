/**
 * Opens the built pages of the extension in a browser. The handlers of the worker answer the messages of the pages from
 * a sample ledger.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { Language, Settings } from '../../src/core/settings.ts';
import type { Messages, State } from '../../src/messages.ts';
import { sleep } from '../support/driver.ts';
import { requireBrowser } from '../support/find-browser.ts';
import { emulateScheme, watchErrors } from './checks.ts';
import { extensionApi } from './extension-api.ts';
import { now, openSampleWorker, type SampleWorker, today } from './sample-worker.ts';
import type { Answer, Screen } from './screens.ts';

export interface Stage {
  readonly worker: SampleWorker;
  /** Opens a screen. All screens share one page, so the next screen replaces it. */
  open(screen: Screen, language: Language, width: number): Promise<{ page: Page; errors: () => Promise<string[]> }>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves the built files with the content security policy of the manifest. */
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
  /** Years of the sample ledger. Not used if `answers` is not empty. */
  readonly years?: number;
  /** Known answers by question. New answers are added; a known question is not asked again. */
  readonly answers?: Record<string, Answer>;
  /** Folder of the built extension. */
  readonly dist?: string;
}

/** Starts the browser, the server and the sample ledger. All three use the time zone of Beijing. */
export async function openStage({
  years = 0.35,
  answers = {},
  dist = 'dist/chrome',
}: StageOptions = {}): Promise<Stage> {
  const site = await serve(dist);
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' },
    protocolTimeout: 180_000,
    timeout: 120_000,
    args: ['--disable-gpu', '--lang=zh-CN', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const worker = await openSampleWorker(Object.keys(answers).length === 0 ? years : null);
  const answer = async (name: string, args: readonly unknown[]): Promise<Answer> => {
    const question = `${name} ${JSON.stringify(args)}`;
    if (answers[question] !== undefined) return answers[question];
    const newAnswer = await worker.answer(name, args);
    if (/\.(read|brief|timeline|lines)$/.test(name)) answers[question] = newAnswer;
    return newAnswer;
  };
  const read = async <T>(name: string, ...args: unknown[]) => ((await answer(name, args)) as { ok: T }).ok;
  const state = await read<State>('state.read');
  const day = await read<DaySummary>('day.read', today);
  const todays = await read<Awaited<ReturnType<Messages['today.read']>>>('today.read');
  const settings = await read<Settings>('settings.read');
  /** Answers of the current screen by message, and the answers that replace them after a message was sent. */
  let screenAnswers: Readonly<Record<string, Answer>> = {};
  let answersAfter: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {};
  const page = await browser.newPage();
  const watch = await watchErrors(page);
  await page.exposeFunction('askSample', async (name: string, args: unknown[]) => {
    const screenAnswer = screenAnswers[name];
    screenAnswers = { ...screenAnswers, ...answersAfter[name] };
    return screenAnswer === 'never' ? null : JSON.stringify(screenAnswer ?? (await answer(name, args)));
  });
  await page.evaluateOnNewDocument(extensionApi, now);
  const session = await page.createCDPSession();
  const userAgent = await browser.userAgent();
  return {
    worker,
    async open(screen, language, width) {
      const localSettings = { ...settings, language };
      screenAnswers = {
        'settings.read': { ok: localSettings },
        ...screen.answers?.({ state, day, today: todays, settings: localSettings }),
      };
      answersAfter = screen.after?.({ day }) ?? {};
      await page.goto('about:blank');
      // Before the settings are read, or if they cannot be read, a page uses the language of the browser.
      await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
      await emulateScheme(page, 'light');
      await page.setViewport({ width, height: 768 });
      watch.clear();
      await page.goto(`${site.base}/src/ui/${screen.path.replace('TODAY', today)}`);
      await waitUntilSettled(page, screen);
      for (const selector of screen.press ?? []) {
        await page.waitForSelector(selector);
        await page.$eval(selector, (element) => (element as HTMLElement).click());
        await sleep(40);
        await waitUntilSettled(page, screen);
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

/** Waits until every message has been answered and two frames have been painted. */
async function waitUntilSettled(page: Page, screen: Screen): Promise<void> {
  if (screen.waits === true) return sleep(500);
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null,
    { timeout: 300_000, polling: 40 },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
