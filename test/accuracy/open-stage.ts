/**
 * One real browser in a window on its own virtual screen, with a simulated person. Mouse and keyboard input comes from the
 * screen (xdotool), so focus, idle time and locks are real. The stopwatch uses the times at which pages received their
 * events (portal-pages.ts), so a busy machine that acts late does not cause an error.
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
import { openPortals, type Portals, type Sighting } from './portal-pages.ts';

const preferences = {
  // Under automation Firefox closes file choosers by itself. This prevents it.
  'remote.bidi.dismiss_file_pickers.enabled': false,
  // A temporary add-on is removed with the browser. This keeps its data, as for an installed one.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

export const hostA = 'www.gsdj.gov.cn';
export const hostB = 'mzt.gansu.gov.cn';

export interface Stage {
  readonly name: BrowserName;
  readonly portals: Portals;
  readonly display: Display;
  readonly driver: Driver;
  readonly chrome: ChromeDriver;
  readonly firefox: FirefoxDriver;
  /** Opens the browser again on the same profile, optionally with its previous tabs. */
  reopen(options?: { readonly restore: boolean }): Promise<void>;
  /** The page that was open before the extension was installed, if the options ask for one. */
  readonly earlier: Page | undefined;
  /** A tab of the extension, used to leave the portal. */
  readonly desk: Page;
  /** Opens a portal page in a new tab in front; `at` is the time from which it is in front. */
  open(path?: string, host?: string): Promise<{ readonly page: Page; readonly at: number }>;
  /** The time from which a page is in front that was requested at `since`. */
  arrived(host: string, since: number, path?: string): Promise<number>;
  /** The time of the first reported event since `since` that `fits`. `what` names it in the error. */
  seen(what: string, since: number, fits: (sighting: Sighting) => boolean): Promise<number>;
  /** Clicks into the page; returns the time at which the page received it. */
  click(x?: number): Promise<number>;
  /** Moves the mouse a little, which is real input. */
  nudge(): void;
  /** When the mouse was last moved. */
  readonly nudged: number;
  key(...keys: string[]): void;
  /** Stays on the page for `ms`, moving the mouse every four seconds. */
  work(ms: number): Promise<void>;
  /** Brings the desk to the front; returns the time at which the portal page lost the front. */
  leave(): Promise<number>;
  /** Brings a page to the front; returns the time at which it was in front. */
  back(page: Page): Promise<number>;
  /** Closes the page in front with the keyboard; returns the time at which it lost the front. */
  shut(): Promise<number>;
  read(): Promise<DaySummary>;
  close(): Promise<void>;
}

/** The time of an action that no page reports: the middle between its start and its end (wall clock). */
export async function moment(act: () => unknown): Promise<number> {
  const before = Date.now();
  await act();
  return (before + Date.now()) / 2;
}

const isFront = ({ top, visible, focus }: Sighting) => top && visible && focus;
// The focus is lost at once, but a page may stay visible for seconds, until the page that covers it is drawn.
const isGone = ({ top, visible, focus, kind }: Sighting) => top && (!visible || !focus || kind === 'pagehide');

export interface StageOptions {
  /** The profile is kept when the browser is closed. */
  readonly keep?: boolean | undefined;
  /** Opens a portal page before the extension is installed. */
  readonly earlier?: boolean | undefined;
}

export async function openStage(name: BrowserName, options: StageOptions = {}): Promise<Stage> {
  const portals = await openPortals();
  const display = await openDisplay();
  const profile = options.keep ? mkdtempSync(join(tmpdir(), 'accuracy-')) : undefined;
  let earlier: Page | undefined;
  const before = async (browser: Browser) => {
    earlier = await browser.newPage();
    await earlier.goto(`http://${hostA}/`);
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
    const up: Driver = await start(options.earlier ? { before } : {});
    await up.agree();
    return { up, tab: await up.openOwn('/manifest.json') };
  };
  const { up, tab } = await startFirst().catch(async (error: unknown) => {
    display.close();
    await portals.close();
    throw error;
  });
  let driver = up;
  let desk = tab;
  const hasNoCheckpoints = () =>
    desk.evaluate(async () => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return !Object.keys(await api.storage.local.get(null)).some((key) => key.startsWith('open:'));
    });
  let nudges = 0;
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
    get earlier() {
      return earlier;
    },
    async reopen({ restore } = { restore: false }) {
      // An unpacked extension is removed with the browser and installed again while the restored tabs are open.
      driver = await start({ restore });
      desk = await driver.openOwn('/manifest.json');
    },
    async open(path = '/', host = hostA) {
      // The tab has the focus before the page loads, as after an address is entered.
      const page = await driver.browser.newPage();
      await page.bringToFront();
      const since = Date.now();
      await page.goto(`http://${host}${path}`);
      return { page, at: await stage.arrived(host, since, new URL(path, 'http://x').pathname) };
    },
    async arrived(host, since, path = '/') {
      const ours = (one: Sighting) => one.host === host && one.path === path && one.top;
      const front = await stage.seen('the page to be in front', since, (one) => ours(one) && isFront(one));
      // A page that loads in a tab in front counts as in front from the server's answer.
      const isAtOnce = portals.sightings.some(
        (one) => one.kind === 'load' && one.at >= since && ours(one) && one.visible,
      );
      const answered = portals.answers
        .filter((one) => one.host === host && one.at >= since && one.at <= front)
        .at(-1)?.at;
      return isAtOnce && answered !== undefined ? answered : front;
    },
    seen: (what, since, fits) =>
      until(what, () => portals.sightings.find((one) => one.at >= since - 20 && fits(one))?.at, 60_000),
    click(x = 600) {
      const since = Date.now();
      display.xdotool('mousemove', String(x), '420', 'click', '1');
      return stage.seen('a click', since, (one) => one.kind === 'pointerdown');
    },
    nudge() {
      nudges = (nudges + 1) % 40;
      display.xdotool('mousemove', String(560 + nudges), '420', 'mousemove_relative', '--', '7', '3');
      nudged = Date.now();
    },
    get nudged() {
      return nudged;
    },
    key(...keys) {
      display.xdotool('key', ...keys);
    },
    async work(ms) {
      const end = Date.now() + ms;
      for (let rest = ms; rest > 0; rest = end - Date.now()) {
        if (rest > 1000) stage.nudge();
        await sleep(Math.min(rest, 4000));
      }
    },
    async leave() {
      const since = Date.now();
      await desk.bringToFront();
      return stage.seen('the page to go', since, isGone);
    },
    async back(page) {
      const since = Date.now();
      await page.bringToFront();
      return stage.seen('the page to come', since, isFront);
    },
    async shut() {
      const since = Date.now();
      stage.key('ctrl+w');
      return stage.seen('the page to go', since, isGone);
    },
    async read() {
      await sleep(1500);
      // An update closes the extension's pages.
      if (!(await desk.evaluate(() => true).catch(() => false))) desk = await driver.openOwn('/manifest.json');
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
