/**
 * Performs one run of a browser: a script works on two portals, the worker is killed several times at random moments,
 * and finally the browser is killed. The script notes its actions and their times.
 */
import type { Page } from 'puppeteer-core';
import { person } from '../forms/sample-people.ts';
import type { Office } from '../office/office.ts';
import { press, retype, waitForText } from '../office/user-input.ts';
import type { ChromeDriver } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';

/** An act or a submission of the script. Times are wall-clock milliseconds. */
export interface Action {
  readonly kind: 'act' | 'submission';
  readonly from: number;
  readonly to: number;
}
/** The time in which a portal was in front. */
export interface Visit {
  readonly host: string;
  readonly from: number;
  readonly to: number;
}
/** What happened in a run. */
export interface BrowserRun {
  readonly actions: readonly Action[];
  readonly visits: readonly Visit[];
  readonly workerKills: number;
  readonly killedAt: number;
}

const party = 'www.gsdj.gov.cn';
const register = 'rst.gansu.gov.cn';

/** The browser, the office and the random moments of a run. */
export interface RunOptions {
  readonly driver: ChromeDriver;
  readonly office: Office;
  /** How often the worker is killed before the browser is killed. */
  readonly kills: number;
  /** Returns a random number from 0 to 1. */
  readonly draw: () => number;
}

/** Works on the portals until the browser is killed. Returns the actions and visits. */
export async function workUntilKilled({ driver, office, kills, draw }: RunOptions): Promise<BrowserRun> {
  const actions: Action[] = [];
  const visits: Visit[] = [];
  let inFront: { host: string; from: number } | null = null;
  let isOver = false;
  let page: Page | null = null;

  const endVisit = () => {
    if (inFront !== null) visits.push({ ...inFront, to: Date.now() });
    inFront = null;
  };
  const openPortal = async (host: string): Promise<Page> => {
    endVisit();
    const next = await driver.open(`http://${host}/`);
    inFront = { host, from: office.requestsTo(host, 'page').at(-1)?.at ?? Date.now() };
    await page?.close();
    page = next;
    return next;
  };
  const note = async (kind: Action['kind'], work: () => Promise<unknown>) => {
    const from = Date.now();
    await work();
    actions.push({ kind, from, to: Date.now() });
  };

  const work = async () => {
    while (!isOver) {
      const liked = await openPortal(party);
      for (let left = 2 + Math.floor(draw() * 6); left > 0 && !isOver; left--) {
        await note('act', () => press(liked, '点赞'));
        await sleep(200 + draw() * 900);
      }
      if (isOver) return;
      const filled = await openPortal(register);
      // The office refuses a person who is already registered.
      const { name, idNumber } = person(office.requestsTo(register, 'save').length);
      await retype(filled, '#name', name);
      await retype(filled, '#idNumber', idNumber);
      await note('submission', async () => {
        await press(filled, '保存');
        await waitForText(filled, '保存成功');
      });
      await sleep(200 + draw() * 4_000);
    }
  };

  let workerKills = 0;
  const kill = async () => {
    while (workerKills < kills) {
      await sleep(draw() * 6_000);
      if (!driver.isWorkerRunning()) continue;
      await driver.killWorker();
      workerKills++;
    }
    await sleep(draw() * 6_000);
  };

  let killedAt = 0;
  const working = work().catch((error: unknown) => {
    // After the browser is killed, any call can fail. Before that, an error is a fault of the test.
    if (killedAt === 0) throw error;
  });
  await Promise.race([kill(), working]);
  killedAt = Date.now();
  isOver = true;
  endVisit();
  await driver.killBrowser();
  await working;
  return { actions, visits, workerKills, killedAt };
}
