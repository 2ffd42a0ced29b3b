/**
 * Drives a real browser with the built extension. This file contains the parts that all browsers share: the `Driver` that
 * tests use, and the functions that create it. chrome.ts and firefox.ts add the parts that differ.
 */
import { resolve } from 'node:path';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import type { Answer, MessageName, Messages } from '../../src/messages.ts';
import type { BrowserName } from './find-browser.ts';

/** The worker's answer to the message `N`. */
export type AnswerTo<N extends MessageName> = Awaited<ReturnType<Messages[N]>>;

export interface DriverOptions {
  /** The folder of the unpacked extension; `null` for no extension. Default: the build in dist/. */
  readonly extension?: string | null;
  /** The port on 127.0.0.1 of the server that answers for every host name, over http and https. */
  readonly port: number;
  /** Default: `true`. If `false`, set `launch.env.DISPLAY` too (see virtual-display.ts). */
  readonly headless?: boolean;
  /** A profile folder, which is kept. Default: a new folder that is deleted when the browser is closed. */
  readonly profile?: string;
  /** Further options of puppeteer; they override the options above. */
  readonly launch?: LaunchOptions;
  /** Runs before the extension is installed. */
  readonly before?: (browser: Browser) => Promise<unknown>;
}

export interface Driver {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The process id of the browser; 0 if it is unknown. */
  readonly pid: number;
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  readonly base: string;
  /** Opens an address in a new foreground tab. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages (e.g. `/src/ui/popup/index.html`) in a new foreground tab. */
  openOwn(path: string): Promise<Page>;
  /** Sends the worker a message from a page of the extension in a background tab. */
  askWorker<N extends MessageName>(name: N, ...args: Parameters<Messages[N]>): Promise<AnswerTo<N>>;
  /** Stops the worker, as the browser does with an idle worker. The next message starts it again. */
  killWorker(): Promise<void>;
  /** Returns the consent page, which the extension opens in a foreground tab when it is installed. */
  consentPage(): Promise<Page>;
  /** Ticks all boxes on the consent page and agrees, by real clicks. Waits until recording starts, then closes the page. */
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
  /** `ownPage` returns a page of the extension in a background tab, and opens the tab if necessary. */
  killWorker(ownPage: () => Promise<Page>): Promise<void>;
  close(): Promise<void>;
}

/** Returns the options of puppeteer that are the same for every browser. */
export const launchOptions = (options: DriverOptions): LaunchOptions => ({
  headless: options.headless ?? true,
  defaultViewport: null,
  acceptInsecureCerts: true,
  // The limits for the start of the browser and for each answer of the browser.
  timeout: 2 * waitLimitMs,
  protocolTimeout: 2 * waitLimitMs,
  ...(options.profile === undefined ? {} : { userDataDir: resolve(options.profile) }),
  ...options.launch,
});

export function createDriver(parts: BrowserParts): Driver {
  const { name, browser, base } = parts;
  let backgroundTab: Page | undefined;
  /** Returns the manifest as a page in a background tab: a page of the extension that runs no code. */
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
      // In an empty tab of an older Chromium the caret stays in the address bar, and the page would load without the focus.
      await page.bringToFront();
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
 * How long tests wait for a condition. The limit is far longer than needed on an idle machine, so that load makes a test
 * slow but does not make it fail. A wait ends as soon as its condition is true.
 */
export const waitLimitMs = 60_000;

/** Opens a tab. Waits of puppeteer in this tab have the same limit as `until`. */
export async function openTab(browser: Browser, options: { background?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(waitLimitMs);
  return page;
}

/**
 * Calls `check` every 100 ms until it returns a value other than null, undefined and false, and returns this value.
 * Throws `Waited N s for CONDITION` after the limit.
 */
export async function until<T>(
  condition: string,
  check: () => Promise<T> | T,
  limitMs = waitLimitMs,
): Promise<NonNullable<T>> {
  const started = performance.now();
  for (;;) {
    const result = await check();
    if (result !== null && result !== undefined && (result as unknown) !== false) return result as NonNullable<T>;
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
