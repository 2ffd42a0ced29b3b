/**
 * Drives a real browser with the built extension in it. This file holds what all browsers share: the `Driver` that tests
 * use and the functions that build one. chrome.ts and firefox.ts each add what is different in their browser.
 */
import { resolve } from 'node:path';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import type { Answer, MessageName, Messages } from '../../src/messages.ts';
import type { BrowserName } from './find-browser.ts';

/** The answer of the worker to message `N`. */
export type AnswerTo<N extends MessageName> = Awaited<ReturnType<Messages[N]>>;

export interface DriverOptions {
  /** The folder of the unpacked extension; `null` for a browser without one. Default: the build in dist/. */
  readonly extension?: string | null;
  /** The loopback port that answers for every host name, by http and https. */
  readonly port: number;
  /** Default `true`; with `false` give `launch.env.DISPLAY` (see virtual-display.ts). */
  readonly headless?: boolean;
  /** A profile folder to keep; without it a new one that is deleted with the browser. */
  readonly profile?: string;
  /** Further options of puppeteer; they win over the ones above. */
  readonly launch?: LaunchOptions;
  /** Runs before the extension is installed. */
  readonly before?: (browser: Browser) => Promise<unknown>;
}

export interface Driver {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The process id of the browser; 0 when it is not known. */
  readonly pid: number;
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  readonly base: string;
  /** Opens an address in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages (`/src/ui/popup/index.html`) in a new tab in front. */
  openOwn(path: string): Promise<Page>;
  /** Sends the worker a message that the extension's own pages may send, from a page of the extension in a tab behind. */
  askWorker<N extends MessageName>(name: N, ...args: Parameters<Messages[N]>): Promise<AnswerTo<N>>;
  /** Stops the worker as the browser itself does when it is idle; the next message starts it again. */
  killWorker(): Promise<void>;
  /** The page that the extension opens when it is installed; it opens in front of all others. */
  consentPage(): Promise<Page>;
  /** Ticks everything on the consent page and agrees, by real clicks; waits until recording starts and closes the page. */
  agree(): Promise<void>;
  close(): Promise<void>;
}

/** The parts of a `Driver` that differ between browsers. `createDriver` adds the rest. */
export interface BrowserParts {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly base: string;
  /** Loads a page of the extension in a tab and waits for it. */
  gotoOwn(page: Page, path: string): Promise<unknown>;
  /** Whether a tab still shows a page of the extension. An update of the extension closes its pages. */
  isOwnPage(page: Page): Promise<boolean>;
  consentPage(): Promise<Page>;
  /** `ownPage` opens a tab of the extension behind the others, or returns the one that is open. */
  killWorker(ownPage: () => Promise<Page>): Promise<void>;
  close(): Promise<void>;
}

/** The options of puppeteer that follow from `DriverOptions` in the same way for every browser. */
export const launchOptions = (options: DriverOptions): LaunchOptions => ({
  headless: options.headless ?? true,
  defaultViewport: null,
  acceptInsecureCerts: true,
  // For the start of the browser and for each of its answers.
  timeout: 2 * waitLimitMs,
  protocolTimeout: 2 * waitLimitMs,
  ...(options.profile === undefined ? {} : { userDataDir: resolve(options.profile) }),
  ...options.launch,
});

export function createDriver(parts: BrowserParts): Driver {
  const { name, browser, base } = parts;
  let backgroundTab: Page | undefined;
  /** A document of the extension that runs none of its code, in a tab behind the others. */
  const ownPage = async () => {
    if (backgroundTab === undefined || !(await parts.isOwnPage(backgroundTab).catch(() => false))) {
      backgroundTab = await openTab(browser, { background: true });
      await parts.gotoOwn(backgroundTab, '/manifest.json');
    }
    return backgroundTab;
  };
  const askWorker: Driver['askWorker'] = (message, ...args) =>
    ownPage().then((page) => askFrom(page, message, ...args));
  return {
    name,
    browser,
    base,
    pid: browser.process()?.pid ?? 0,
    async open(url) {
      const page = await openTab(browser);
      await page.goto(url);
      return page;
    },
    async openOwn(path) {
      const page = await openTab(browser);
      await parts.gotoOwn(page, path);
      return page;
    },
    askWorker,
    killWorker: () => parts.killWorker(ownPage),
    consentPage: () => parts.consentPage(),
    async agree() {
      const page = await parts.consentPage();
      await page.bringToFront();
      await agreeOn(page);
      await until('recording to start', async () => (await askWorker('state.read')).recording);
      if (!page.isClosed()) await page.close();
    },
    close: () => parts.close(),
  };
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * How long tests wait for a condition. It is far longer than needed on an idle machine, so that load makes a test slow but
 * does not make it fail. Each wait ends as soon as its condition holds.
 */
export const waitLimitMs = 60_000;

/** Opens a tab. What puppeteer waits for in it has the same limit as `until`. */
export async function openTab(browser: Browser, options: { background?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(waitLimitMs);
  return page;
}

/**
 * Calls `check` every 100 ms until it returns something other than null, undefined and false; returns that.
 * Throws `Waited N s for CONDITION` after the limit.
 */
export async function until<T>(
  condition: string,
  check: () => Promise<T> | T,
  limitMs = waitLimitMs,
): Promise<NonNullable<T>> {
  const started = performance.now();
  for (;;) {
    const seen = await check();
    if (seen !== null && seen !== undefined && (seen as unknown) !== false) return seen as NonNullable<T>;
    if (performance.now() - started > limitMs) throw new Error(`Waited ${limitMs / 1000} s for ${condition}`);
    await sleep(100);
  }
}

/** Sends the worker a message from a page of the extension. Throws the error that the worker answers with. */
export async function askFrom<N extends MessageName>(
  page: Page,
  name: N,
  ...args: Parameters<Messages[N]>
): Promise<AnswerTo<N>> {
  const answer = (await page.evaluate(
    (message) => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return api.runtime.sendMessage(message);
    },
    { name, args } as never,
  )) as Answer<N> | undefined;
  if (answer === undefined || answer === null) throw new Error(`Cannot ask "${name}": the worker did not answer`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.ok;
}

/** Ticks every `[data-confirm]` on the consent page and presses `[data-action="agree"]`. */
export async function agreeOn(page: Page): Promise<void> {
  await page.waitForSelector('[data-action="agree"]', { timeout: waitLimitMs });
  for (const box of await page.$$('[data-confirm]')) await box.click();
  await page.click('[data-action="agree"]');
}
