/** Counts the writes, rows and starts of the worker that a page causes while nothing happens, in front and hidden. */
import type { Page } from 'puppeteer-core';
import { sleep } from '../support/driver.ts';
import type { BrowserName } from '../support/find-browser.ts';
import { backgroundState } from './browser-actions.ts';
import { type Durability, durability } from './durability-cost.ts';
import { openStage, type Stage } from './open-stage.ts';

/** What an idle page causes in one browser. */
export interface Steady extends Durability {
  readonly browser: BrowserName;
  readonly seconds: number;
  readonly writes: number;
  readonly rows: number;
  /** How often the worker was started (Chromium), or was found running when it should be stopped (Firefox). */
  readonly workerStarts: number;
  readonly hiddenWrites: number;
  readonly hiddenRows: number;
  readonly hiddenWorkerStarts: number;
}

const seconds = 60;

/** Starts to count writes to `storage.local`. The count is made in a page of the extension. */
const startCounting = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { writes: number; browser?: typeof chrome };
    scope.writes = 0;
    (scope.browser ?? chrome).storage.local.onChanged.addListener((changes) => {
      scope.writes += Object.keys(changes).length;
    });
  });
/** Returns the number of writes since the previous call. */
const takeWrites = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { writes: number };
    const writes = scope.writes;
    scope.writes = 0;
    return writes;
  });
const countRows = (page: Page): Promise<number> =>
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

/**
 * Stops the worker, and counts how often the worker starts later. Firefox has no event for a start, so `check` reads
 * the state of the worker.
 */
async function watchWorker(stage: Stage): Promise<{ check(): Promise<void>; starts(): number }> {
  await stage.driver.killWorker();
  let starts = 0;
  if (stage.name === 'chromium')
    stage.driver.browser.on('targetcreated', (target) => {
      if (target.type() === 'service_worker' && target.url().startsWith(stage.driver.base)) starts++;
    });
  return {
    async check() {
      if (stage.name === 'firefox' && (await backgroundState(stage)) !== 'stopped') starts++;
    },
    starts: () => starts,
  };
}

/** Measures a page for a minute while the page is in front, and then for half a minute while it is hidden. */
export async function steady(browser: BrowserName): Promise<Steady> {
  const stage = await openStage(browser);
  try {
    const { page } = await stage.open();
    await stage.click();
    await sleep(2000);
    await startCounting(stage.ownTab);
    const before = await countRows(stage.ownTab);
    // Stops the worker, so that every start is counted.
    const watch = await watchWorker(stage);
    await takeWrites(stage.ownTab);
    for (let n = 0; n < seconds / 5; n++) {
      stage.moveMouse();
      await sleep(5000);
      await watch.check();
    }
    const inFront = { writes: await takeWrites(stage.ownTab), rows: (await countRows(stage.ownTab)) - before };
    const workerStarts = watch.starts();
    await stage.leavePage();
    await sleep(3000);
    const hidden = await countRows(stage.ownTab);
    const watchHidden = await watchWorker(stage);
    await takeWrites(stage.ownTab);
    for (let n = 0; n < 6; n++) {
      await sleep(5000);
      await watchHidden.check();
    }
    const result = {
      browser,
      seconds,
      ...inFront,
      workerStarts,
      hiddenWrites: await takeWrites(stage.ownTab),
      hiddenRows: (await countRows(stage.ownTab)) - hidden,
      hiddenWorkerStarts: watchHidden.starts(),
      ...(await durability(stage.ownTab)),
    };
    await page.close();
    return result;
  } finally {
    await stage.close();
  }
}
