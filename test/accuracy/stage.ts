/**
 * One real browser in a real window on a screen of its own, and a person before it: mouse and keys are the screen's
 * (xdotool), so that focus, idle time and locks are the system's. The stopwatch is this process's own clock.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DaySummary } from '../../src/core/summary.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { type Driver, sleep, until } from '../support/driver.ts';
import type { BrowserName } from '../support/find-browser.ts';
import { type FirefoxDriver, openFirefox } from '../support/firefox.ts';
import { openPortals, type Portals } from './pages.ts';

/** Under automation Firefox sends file choosers away by itself; a person's doesn't. */
const preferences = { 'remote.bidi.dismiss_file_pickers.enabled': false };

export const hostA = 'www.gsdj.gov.cn';
export const hostB = 'mzt.gansu.gov.cn';

export interface Stage {
  readonly name: BrowserName;
  readonly portals: Portals;
  readonly display: Display;
  readonly driver: Driver;
  readonly chrome: ChromeDriver;
  readonly firefox: FirefoxDriver;
  /** Closes what is there and opens the browser again on the same profile. */
  reopen(): Promise<void>;
  /** A tab of the extension, for looking away from the portal. */
  readonly desk: Page;
  /** Opens a portal's page in a new tab in front. */
  open(path?: string, host?: string): Promise<Page>;
  /** One real click into the page; the answer is the moment. */
  click(x?: number): Promise<number>;
  /** Moves the mouse a little; a real input. */
  nudge(): void;
  key(...keys: string[]): void;
  /** Stays for a while, moving the mouse every four seconds. */
  work(ms: number): Promise<void>;
  /** Brings the desk before the portal; the answer is the moment. */
  leave(): Promise<number>;
  /** Brings a page before all others; the answer is the moment. */
  back(page: Page): Promise<number>;
  read(): Promise<DaySummary>;
  close(): Promise<void>;
}

/** What it takes to do something has its middle taken for the moment at which it happened. */
export async function moment(act: () => unknown): Promise<number> {
  const before = performance.now();
  await act();
  return (before + performance.now()) / 2;
}

export async function openStage(name: BrowserName, options: { readonly keep?: boolean } = {}): Promise<Stage> {
  const portals = await openPortals();
  const display = await openDisplay();
  const profile = options.keep ? mkdtempSync(join(tmpdir(), 'accuracy-')) : undefined;
  const start = async () => {
    const common = { port: portals.port, headless: false, launch: { env: display.env }, ...(profile && { profile }) };
    return name === 'chromium' ? openChrome(common) : openFirefox({ ...common, preferences });
  };
  const comeUp = async () => {
    const up: Driver = await start();
    await up.agree();
    return { up, tab: await up.openOwn('/manifest.json') };
  };
  const { up, tab } = await comeUp().catch(async (trouble: unknown) => {
    display.close();
    await portals.close();
    throw trouble;
  });
  let driver = up;
  let desk = tab;
  let nudged = 0;
  const stage: Stage = {
    name,
    portals,
    display,
    get driver() {
      return driver;
    },
    get chrome() {
      return driver as ChromeDriver;
    },
    get firefox() {
      return driver as FirefoxDriver;
    },
    get desk() {
      return desk;
    },
    async reopen() {
      driver = await start();
      desk = await driver.openOwn('/manifest.json');
    },
    async open(path = '/', host = hostA) {
      const page = await driver.open(`http://${host}${path}`);
      await page.bringToFront();
      await sleep(500);
      return page;
    },
    click: (x = 600) => moment(() => display.xdotool('mousemove', String(x), '420', 'click', '1')),
    nudge() {
      nudged = (nudged + 1) % 40;
      display.xdotool('mousemove', String(560 + nudged), '420', 'mousemove_relative', '--', '7', '3');
    },
    key(...keys) {
      display.xdotool('key', ...keys);
    },
    async work(ms) {
      const end = performance.now() + ms;
      for (let rest = ms; rest > 0; rest = end - performance.now()) {
        if (rest > 1000) stage.nudge();
        await sleep(Math.min(rest, 4000));
      }
    },
    leave: () => moment(() => desk.bringToFront()),
    back: (page) => moment(() => page.bringToFront()),
    async read() {
      await sleep(1500);
      const { today } = await until('an answer', () => driver.askWorker('state.read').catch(() => null));
      return driver.askWorker('day.read', today);
    },
    async close() {
      await driver.close().catch(() => {
        // Some scenarios have killed it already.
      });
      display.close();
      await portals.close();
      if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return stage;
}
