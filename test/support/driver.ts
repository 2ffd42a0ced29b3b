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

/** Polls until `look` answers something true. Throws `Waited N s for WHAT` after the limit. */
export async function until<T>(what: string, look: () => Promise<T> | T, limitMs = 15_000): Promise<NonNullable<T>> {
  const started = performance.now();
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && (seen as unknown) !== false) return seen as NonNullable<T>;
    if (performance.now() - started > limitMs) throw new Error(`Waited ${limitMs / 1000} s for ${what}`);
    await sleep(100);
  }
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
  await page.waitForSelector('[data-action="agree"]', { timeout: 15_000 });
  for (const box of await page.$$('[data-confirm]')) await box.click();
  await page.click('[data-action="agree"]');
}
