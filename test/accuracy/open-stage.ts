/**
 * Opens a real browser in a window on its own virtual screen, with a simulated person. Mouse and keyboard input comes
 * from the screen (xdotool), so focus, idle time and locks are real. The stopwatch uses the times at which pages
 * received their events (portal-pages.ts), so late actions of a busy machine do not cause errors.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import { type ChromeDriver, openChrome } from '../support/chrome.ts';
import { type Driver, sleep, until } from '../support/driver.ts';
import type { BrowserName } from '../support/find-browser.ts';
import { type FirefoxDriver, openFirefox } from '../support/firefox.ts';
import { type Display, openDisplay } from '../support/virtual-display.ts';
import { openPortals, type PortalEvent, type Portals } from './portal-pages.ts';

const preferences = {
  // Under automation, Firefox closes file choosers by itself. This setting keeps them open.
  'remote.bidi.dismiss_file_pickers.enabled': false,
  // A temporary add-on is removed when the browser closes. This setting keeps the data of the add-on.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

export const hostA = 'www.gsdj.gov.cn';
export const hostB = 'mzt.gansu.gov.cn';

/** A browser with its screen and portals, and the actions of the person. */
export interface Stage {
  readonly name: BrowserName;
  readonly portals: Portals;
  readonly display: Display;
  readonly driver: Driver;
  readonly chrome: ChromeDriver;
  readonly firefox: FirefoxDriver;
  /** Opens the browser again with the same profile, optionally with the tabs that were open when the browser closed. */
  reopen(options?: { readonly restore: boolean }): Promise<void>;
  /** The page that was open before the extension was installed, if the options ask for one. */
  readonly earlierPage: Page | undefined;
  /** A tab of the extension. The person leaves the portal page when this tab is brought to the front. */
  readonly ownTab: Page;
  /** Opens a portal page in a new tab in front; `at` is the time from which the page is in front. */
  open(path?: string, host?: string): Promise<{ readonly page: Page; readonly at: number }>;
  /** Waits for a page that was requested at `since`; returns the time from which the page is in front. */
  waitUntilInFront(host: string, since: number, path?: string): Promise<number>;
  /**
   * Waits for the first event that a page received after `since` and for which `fits` is true. Returns the time of the
   * event. `label` names the event in the error message.
   */
  waitForEvent(label: string, since: number, fits: (event: PortalEvent) => boolean): Promise<number>;
  /** Clicks into the page; returns the time at which the page received the click. */
  click(x?: number): Promise<number>;
  /** Moves the mouse a little, which is real input. */
  moveMouse(): void;
  /** The time of the latest mouse movement. */
  readonly mouseMovedAt: number;
  key(...keys: string[]): void;
  /** Stays on the page for `ms`, moving the mouse every four seconds. */
  work(ms: number): Promise<void>;
  /** Brings the extension's own tab to the front; returns the time at which the portal page lost the front. */
  leavePage(): Promise<number>;
  /** Brings a page to the front; returns the time from which the page is in front. */
  bringToFront(page: Page): Promise<number>;
  /** Closes the page in front with the keyboard; returns the time at which this page lost the front. */
  closePage(): Promise<number>;
  /** Waits until closed pages have delivered their events, then reads the day summary of today. */
  read(): Promise<DaySummary>;
  close(): Promise<void>;
}

/**
 * Performs an action for which no page receives an event. The returned time is the middle between the start and the
 * end of the action (wall clock).
 */
export async function timeOfAction(act: () => unknown): Promise<number> {
  const before = Date.now();
  await act();
  return (before + Date.now()) / 2;
}

const isFront = ({ top, visible, focus }: PortalEvent) => top && visible && focus;
// The focus is lost at once, but a page may stay visible for seconds, until the page that covers it is drawn.
const isGone = ({ top, visible, focus, kind }: PortalEvent) => top && (!visible || !focus || kind === 'pagehide');

/** What a scenario needs in addition to a new browser. */
export interface StageOptions {
  /** The profile is kept when the browser is closed. */
  readonly keepsProfile?: boolean | undefined;
  /** Opens a portal page before the extension is installed. */
  readonly hasEarlierPage?: boolean | undefined;
}

/** Starts portals, screen and browser, and agrees to recording. `close` of the returned stage ends all of them. */
export async function openStage(name: BrowserName, options: StageOptions = {}): Promise<Stage> {
  const portals = await openPortals();
  const display = await openDisplay();
  const profile = options.keepsProfile ? mkdtempSync(join(tmpdir(), 'accuracy-')) : undefined;
  let earlierPage: Page | undefined;
  const before = async (browser: Browser) => {
    earlierPage = await browser.newPage();
    await earlierPage.goto(`http://${hostA}/`);
  };
  const start = async (more: { restore?: boolean; before?: typeof before }) => {
    const launch = { env: display.env, protocolTimeout: 180_000, timeout: 120_000 };
    const common = { port: portals.port, headless: false, launch, ...(profile && { profile }) };
    const { restore, ...rest } = more;
    if (name === 'chromium') return openChrome({ ...common, ...rest, args: restore ? ['--restore-last-session'] : [] });
    const startup = restore ? { 'browser.startup.page': 3 } : {};
    return openFirefox({ ...common, ...rest, preferences: { ...preferences, ...startup } });
  };
  const startFirst = async () => {
    const up: Driver = await start(options.hasEarlierPage ? { before } : {});
    await up.agree();
    return { up, tab: await up.openOwn('/manifest.json') };
  };
  const { up, tab } = await startFirst().catch(async (error: unknown) => {
    display.close();
    await portals.close();
    throw error;
  });
  let driver = up;
  let ownTab = tab;
  const hasNoCheckpoints = () =>
    ownTab.evaluate(async () => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return !Object.keys(await api.storage.local.get(null)).some((key) => key.startsWith('open:'));
    });
  let mouseMoves = 0;
  let mouseMovedAt = 0;
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
    get ownTab() {
      return ownTab;
    },
    get earlierPage() {
      return earlierPage;
    },
    async reopen({ restore } = { restore: false }) {
      // The browser removes an unpacked extension when it closes. The extension is installed again while the restored
      // tabs are open.
      driver = await start({ restore });
      ownTab = await driver.openOwn('/manifest.json');
    },
    async open(path = '/', host = hostA) {
      // The tab has the focus before the page loads, as after an address is entered.
      const page = await driver.browser.newPage();
      await page.bringToFront();
      const since = Date.now();
      await page.goto(`http://${host}${path}`);
      return { page, at: await stage.waitUntilInFront(host, since, new URL(path, 'http://x').pathname) };
    },
    async waitUntilInFront(host, since, path = '/') {
      const ours = (event: PortalEvent) => event.host === host && event.path === path && event.top;
      const front = await stage.waitForEvent(
        'the page to be in front',
        since,
        (event) => ours(event) && isFront(event),
      );
      // A page that loads in the tab in front counts as in front from the time at which the server answers.
      const isAtOnce = portals.events.some(
        (event) => event.kind === 'load' && event.at >= since && ours(event) && event.visible,
      );
      const answered = portals.answers
        .filter((answer) => answer.host === host && answer.at >= since && answer.at <= front)
        .at(-1)?.at;
      return isAtOnce && answered !== undefined ? answered : front;
    },
    waitForEvent: (label, since, fits) =>
      until(label, () => portals.events.find((event) => event.at >= since - 20 && fits(event))?.at, 60_000),
    click(x = 600) {
      const since = Date.now();
      display.xdotool('mousemove', String(x), '420', 'click', '1');
      return stage.waitForEvent('a click', since, (event) => event.kind === 'pointerdown');
    },
    moveMouse() {
      mouseMoves = (mouseMoves + 1) % 40;
      display.xdotool('mousemove', String(560 + mouseMoves), '420', 'mousemove_relative', '--', '7', '3');
      mouseMovedAt = Date.now();
    },
    get mouseMovedAt() {
      return mouseMovedAt;
    },
    key(...keys) {
      display.xdotool('key', ...keys);
    },
    async work(ms) {
      const end = Date.now() + ms;
      for (let rest = ms; rest > 0; rest = end - Date.now()) {
        if (rest > 1000) stage.moveMouse();
        await sleep(Math.min(rest, 4000));
      }
    },
    async leavePage() {
      const since = Date.now();
      await ownTab.bringToFront();
      return stage.waitForEvent('the page to lose the front', since, isGone);
    },
    async bringToFront(page) {
      const since = Date.now();
      await page.bringToFront();
      return stage.waitForEvent('the page to be in front', since, isFront);
    },
    async closePage() {
      const since = Date.now();
      stage.key('ctrl+w');
      return stage.waitForEvent('the page to lose the front', since, isGone);
    },
    async read() {
      await sleep(1500);
      // An update closes the extension's pages.
      if (!(await ownTab.evaluate(() => true).catch(() => false))) ownTab = await driver.openOwn('/manifest.json');
      // Closed pages have delivered everything once their checkpoints are gone. Checkpoints of killed pages stay.
      await until('the checkpoints of closed pages to be removed', hasNoCheckpoints, 10_000).catch(() => null);
      let lastError: unknown;
      const { today } = await until(
        'an answer',
        () =>
          driver.askWorker('state.read').catch((error: unknown) => {
            lastError = error;
            return null;
          }),
        60_000,
      ).catch((error: unknown) => {
        throw lastError ?? error;
      });
      return driver.askWorker('day.read', today);
    },
    async close() {
      await driver.close().catch(() => {
        // Some scenarios have already killed the browser.
      });
      display.close();
      await portals.close();
      if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return stage;
}
