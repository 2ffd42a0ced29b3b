/**
 * One life of a browser in a working day: the person works, the worker is killed again and again at random moments,
 * and at one more random moment the whole browser is. What was done, and when, is written down by the script.
 */
import type { Page } from 'puppeteer-core';
import { person } from '../forms/sample-people.ts';
import type { Office } from '../office/office.ts';
import { press, retype, waitForText } from '../office/user-input.ts';
import type { ChromeDriver } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';

/** Something the person did between two moments of the wall clock. */
export interface Deed {
  readonly sort: 'act' | 'submission';
  readonly from: number;
  readonly to: number;
}
/** A portal was in front. */
export interface Stretch {
  readonly host: string;
  readonly from: number;
  readonly to: number;
}
export interface Life {
  readonly deeds: readonly Deed[];
  readonly stretches: readonly Stretch[];
  readonly workerKills: number;
  readonly killedAt: number;
}

const party = 'www.gsdj.gov.cn';
const register = 'rst.gansu.gov.cn';

export interface LifeOptions {
  readonly driver: ChromeDriver;
  readonly office: Office;
  /** How often the worker is killed before the browser is. */
  readonly kills: number;
  /** A number from 0 to 1. */
  readonly draw: () => number;
}

export async function liveAndDie({ driver, office, kills, draw }: LifeOptions): Promise<Life> {
  const deeds: Deed[] = [];
  const stretches: Stretch[] = [];
  let inFront: { host: string; from: number } | null = null;
  let isOver = false;
  let page: Page | null = null;

  const leave = () => {
    if (inFront !== null) stretches.push({ ...inFront, to: Date.now() });
    inFront = null;
  };
  const go = async (host: string): Promise<Page> => {
    leave();
    const next = await driver.open(`http://${host}/`);
    inFront = { host, from: office.requestsTo(host, 'page').at(-1)?.at ?? Date.now() };
    await page?.close();
    page = next;
    return next;
  };
  const note = async (sort: Deed['sort'], work: () => Promise<unknown>) => {
    const from = Date.now();
    await work();
    deeds.push({ sort, from, to: Date.now() });
  };

  const work = async () => {
    while (!isOver) {
      const liked = await go(party);
      for (let left = 2 + Math.floor(draw() * 6); left > 0 && !isOver; left--) {
        await note('act', () => press(liked, '点赞'));
        await sleep(200 + draw() * 900);
      }
      if (isOver) return;
      const filled = await go(register);
      // The office takes nobody twice.
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
  const working = work().catch((trouble: unknown) => {
    // A browser that is gone answers with all sorts of errors; before that they are ours.
    if (killedAt === 0) throw trouble;
  });
  await Promise.race([kill(), working]);
  killedAt = Date.now();
  isOver = true;
  leave();
  await driver.killBrowser();
  await working;
  return { deeds, stretches, workerKills, killedAt };
}
