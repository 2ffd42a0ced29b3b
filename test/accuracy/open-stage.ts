/**
 * One real browser in a real window on a screen of its own, and a person before it: mouse and keys are the screen's
 * (xdotool), so that focus, idle time and locks are the system's. The stopwatch reads what pages were given by the
 * browser (pages.ts) by the wall clock, so that a busy machine, which does late what it was asked, makes no error.
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
  // Under automation Firefox sends file choosers away by itself; a person's doesn't.
  'remote.bidi.dismiss_file_pickers.enabled': false,
  // A temporary add-on goes with the browser; what it stored stays, as that of one that is installed does.
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
  /** Opens the browser again on the same profile, on request with the tabs it had. */
  reopen(options?: { readonly restore: boolean }): Promise<void>;
  /** The page that was open before the extension came, if one was asked for. */
  readonly earlier: Page | undefined;
  /** A tab of the extension, for looking away from the portal. */
  readonly desk: Page;
  /** Opens a portal's page in a new tab in front; `at` is since when it is. */
  open(path?: string, host?: string): Promise<{ readonly page: Page; readonly at: number }>;
  /** Since when a page that was asked for then is in front. */
  arrived(host: string, since: number, path?: string): Promise<number>;
  /** The moment of the first thing that a page of a portal was given since then and that fits. */
  seen(what: string, since: number, fits: (sighting: Sighting) => boolean): Promise<number>;
  /** One real click into the page; the answer is the moment at which the page had it. */
  click(x?: number): Promise<number>;
  /** Moves the mouse a little; a real input. */
  nudge(): void;
  /** When the mouse was last moved. */
  readonly nudged: number;
  key(...keys: string[]): void;
  /** Stays for a while, moving the mouse every four seconds. */
  work(ms: number): Promise<void>;
  /** Brings the desk before the portal; the answer is the moment at which the portal's page went. */
  leave(): Promise<number>;
  /** Brings a page before all others; the answer is the moment at which it came. */
  back(page: Page): Promise<number>;
  /** Closes the page in front as a person does, by keys; the answer is the moment at which it went. */
  shut(): Promise<number>;
  read(): Promise<DaySummary>;
  close(): Promise<void>;
}

/** For what no page can tell of: the middle of the time it takes to do it, by the wall clock. */
export async function moment(act: () => unknown): Promise<number> {
  const before = Date.now();
  await act();
  return (before + Date.now()) / 2;
}

const isFront = ({ top, visible, focus }: Sighting) => top && visible && focus;
// The focus goes at once; a page may stay visible for seconds, until what comes before it is drawn.
const isGone = ({ top, visible, focus, kind }: Sighting) => top && (!visible || !focus || kind === 'pagehide');

export interface StageOptions {
  /** The profile outlives the browser. */
  readonly keep?: boolean | undefined;
  /** A portal's page is open before the extension is installed. */
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
  const comeUp = async () => {
    const up: Driver = await start(options.earlier ? { before } : {});
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
  const areTold = () =>
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
      // An unpacked extension goes with the browser and comes again, to tabs that are there.
      driver = await start({ restore });
      desk = await driver.openOwn('/manifest.json');
    },
    async open(path = '/', host = hostA) {
      // The tab has the focus before the page comes, as after an address is entered or a link followed.
      const page = await driver.browser.newPage();
      await page.bringToFront();
      const since = Date.now();
      await page.goto(`http://${host}${path}`);
      return { page, at: await stage.arrived(host, since, new URL(path, 'http://x').pathname) };
    },
    async arrived(host, since, path = '/') {
      const ours = (one: Sighting) => one.host === host && one.path === path && one.top;
      const front = await stage.seen('the page to be in front', since, (one) => ours(one) && isFront(one));
      // A page that comes up in a tab in front is in front from its answer on.
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
      // An update takes the extension's pages away.
      if (!(await desk.evaluate(() => true).catch(() => false))) desk = await driver.openOwn('/manifest.json');
      // What pages said as they went has come when their records are gone; those of pages that were killed stay.
      await until('the last words of pages', areTold, 10_000).catch(() => null);
      let lastTrouble: unknown;
      const { today } = await until(
        'an answer',
        () =>
          driver.askWorker('state.read').catch((trouble: unknown) => {
            lastTrouble = trouble;
            return null;
          }),
        60_000,
      ).catch((trouble: unknown) => {
        throw lastTrouble ?? trouble;
      });
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
