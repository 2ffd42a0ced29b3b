/**
 * The scenarios: what a person does and how much time must be counted. Expected times come from events that pages
 * receive (portal-pages.ts) or from actions of this process, never from the extension.
 */
import type { Page } from 'puppeteer-core';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import { sleep, until } from '../support/driver.ts';
import type { BrowserName } from '../support/find-browser.ts';
import * as browserActions from './browser-actions.ts';
import { hostA, hostB, type Stage, type StageOptions, timeOfAction } from './open-stage.ts';
import type { PortalEvent } from './portal-pages.ts';

/** The times of the ledger that a scenario can compare. */
export type Counted = 'attention' | 'active' | 'watching' | 'unattended';

/** One compared time of a scenario. */
export interface Line {
  readonly state: Counted;
  readonly expectedMs: number;
  readonly countedMs: number;
  /** The largest loss that is allowed after a kill. It replaces the limit of one second or one per cent. */
  readonly boundMs?: number;
  /** The feature that the browser lacks, if the time cannot be measured for this reason. */
  readonly lacking?: string;
}

/** A scenario and the times that are compared. */
export interface Scenario extends StageOptions {
  readonly name: string;
  /** Approximate duration of the scenario, for planning. */
  readonly seconds: number;
  /** For each browser that cannot perform the scenario, the feature that the browser lacks. */
  readonly lacking?: Partial<Record<BrowserName, string>>;
  readonly run: (stage: Stage) => Promise<Line[]>;
}

const s = 1000;
const idleMs = 60 * s;
const systemIdleMs = 300 * s;
/**
 * The first Chromium that keeps a page in its back/forward cache although the extension answers a message of the page.
 * Every page sends a message when it is left.
 */
const firstWithCachedRecipients = 123;
/** A kill may lose the time since the last checkpoint, which is written every five seconds. */
const lossBoundMs = 5 * s;

function readCounted(day: DaySummary, state: Counted, host: string): number {
  const system = day.systems.find((candidate) => candidate.id === host);
  if (system === undefined) return 0;
  if (state === 'active') return system.activeMs;
  if (state === 'watching') return system.watchingMs;
  return state === 'unattended' ? system.unattendedMs : system.activeMs + system.watchingMs;
}
const line = (day: DaySummary, state: Counted, expectedMs: number, host = hostA, boundMs?: number): Line => ({
  state,
  expectedMs: Math.round(expectedMs),
  countedMs: Math.round(readCounted(day, state, host)),
  ...(boundMs !== undefined && { boundMs }),
});

const isInFront =
  (host: string) =>
  (event: PortalEvent): boolean =>
    event.host === host && event.top && event.visible && event.focus;
const hasLostFront =
  (host: string) =>
  (event: PortalEvent): boolean =>
    event.host === host && event.top && !(event.visible && event.focus);

/** Returns a scenario that opens a page, works on it for `ms`, leaves it, and reads the ledger. */
const workOn =
  (path: string, ms: number, during?: (stage: Stage) => Promise<unknown>) =>
  async (stage: Stage): Promise<Line[]> => {
    await stage.open(path);
    const from = await stage.click();
    await Promise.all([stage.work(ms), during?.(stage)]);
    const to = await stage.leavePage();
    return [line(await stage.read(), 'active', to - from)];
  };

/** Returns a scenario that opens a modal dialog by a key, and six seconds later closes the dialog by another key. */
const openDialog = (key: string, close: string) => async (stage: Stage) => {
  const { at: from } = await stage.open('/dialogs');
  await stage.click();
  await stage.work(5 * s);
  stage.key(key);
  await sleep(6 * s);
  stage.key(close);
  await sleep(1.5 * s);
  await stage.work(4 * s);
  const to = await stage.leavePage();
  return [line(await stage.read(), 'attention', to - from)];
};

/**
 * Returns a scenario that works on a page while the caret is outside of the page for ten seconds. The window keeps the
 * focus, so no time is lost.
 */
const caretOutside =
  (open: (stage: Stage) => unknown, close: (stage: Stage) => unknown, path = '/') =>
  async (stage: Stage) => {
    await stage.open(path);
    const from = await stage.click();
    await stage.work(4 * s);
    const openedAt = Date.now();
    await open(stage);
    await stage.waitForEvent('the page to lose the focus', openedAt, ({ focus }) => !focus);
    await stage.work(10 * s);
    const closedAt = Date.now();
    await close(stage);
    await stage.waitForEvent('the page to have the focus', closedAt, ({ focus }) => focus);
    await stage.work(4 * s);
    const to = await stage.leavePage();
    return [line(await stage.read(), 'active', to - from)];
  };
const pressKey = (key: string) => (stage: Stage) => stage.key(key);

export const scenarios: readonly Scenario[] = [
  {
    name: 'in brief: blocked thread, alert, stopped worker, second window',
    seconds: 24,
    async run(stage) {
      const { at: from } = await stage.open('/dialogs');
      await stage.click();
      await stage.work(2 * s);
      stage.key('b');
      await sleep(5.5 * s);
      stage.key('a');
      await sleep(3 * s);
      stage.key('Return');
      await stage.driver.killWorker();
      await stage.work(2 * s);
      const requestedAt = Date.now();
      await browserActions.openWindow(stage, `http://${hostB}/`);
      const leftAt = await stage.waitForEvent('the first window to lose the focus', requestedAt, hasLostFront(hostA));
      const secondFrontAt = await stage.waitUntilInFront(hostB, requestedAt);
      await stage.work(3 * s);
      const closingAt = Date.now();
      const to = await stage.closePage();
      const backAt = await stage.waitForEvent('the first window to have the focus', closingAt, isInFront(hostA));
      await stage.work(2 * s);
      const end = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'attention', leftAt - from + end - backAt), line(day, 'attention', to - secondFrontAt, hostB)];
    },
  },
  { name: 'active 20 s', seconds: 20, run: workOn('/', 20 * s) },
  {
    name: 'worker stopped at 10, read at 35',
    seconds: 35,
    run: workOn('/', 35 * s, async ({ driver }) => {
      await sleep(10 * s);
      await driver.killWorker();
    }),
  },
  {
    name: 'worker killed every 3 s for a minute',
    seconds: 62,
    run: workOn('/', 60 * s, async ({ driver }) => {
      for (const end = Date.now() + 57 * s; Date.now() < end; ) {
        await sleep(3 * s);
        await driver.killWorker().catch(() => {
          // The worker was already stopped.
        });
      }
    }),
  },
  {
    name: 'thread blocked 5 of 15 s',
    seconds: 15,
    run: workOn('/busy', 15 * s, async (stage) => {
      await sleep(5 * s);
      stage.key('b');
    }),
  },
  { name: 'thread blocked 5 s in every 10', seconds: 40, run: workOn('/janky', 40 * s) },
  { name: 'caret in the find bar 10 of 18 s', seconds: 18, run: caretOutside(pressKey('ctrl+f'), pressKey('Escape')) },
  {
    name: 'focus in a frame, then caret in the find bar 10 of 18 s',
    seconds: 18,
    run: caretOutside(pressKey('ctrl+f'), pressKey('Escape'), '/framed'),
  },
  {
    name: 'caret in the address bar 10 of 18 s',
    seconds: 18,
    run: caretOutside(pressKey('ctrl+l'), (stage) => stage.click()),
  },
  {
    name: 'caret in docked developer tools 10 of 18 s',
    seconds: 22,
    run: caretOutside(pressKey('F12'), pressKey('F12')),
  },
  {
    name: "caret in the extension's popup 10 of 18 s",
    seconds: 18,
    run: caretOutside(browserActions.openPopup, pressKey('Escape')),
  },
  {
    name: 'caret in the find bar, another window in front for 6 s',
    seconds: 30,
    async run(stage) {
      const { at } = await stage.open();
      await stage.click(300);
      const windows = [browserActions.frontWindow(stage)];
      const requestedAt = Date.now();
      await browserActions.openWindow(stage, `http://${hostB}/`);
      const gone = await stage.waitForEvent('the first window to lose the focus', requestedAt, hasLostFront(hostA));
      const shownAt = await stage.waitUntilInFront(hostB, requestedAt);
      windows.push(browserActions.frontWindow(stage));
      browserActions.placeSideBySide(stage, windows[0] as string, windows[1] as string);
      await sleep(s);
      const activate = async (n: 0 | 1, label: string) => {
        const since = Date.now();
        stage.display.xdotool('windowactivate', windows[n] as string);
        return stage.waitForEvent(label, since, isInFront([hostA, hostB][n] as string));
      };
      const firstAt = await activate(0, 'the first window to be in front');
      const pressedAt = Date.now();
      stage.key('ctrl+f');
      await stage.waitForEvent('the page to lose the focus', pressedAt, hasLostFront(hostA));
      await stage.work(6 * s);
      // The page in the first window gets no event now, nor when its window is in front again.
      const secondAt = await activate(1, 'the second window to be in front');
      // The mouse moves over the first page, which does not bring its window to the front.
      await stage.work(6 * s);
      const backAt = await timeOfAction(() => stage.display.xdotool('windowactivate', '--sync', windows[0] as string));
      await stage.work(6 * s);
      stage.key('Escape');
      await stage.waitForEvent('the first page to have the focus', backAt, isInFront(hostA));
      const to = await stage.leavePage();
      const day = await stage.read();
      return [
        line(day, 'attention', gone - at + secondAt - firstAt + to - backAt),
        line(day, 'attention', firstAt - shownAt + backAt - secondAt, hostB),
      ];
    },
  },
  {
    name: 'PDF in a tab 15 s',
    seconds: 15,
    async run(stage) {
      const page = await stage.driver.browser.newPage();
      await page.bringToFront();
      // In Firefox `goto` does not return for a PDF, because the tab changes its process.
      page.goto(`http://${hostA}/notice.pdf`).catch(() => {});
      const from = await until('the PDF', () => stage.portals.answers.find(({ path }) => path === '/notice.pdf')?.at);
      await stage.work(15 * s);
      const to = await timeOfAction(() => stage.ownTab.bringToFront());
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: 'PDF in a tab, another window in front for 6 s, read while open',
    seconds: 24,
    async run(stage) {
      const page = await stage.driver.browser.newPage();
      await page.bringToFront();
      const window = browserActions.frontWindow(stage);
      page.goto(`http://${hostA}/notice.pdf`).catch(() => {});
      const from = await until('the PDF', () => stage.portals.answers.find(({ path }) => path === '/notice.pdf')?.at);
      await stage.work(6 * s);
      const requestedAt = Date.now();
      await browserActions.openWindow(stage, `http://${hostB}/`);
      const leftAt = await stage.waitUntilInFront(hostB, requestedAt);
      await stage.work(6 * s);
      const backAt = await timeOfAction(() => stage.display.xdotool('windowactivate', '--sync', window));
      await stage.work(6 * s);
      await stage.driver.killWorker();
      const to = await timeOfAction(() => stage.ownTab.bringToFront());
      return [line(await stage.read(), 'attention', leftAt - from + to - backAt)];
    },
  },
  {
    name: 'PDF inside a page 15 s',
    seconds: 15,
    async run(stage) {
      const { at: from } = await stage.open('/paper');
      await stage.work(15 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      // The viewer of the browser gets the input, so the page is watched and not active.
      return [line(day, 'active', 0), line(day, 'watching', to - from)];
    },
  },
  { name: 'alert open 6 of 16 s', seconds: 17, run: openDialog('a', 'Return') },
  { name: 'print dialog open 6 of 16 s', seconds: 17, run: openDialog('p', 'Escape') },
  { name: 'file chooser open 6 of 16 s', seconds: 17, run: openDialog('f', 'Escape') },
  {
    name: 'other tab for 10 of 24 s',
    seconds: 24,
    async run(stage) {
      const { page, at: from } = await stage.open();
      await stage.click();
      await stage.work(7 * s);
      const leftAt = await stage.leavePage();
      await sleep(10 * s);
      const backAt = await stage.bringToFront(page);
      await stage.click();
      await stage.work(7 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', leftAt - from + to - backAt)];
    },
  },
  {
    name: 'second window in front at 6 of 16 s',
    seconds: 16,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      const requestedAt = Date.now();
      await browserActions.openWindow(stage, `http://${hostB}/`);
      const leftAt = await stage.waitForEvent('the first window to lose the focus', requestedAt, hasLostFront(hostA));
      const secondFrontAt = await stage.waitUntilInFront(hostB, requestedAt);
      await stage.click();
      await stage.work(10 * s);
      const closingAt = Date.now();
      const to = await stage.closePage();
      // The first window is in front again until the extension's own tab covers this window.
      const backAt = await stage.waitForEvent('the first window to have the focus', closingAt, isInFront(hostA));
      const end = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'attention', leftAt - from + end - backAt), line(day, 'attention', to - secondFrontAt, hostB)];
    },
  },
  {
    name: 'two windows side by side, each in front twice',
    seconds: 24,
    async run(stage) {
      const { at } = await stage.open();
      await stage.click(300);
      const windows = [browserActions.frontWindow(stage)];
      const requestedAt = Date.now();
      await browserActions.openWindow(stage, `http://${hostB}/`);
      const sums = [
        (await stage.waitForEvent('the first window to lose the focus', requestedAt, hasLostFront(hostA))) - at,
        0,
      ];
      let from = await stage.waitUntilInFront(hostB, requestedAt);
      windows.push(browserActions.frontWindow(stage));
      browserActions.placeSideBySide(stage, windows[0] as string, windows[1] as string);
      // The second window is in front. From now on the two windows are brought to the front in turn, starting with
      // the first window.
      for (let n = 0; n < 4; n++) {
        await sleep(6 * s);
        const switchedAt = Date.now();
        stage.display.xdotool('windowactivate', windows[n % 2] as string);
        const now = await stage.waitForEvent(
          'the other window to be in front',
          switchedAt,
          isInFront([hostA, hostB][n % 2] as string),
        );
        sums[(n + 1) % 2] = (sums[(n + 1) % 2] as number) + now - from;
        from = now;
      }
      await sleep(6 * s);
      const closingAt = Date.now();
      sums[1] = (sums[1] as number) + (await stage.closePage()) - from;
      const backAt = await stage.waitForEvent('the first window to have the focus', closingAt, isInFront(hostA));
      sums[0] = (sums[0] as number) + (await stage.leavePage()) - backAt;
      const day = await stage.read();
      return [hostA, hostB].map((host, i) => line(day, 'attention', sums[i] as number, host));
    },
  },
  {
    name: 'minimised 10 of 22 s',
    seconds: 22,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      const window = browserActions.frontWindow(stage);
      const minimisingAt = Date.now();
      stage.display.xdotool('windowminimize', window);
      const leftAt = await stage.waitForEvent('the window to lose the focus', minimisingAt, hasLostFront(hostA));
      await sleep(10 * s);
      const restoringAt = Date.now();
      stage.display.xdotool('windowactivate', window);
      const backAt = await stage.waitForEvent('the window to be in front', restoringAt, isInFront(hostA));
      // A restored window gets the focus a moment before the window is under the mouse.
      await sleep(s);
      await stage.click();
      await stage.work(6 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', leftAt - from + to - backAt)];
    },
  },
  {
    name: 'back/forward cache 5 + 5 + 5 s',
    seconds: 15,
    async run(stage) {
      const { page, at: from } = await stage.open();
      await stage.click();
      await stage.work(5 * s);
      const leavingAt = Date.now();
      await page.goto(`http://${hostB}/`);
      const changedAt = await stage.waitForEvent('the second page', leavingAt, isInFront(hostB));
      await stage.work(5 * s);
      const returningAt = Date.now();
      await page.evaluate(() => history.back());
      const isCached = stage.name === 'firefox' || stage.chrome.majorVersion >= firstWithCachedRecipients;
      if (isCached)
        await stage.waitForEvent(
          'the first page from the cache',
          returningAt,
          (event) => event.kind === 'pageshow from cache',
        );
      const backAt = isCached
        ? await stage.waitForEvent('the first page', returningAt, isInFront(hostA))
        : await stage.waitUntilInFront(hostA, returningAt);
      await stage.work(5 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      const lines = [
        line(day, 'attention', changedAt - from + to - backAt),
        line(day, 'attention', backAt - changedAt, hostB),
      ];
      const lacking = `no page from the cache: Chromium before ${firstWithCachedRecipients} loads it again (measured above)`;
      return isCached ? lines : [...lines, { state: 'attention', expectedMs: 0, countedMs: 0, lacking }];
    },
  },
  { name: 'single-page routes', seconds: 15, run: workOn('/routes', 15 * s) },
  {
    name: 'page navigated 100 times',
    seconds: 60,
    async run(stage) {
      const { page, at: from } = await stage.open();
      await stage.click();
      for (let n = 0; n < 100; n++) {
        if (n % 10 === 0) stage.moveMouse();
        await page.goto(`http://${hostA}/?${n}`, { waitUntil: 'domcontentloaded' });
        await sleep(250);
      }
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: '30 tabs, one used',
    seconds: 45,
    async run(stage) {
      for (let n = 0; n < 29; n++) await stage.driver.open(`http://${hostB}/?${n}`);
      await stage.ownTab.bringToFront();
      const before = await stage.read();
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(20 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      const others = line(day, 'attention', 0, hostB);
      return [
        line(day, 'attention', to - from),
        { ...others, countedMs: others.countedMs - readCounted(before, 'attention', hostB) },
      ];
    },
  },
  {
    name: 'process stopped 90 s',
    seconds: 105,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      const stoppedAt = await timeOfAction(() => process.kill(-stage.driver.pid, 'SIGSTOP'));
      await sleep(90 * s);
      const resumedAt = await timeOfAction(() => process.kill(-stage.driver.pid, 'SIGCONT'));
      await stage.work(6 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', stoppedAt - from + to - resumedAt)];
    },
  },
  {
    name: 'process stopped 15 of 27 s (a gap that is attended)',
    seconds: 27,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      process.kill(-stage.driver.pid, 'SIGSTOP');
      await sleep(15 * s);
      process.kill(-stage.driver.pid, 'SIGCONT');
      await stage.work(6 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: '75 s in front without input',
    seconds: 75,
    async run(stage) {
      const { at } = await stage.open();
      await stage.click();
      await sleep(75 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - at - idleMs)];
    },
  },
  {
    name: 'page scrolls itself, mouse rests',
    seconds: 75,
    async run(stage) {
      const { at } = await stage.open('/scrolls');
      await stage.click();
      await sleep(75 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - at - idleMs)];
    },
  },
  ...['/framed', '/nested', '/sandboxed', '/written'].map((path) => ({
    name: `input only inside frames (${path.slice(1)})`,
    seconds: 75,
    // This is longer than the idle time. If input in the frame were missed, time would count as watching.
    run: workOn(path, 75 * s),
  })),
  { name: 'input only in a closed shadow root', seconds: 75, run: workOn('/shadow', 75 * s) },
  { name: 'timers cleared by the page', seconds: 20, run: workOn('/timers', 20 * s) },
  {
    name: 'media in a hidden tab',
    seconds: 25,
    async run(stage) {
      const { page, at: from } = await stage.open('/lecture');
      await stage.click();
      await stage.work(5 * s);
      const leftAt = await stage.leavePage();
      await sleep(15 * s);
      const backAt = await stage.bringToFront(page);
      await stage.click();
      await stage.work(5 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', leftAt - from + to - backAt)];
    },
  },
  {
    name: 'browser killed at 12.3 s',
    seconds: 15,
    keepsProfile: true,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(12.3 * s);
      const killedAt = Date.now();
      await browserActions.killBrowser(stage);
      await stage.reopen();
      return [line(await stage.read(), 'attention', killedAt - from, hostA, lossBoundMs)];
    },
  },
  {
    name: 'five tabs crash at five moments',
    seconds: 80,
    async run(stage) {
      const lines: Line[] = [];
      let before = 0;
      for (const ms of [8.5, 9.5, 10.5, 11.5, 12.5]) {
        const { page, at: from } = await stage.open();
        await stage.click();
        await stage.work(ms * s);
        const crashedAt = Date.now();
        await browserActions.crash(stage, page);
        await stage.ownTab.bringToFront();
        const now = line(await stage.read(), 'attention', crashedAt - from, hostA, lossBoundMs);
        lines.push({ ...now, countedMs: now.countedMs - before });
        before = now.countedMs;
      }
      return lines;
    },
  },
  {
    name: 'host revoked at 6, granted again at 12 of 18 s',
    seconds: 20,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      const revokedAt = await browserActions.revoke(stage);
      await stage.work(6 * s);
      const grantedAt = await browserActions.grant(stage);
      await stage.work(6 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', revokedAt - from + to - grantedAt)];
    },
  },
  {
    name: 'tab open before the extension was installed',
    seconds: 10,
    hasEarlierPage: true,
    async run(stage) {
      const page = stage.earlierPage as Page;
      const from = await stage.bringToFront(page);
      await stage.click();
      await stage.work(10 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: 'page restored with the session',
    seconds: 20,
    keepsProfile: true,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(6 * s);
      const closedAt = Date.now();
      await browserActions.quit(stage);
      await stage.reopen({ restore: true });
      const backAt = await browserActions.bringRestored(stage, hostA);
      await stage.click();
      await stage.work(6 * s);
      const to = await stage.leavePage();
      return [line(await stage.read(), 'attention', closedAt - from + to - backAt)];
    },
  },
  {
    name: 'page prepared 8 s before it is shown (prerendering)',
    seconds: 18,
    lacking: { firefox: 'Firefox does not prerender' },
    async run(stage) {
      const next = 'rst.gansu.gov.cn';
      const { at: from } = await stage.open('/prerenders', hostB);
      await stage.work(8 * s);
      const pressedAt = Date.now();
      await stage.click();
      const shownAt = await stage.waitForEvent(
        'the prerendered page to be shown',
        pressedAt,
        (event) => event.kind === 'prerenderingchange',
      );
      await stage.work(8 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'attention', shownAt - from, hostB), line(day, 'attention', to - shownAt, next)];
    },
  },
  {
    name: 'extension updated at 8 of 20 s, tab open',
    seconds: 22,
    async run(stage) {
      const { page, at: from } = await stage.open();
      await stage.click();
      await stage.work(8 * s);
      // A script that has lost the connection to the extension must not cause errors in the page.
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await browserActions.update(stage);
      await stage.work(12 * s);
      const to = await stage.closePage();
      if (errors.length > 0) throw errors[0];
      await sleep(s);
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: 'lock at 8 s, unlock 330 s later',
    seconds: 350,
    async run(stage) {
      const { at: from } = await stage.open();
      await stage.click();
      await stage.work(8 * s);
      const lastMoveAt = stage.mouseMovedAt;
      const lockedAt = await timeOfAction(() => browserActions.lock(stage));
      await sleep(330 * s);
      browserActions.unlock(stage);
      const backAt = await stage.click();
      await stage.work(6 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      // Firefox has no event for the lock, so the time ends after five minutes without input.
      const endedAt = stage.name === 'chromium' ? lockedAt : lastMoveAt + systemIdleMs;
      return [line(day, 'attention', endedAt - from + to - backAt), line(day, 'unattended', backAt - endedAt)];
    },
  },
  {
    name: 'lecture 8 min without input',
    seconds: 480,
    async run(stage) {
      const { at } = await stage.open('/lecture');
      await stage.click();
      await sleep(480 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - at - idleMs), line(day, 'unattended', 0)];
    },
  },
  {
    name: 'front tab left alone 20 min',
    seconds: 1200,
    async run(stage) {
      const { at } = await stage.open();
      const from = await stage.click();
      await sleep(1200 * s);
      const to = await stage.leavePage();
      const day = await stage.read();
      return [
        line(day, 'active', idleMs),
        line(day, 'watching', from - at + systemIdleMs - idleMs),
        line(day, 'unattended', to - from - systemIdleMs),
      ];
    },
  },
];
