/** What both browsers can do for a test. */
import type { Browser, Page } from 'puppeteer-core';
import type { Answer, MessageName, Messages } from '../../src/messages.ts';
import type { BrowserName } from './find-browser.ts';

/** What the worker answers to a message. */
export type Asked<N extends MessageName> = Awaited<ReturnType<Messages[N]>>;

export interface Driver {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly pid: number;
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  readonly base: string;
  /** Opens an address in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages (`/src/ui/popup/index.html`) in a new tab in front. */
  openOwn(path: string): Promise<Page>;
  /** Asks the worker what the extension's own pages may ask, from a page of the extension in a tab behind. */
  askWorker<N extends MessageName>(
    name: N,
    ...args: Parameters<Messages[N]>
  ): Promise<Awaited<ReturnType<Messages[N]>>>;
  /** Stops the worker as the browser itself does when it is idle; the next message starts it again. */
  killWorker(): Promise<void>;
  /** The page that the extension opens at install; it comes up in front of whatever is open. */
  consentPage(): Promise<Page>;
  /** Reads the consent page that opened at install, ticks what it asks and agrees, by real clicks; closes the page. */
  agree(): Promise<void>;
  close(): Promise<void>;
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * How long tests wait for a condition. Far longer than it takes on a quiet machine, because load must make a test slow
 * and not red. Each wait ends as soon as its condition holds.
 */
export const waitLimitMs = 60_000;

/** Polls until `look` returns a value that is not null, undefined or false. Throws `Waited N s for WHAT` after the limit. */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  limitMs = waitLimitMs,
): Promise<NonNullable<T>> {
  const started = performance.now();
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && (seen as unknown) !== false) return seen as NonNullable<T>;
    if (performance.now() - started > limitMs) throw new Error(`Waited ${limitMs / 1000} s for ${what}`);
    await sleep(100);
  }
}

/** Opens a tab. What puppeteer waits for in it has the same limit as `until`. */
export async function openTab(browser: Browser, options: { background?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(waitLimitMs);
  return page;
}

/** Runs in a page of the extension; asks as its own pages do. */
export async function askFrom<N extends MessageName>(
  page: Page,
  name: N,
  ...args: Parameters<Messages[N]>
): Promise<Asked<N>> {
  const answer = (await page.evaluate(
    (message) => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return api.runtime.sendMessage(message);
    },
    { name, args } as never,
  )) as Answer<N> | undefined;
  if (answer === undefined || answer === null) throw new Error(`Cannot ask "${name}": nobody answered`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.ok;
}

/** Ticks every `[data-confirm]` and presses `[data-action="agree"]` on the consent page. */
export async function agreeOn(page: Page): Promise<void> {
  await page.waitForSelector('[data-action="agree"]', { timeout: waitLimitMs });
  for (const box of await page.$$('[data-confirm]')) await box.click();
  await page.click('[data-action="agree"]');
}
