/** What a page in front costs while nothing changes but time: writes, rows, starts of the worker. */
import type { Page } from 'puppeteer-core';
import { sleep } from '../support/driver.ts';
import type { BrowserName } from '../support/find-browser.ts';
import { openStage } from './stage.ts';

export interface Steady {
  readonly browser: BrowserName;
  readonly seconds: number;
  readonly writes: number;
  readonly rows: number;
  /** How often the worker lived when it should sleep; null where the browser doesn't say. */
  readonly workerStarts: number | null;
  readonly hiddenWrites: number;
  readonly hiddenRows: number;
}

const seconds = 60;

/** Counts writes to `storage.local` from now on, in a page of the extension. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { writes: number; browser?: typeof chrome };
    scope.writes = 0;
    (scope.browser ?? chrome).storage.local.onChanged.addListener((changes) => {
      scope.writes += Object.keys(changes).length;
    });
  });
const writes = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { writes: number };
    const seen = scope.writes;
    scope.writes = 0;
    return seen;
  });
const rows = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('fingertip-ledger').onsuccess = (event) => {
          const database = (event.target as IDBOpenDBRequest).result;
          database.transaction('rows').objectStore('rows').count().onsuccess = (counted) => {
            database.close();
            resolve((counted.target as IDBRequest<number>).result);
          };
        };
      }),
  );

export async function steady(browser: BrowserName): Promise<Steady> {
  const stage = await openStage(browser);
  try {
    const { page } = await stage.open();
    await stage.click();
    await sleep(2000);
    await listen(stage.desk);
    // The worker is sent to sleep; whoever woke it would be seen.
    await stage.driver.killWorker();
    let workerStarts = 0;
    stage.driver.browser.on('targetcreated', (target) => {
      if (target.type() === 'service_worker') workerStarts++;
    });
    const before = await rows(stage.desk);
    await writes(stage.desk);
    for (let n = 0; n < seconds / 5; n++) {
      stage.nudge();
      await sleep(5000);
    }
    const inFront = { writes: await writes(stage.desk), rows: (await rows(stage.desk)) - before };
    const starts = browser === 'chromium' ? workerStarts : null;
    await stage.leave();
    await sleep(3000);
    await writes(stage.desk);
    const hidden = await rows(stage.desk);
    await sleep(30_000);
    const result = {
      browser,
      seconds,
      ...inFront,
      workerStarts: starts,
      hiddenWrites: await writes(stage.desk),
      hiddenRows: (await rows(stage.desk)) - hidden,
    };
    await page.close();
    return result;
  } finally {
    await stage.close();
  }
}
