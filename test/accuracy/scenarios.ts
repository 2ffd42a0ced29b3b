/**
 * The named scenarios: what a person does, and what the stopwatch says of it. An expectation is made of moments that
 * this process saw itself; none comes from the extension.
 */
import type { DaySummary } from '../../src/core/summary.ts';
import { sleep } from '../support/driver.ts';
import * as browsers from './in-browser.ts';
import { hostA, hostB, moment, type Stage } from './stage.ts';

export type Counted = 'attention' | 'active' | 'watching' | 'unattended';

export interface Line {
  readonly state: Counted;
  readonly expectedMs: number;
  readonly countedMs: number;
  /** Where something is killed: what may be lost at most, instead of one second. */
  readonly boundMs?: number;
}

export interface Scenario {
  readonly name: string;
  /** About how long it takes, for planning. */
  readonly seconds: number;
  /** The profile outlives the browser. */
  readonly keep?: boolean;
  readonly run: (stage: Stage) => Promise<Line[]>;
}

const s = 1000;
const idleMs = 60 * s;
const systemIdleMs = 300 * s;
/** One small record every five seconds: what a kill may lose. */
const lossBoundMs = 5 * s;

function counted(day: DaySummary, state: Counted, host: string): number {
  const system = day.systems.find((one) => one.id === host);
  if (system === undefined) return 0;
  if (state === 'active') return system.activeMs;
  if (state === 'watching') return system.watchingMs;
  return state === 'unattended' ? system.unattendedMs : system.activeMs + system.watchingMs;
}
const line = (day: DaySummary, state: Counted, expectedMs: number, host = hostA, boundMs?: number): Line => ({
  state,
  expectedMs: Math.round(expectedMs),
  countedMs: Math.round(counted(day, state, host)),
  ...(boundMs !== undefined && { boundMs }),
});

/** Opens a page, works on it for a while, leaves, and reads. */
const plain =
  (path: string, ms: number, during?: (stage: Stage) => Promise<unknown>) =>
  async (stage: Stage): Promise<Line[]> => {
    await stage.open(path);
    const from = await stage.click();
    await Promise.all([stage.work(ms), during?.(stage)]);
    const to = await stage.leave();
    return [line(await stage.read(), 'active', to - from)];
  };

/** A key opens something that holds the page; Escape or Enter closes it six seconds later. */
const dialog = (key: string, close: string) => async (stage: Stage) => {
  await stage.open('/dialogs');
  const from = await stage.click();
  await stage.work(5 * s);
  stage.key(key);
  await sleep(6 * s);
  stage.key(close);
  await sleep(1.5 * s);
  await stage.work(4 * s);
  const to = await stage.leave();
  return [line(await stage.read(), 'attention', to - from)];
};

export const scenarios: readonly Scenario[] = [
  { name: 'active 20 s', seconds: 20, run: plain('/', 20 * s) },
  {
    name: 'worker stopped at 10, read at 35',
    seconds: 35,
    run: plain('/', 35 * s, async ({ driver }) => {
      await sleep(10 * s);
      await driver.killWorker();
    }),
  },
  {
    name: 'worker killed every 3 s for a minute',
    seconds: 62,
    run: plain('/', 60 * s, async ({ driver }) => {
      for (const end = performance.now() + 57 * s; performance.now() < end; ) {
        await sleep(3 * s);
        await driver.killWorker().catch(() => {
          // It was dead already.
        });
      }
    }),
  },
  {
    name: 'thread blocked 5 of 15 s',
    seconds: 15,
    run: plain('/busy', 15 * s, async (stage) => {
      await sleep(5 * s);
      stage.key('b');
    }),
  },
  { name: 'thread blocked 5 s in every 10', seconds: 40, run: plain('/janky', 40 * s) },
  { name: 'alert open 6 of 16 s', seconds: 17, run: dialog('a', 'Return') },
  { name: 'print dialog open 6 of 16 s', seconds: 17, run: dialog('p', 'Escape') },
  { name: 'file chooser open 6 of 16 s', seconds: 17, run: dialog('f', 'Escape') },
  {
    name: 'other tab for 10 of 24 s',
    seconds: 24,
    async run(stage) {
      const page = await stage.open();
      const from = await stage.click();
      await stage.work(7 * s);
      const left = await stage.leave();
      await sleep(10 * s);
      const back = await stage.back(page);
      await stage.click();
      await stage.work(7 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', left - from + to - back)];
    },
  },
  {
    name: 'second window in front at 6 of 16 s',
    seconds: 16,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(6 * s);
      let second = 0;
      const page = await browsers.openWindow(stage, `http://${hostB}/`, () => {
        second = performance.now();
      });
      await stage.click();
      await stage.work(10 * s);
      const to = await moment(() => page.close());
      await stage.leave();
      const day = await stage.read();
      return [line(day, 'attention', second - from), line(day, 'attention', to - second, hostB)];
    },
  },
  {
    name: 'two windows side by side, each in front twice',
    seconds: 24,
    async run(stage) {
      await stage.open();
      await stage.click(300);
      const first = browsers.frontWindow(stage);
      const page = await browsers.openWindow(stage, `http://${hostB}/`, () => {});
      const second = browsers.frontWindow(stage);
      browsers.halve(stage, first, second);
      await sleep(1500);
      const before = await stage.read();
      const turns = [0, 0];
      const start = await moment(() => stage.display.xdotool('windowactivate', first));
      let from = start;
      for (const [turn, window] of [second, first, second].entries()) {
        await sleep(6 * s);
        const at = await moment(() => stage.display.xdotool('windowactivate', window));
        turns[turn % 2] = (turns[turn % 2] ?? 0) + at - from;
        from = at;
      }
      await sleep(6 * s);
      turns[1] = (turns[1] ?? 0) + (await moment(() => page.close())) - from;
      await stage.leave();
      const day = await stage.read();
      return [hostA, hostB].map((host, i) => {
        const now = line(day, 'attention', turns[i] ?? 0, host);
        return { ...now, countedMs: now.countedMs - counted(before, 'attention', host) };
      });
    },
  },
  {
    name: 'minimised 10 of 22 s',
    seconds: 22,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(6 * s);
      const window = browsers.frontWindow(stage);
      const left = await moment(() => stage.display.xdotool('windowminimize', window));
      await sleep(10 * s);
      const back = await moment(() => stage.display.xdotool('windowactivate', window));
      await stage.click();
      await stage.work(6 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', left - from + to - back)];
    },
  },
  {
    name: 'back/forward cache 5 + 5 + 5 s',
    seconds: 15,
    async run(stage) {
      const page = await stage.open();
      const from = await stage.click();
      await stage.work(5 * s);
      const there = await moment(() => page.goto(`http://${hostB}/`));
      await stage.work(5 * s);
      const back = await moment(() => page.evaluate(() => history.back()));
      await stage.work(5 * s);
      const to = await stage.leave();
      const day = await stage.read();
      return [line(day, 'attention', there - from + to - back), line(day, 'attention', back - there, hostB)];
    },
  },
  { name: 'single-page routes', seconds: 15, run: plain('/routes', 15 * s) },
  {
    name: 'page navigated 100 times',
    seconds: 60,
    async run(stage) {
      const page = await stage.open();
      const from = await stage.click();
      for (let n = 0; n < 100; n++) {
        if (n % 10 === 0) stage.nudge();
        await page.goto(`http://${hostA}/?${n}`, { waitUntil: 'domcontentloaded' });
        await sleep(250);
      }
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: '30 tabs, one used',
    seconds: 45,
    async run(stage) {
      for (let n = 0; n < 29; n++) await stage.driver.open(`http://${hostB}/?${n}`);
      const page = await stage.open();
      const before = await stage.read();
      await stage.back(page);
      const from = await stage.click();
      await stage.work(20 * s);
      const to = await stage.leave();
      const day = await stage.read();
      const others = line(day, 'attention', 0, hostB);
      return [
        line(day, 'attention', to - from),
        { ...others, countedMs: others.countedMs - counted(before, 'attention', hostB) },
      ];
    },
  },
  {
    name: 'process stopped 90 s',
    seconds: 105,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(6 * s);
      const stopped = await moment(() => process.kill(-stage.driver.pid, 'SIGSTOP'));
      await sleep(90 * s);
      const on = await moment(() => process.kill(-stage.driver.pid, 'SIGCONT'));
      await stage.work(6 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', stopped - from + to - on)];
    },
  },
  {
    name: 'process stopped 15 of 27 s (a gap that is attended)',
    seconds: 27,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(6 * s);
      process.kill(-stage.driver.pid, 'SIGSTOP');
      await sleep(15 * s);
      process.kill(-stage.driver.pid, 'SIGCONT');
      await stage.work(6 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: '75 s in front without input',
    seconds: 75,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await sleep(75 * s);
      const to = await stage.leave();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - from - idleMs)];
    },
  },
  {
    name: 'page scrolls itself, mouse rests',
    seconds: 75,
    async run(stage) {
      await stage.open('/scrolls');
      const from = await stage.click();
      await sleep(75 * s);
      const to = await stage.leave();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - from - idleMs)];
    },
  },
  ...['/framed', '/nested', '/sandboxed', '/written'].map((path) => ({
    name: `input only inside frames (${path.slice(1)})`,
    seconds: 75,
    // Longer than an input is good for: what was not felt in the frame would be watching.
    run: plain(path, 75 * s),
  })),
  { name: 'timers cleared by the page', seconds: 20, run: plain('/timers', 20 * s) },
  {
    name: 'media in a hidden tab',
    seconds: 25,
    async run(stage) {
      const page = await stage.open('/lecture');
      const from = await stage.click();
      await stage.work(5 * s);
      const left = await stage.leave();
      await sleep(15 * s);
      const back = await stage.back(page);
      await stage.click();
      await stage.work(5 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', left - from + to - back)];
    },
  },
  {
    name: 'browser killed at 12.3 s',
    seconds: 15,
    keep: true,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(12.3 * s);
      const killed = performance.now();
      await browsers.killBrowser(stage);
      await stage.reopen();
      return [line(await stage.read(), 'attention', killed - from, hostA, lossBoundMs)];
    },
  },
  {
    name: 'tab crashes at 12.3 s',
    seconds: 15,
    async run(stage) {
      const page = await stage.open();
      const from = await stage.click();
      await stage.work(12.3 * s);
      const crashed = performance.now();
      await browsers.crash(stage, page);
      await stage.leave();
      return [line(await stage.read(), 'attention', crashed - from, hostA, lossBoundMs)];
    },
  },
  {
    name: 'host revoked at 6, granted again at 12 of 18 s',
    seconds: 20,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(6 * s);
      const revoked = await browsers.revoke(stage);
      await stage.work(6 * s);
      const granted = await browsers.grant(stage);
      await stage.work(6 * s);
      const to = await stage.leave();
      return [line(await stage.read(), 'attention', revoked - from + to - granted)];
    },
  },
  {
    name: 'extension updated at 8 of 20 s, tab open',
    seconds: 22,
    async run(stage) {
      const page = await stage.open();
      const from = await stage.click();
      await stage.work(8 * s);
      await browsers.update(stage);
      await stage.work(12 * s);
      const to = await moment(() => page.close());
      await sleep(s);
      return [line(await stage.read(), 'attention', to - from)];
    },
  },
  {
    name: 'lock at 8 s, unlock 330 s later',
    seconds: 350,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await stage.work(8 * s);
      const last = performance.now();
      const locked = await moment(() => browsers.lock(stage));
      await sleep(330 * s);
      const back = await moment(() => browsers.unlock(stage));
      await stage.work(6 * s);
      const to = await stage.leave();
      const day = await stage.read();
      // Firefox tells of no lock: there the five minutes without input end the time.
      const ended = stage.name === 'chromium' ? locked : last + systemIdleMs;
      return [line(day, 'attention', ended - from + to - back), line(day, 'unattended', back - ended)];
    },
  },
  {
    name: 'lecture 8 min without input',
    seconds: 480,
    async run(stage) {
      await stage.open('/lecture');
      const from = await stage.click();
      await sleep(480 * s);
      const to = await stage.leave();
      const day = await stage.read();
      return [line(day, 'active', idleMs), line(day, 'watching', to - from - idleMs), line(day, 'unattended', 0)];
    },
  },
  {
    name: 'front tab left alone 20 min',
    seconds: 1200,
    async run(stage) {
      await stage.open();
      const from = await stage.click();
      await sleep(1200 * s);
      const to = await stage.leave();
      const day = await stage.read();
      return [
        line(day, 'active', idleMs),
        line(day, 'watching', systemIdleMs - idleMs),
        line(day, 'unattended', to - from - systemIdleMs),
      ];
    },
  },
];
