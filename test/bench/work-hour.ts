/**
 * An hour of mixed work in the test office, compressed: every action is real input, but the waiting time between
 * actions is left out. Where the worker would be idle for 30 s, the script stops the worker, as the browser would do.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { systems } from '../office/systems.ts';
import { choose, findFrame, pickFile, press, type, waitForText } from '../office/user-input.ts';
import type { ChromeDriver } from '../support/chrome.ts';
import { sleep } from '../support/driver.ts';

/**
 * The browser stops a worker that is idle for this time
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle).
 */
const workerIdleMs = 30_000;
/** As in src/page/record-frame.ts. */
const checkpointMs = 5000;

type Act = (page: Page) => Promise<unknown>;
interface Visit {
  readonly host: string;
  readonly minutes: number;
  readonly acts: readonly Act[];
}

const moveAndScroll: Act = async (page) => {
  await page.mouse.move(300 + Math.random() * 200, 300 + Math.random() * 100, { steps: 3 });
  await page.mouse.wheel({ deltaY: 120 });
};
type Household = readonly (readonly [string, string])[];
const first: Household = [
  ['name', '王建国'],
  ['idNumber', '620503196803121236'],
  ['phone', '13893812345'],
  ['address', '甘肃省天水市麦积区甘泉镇峡门村三组12号'],
];
const second: Household = [
  ['name', '赵秀兰'],
  ['idNumber', '620503197105062244'],
  ['phone', '13993854321'],
  ['address', '甘肃省天水市麦积区甘泉镇峡门村五组7号'],
];
const fill = (household: Household, selector: (name: string) => string): readonly Act[] =>
  household.map(
    ([name, value]) =>
      (page: Page) =>
        type(page, selector(name), value, 5),
  );

const replyToNotice: readonly Act[] = [
  async (page) => press(await findFrame(page, 'oa-tasks'), '收到'),
  moveAndScroll,
  async (page) => press(await findFrame(page, 'oa-tasks'), '回复'),
  async (page) => type(await findFrame(page, 'oa-form'), '[name=name]', '李明', 5),
  async (page) => type(await findFrame(page, 'oa-form'), '[name=phone]', '13909381111', 5),
  async (page) => type(await findFrame(page, 'oa-form'), '[name=note]', '已组织各村排查，发现三处，均已整改到位', 5),
  (page) => press(page, '确定'),
];
const addHousehold = (household: Household): readonly Act[] => [
  (page) => press(page, '新增'),
  ...fill(household, (name) => `#${name}`),
  (page) => choose(page, '#sort', '低保'),
  async (page) => {
    await press(page, '确定');
    await waitForText(page, '新增成功');
  },
];
const collectHousehold: readonly Act[] = [
  (page) => press(page, '采集'),
  ...fill(first, (name) => `#form_item_${name}`),
  async (page) => {
    await press(page, '提交');
    await waitForText(page, '采集成功');
  },
];
const submitSurvey: readonly Act[] = [
  ...fill(first, (name) => `[name=${name}]`),
  (page) => choose(page, '.layui-form-select input', '低保户'),
  (page) => press(page, '立即提交'),
];
const workOnPartyPortal: readonly Act[] = [
  (page) => press(page, '签到'),
  moveAndScroll,
  (page) => pickFile(page, '#photo', join(import.meta.dirname, '../office/media/photo.png')),
  (page) => press(page, '上传照片'),
  (page) => press(page, '点赞'),
];
const startLecture: readonly Act[] = [(page) => press(page, '继续学习'), moveAndScroll];

/** Sixty minutes in ten visits. */
const visits: readonly Visit[] = [
  { host: 'oa.gansu.gov.cn', minutes: 6, acts: replyToNotice },
  { host: 'mzt.gansu.gov.cn', minutes: 7, acts: addHousehold(first) },
  { host: 'fpxx.nrra.gov.cn', minutes: 7, acts: collectHousehold },
  { host: 'lwzb.stats.gov.cn', minutes: 7, acts: submitSurvey },
  { host: 'oa.gansu.gov.cn', minutes: 3, acts: [moveAndScroll, moveAndScroll] },
  { host: 'www.gsdj.gov.cn', minutes: 5, acts: workOnPartyPortal },
  { host: 'www.gsgwypx.com.cn', minutes: 10, acts: startLecture },
  { host: 'mzt.gansu.gov.cn', minutes: 7, acts: addHousehold(second) },
  { host: 'zwfw.gansu.gov.cn', minutes: 5, acts: [moveAndScroll, moveAndScroll, moveAndScroll] },
  { host: 'oa.gansu.gov.cn', minutes: 3, acts: [moveAndScroll] },
];

/** The counts of the hour. */
export interface Hour {
  /** Number of writes to the disk: transactions of the ledger, small records, checkpoints. */
  readonly writes: number;
  readonly ledgerWrites: number;
  readonly recordWrites: number;
  readonly checkpoints: number;
  readonly workerStarts: number;
}

/** Starts to count the writes that a page of the extension can observe. */
async function countWrites(driver: ChromeDriver) {
  const page = await driver.openOwn('/manifest.json');
  await page.evaluate(() => {
    const seen = globalThis as unknown as { records: number };
    seen.records = 0;
    chrome.storage.local.onChanged.addListener(() => {
      seen.records++;
    });
  });
  const session = await page.createCDPSession();
  let ledger = 0;
  await session.send('Storage.trackIndexedDBForStorageKey', { storageKey: `${driver.base}/` });
  session.on('Storage.indexedDBContentUpdated', () => ledger++);
  return {
    records: () => page.evaluate(() => (globalThis as unknown as { records: number }).records),
    ledger: () => ledger,
    close: () => page.close(),
  };
}

/** Performs the hour and counts the writes to the disk and the starts of the worker. */
export async function performHour(driver: ChromeDriver, log: (line: string) => void): Promise<Hour> {
  const writes = await countWrites(driver);
  let workerStarts = 0;
  const started = (target: { type(): string; url(): string }) => {
    if (target.type() === 'service_worker' && target.url().startsWith(driver.base)) workerStarts++;
  };
  driver.browser.on('targetcreated', started);
  const stopWorker = async () => {
    await sleep(700);
    if (driver.isWorkerRunning()) await driver.killWorker();
  };
  let compressedMs = 0;
  const began = performance.now();
  for (const { host, minutes, acts } of visits) {
    log(`${host}, ${minutes} min`);
    await stopWorker();
    const scheme = systems.find((s) => s.host === host)?.scheme ?? 'http';
    const page = await driver.open(`${scheme}://${host}/`);
    const restMs = (minutes * 60_000) / (acts.length + 1);
    for (const act of acts) {
      if (restMs >= workerIdleMs) await stopWorker();
      await act(page);
      await sleep(300);
    }
    await stopWorker();
    await page.close();
  }
  compressedMs = performance.now() - began;
  await sleep(1500);
  driver.browser.off('targetcreated', started);
  // `recordWrites` contains the checkpoints that were written. The checkpoints of the time that was left out are added
  // here.
  const recordWrites = await writes.records();
  const leftOutMs = Math.max(0, visits.reduce((sum, v) => sum + v.minutes * 60_000, 0) - compressedMs);
  const checkpoints = Math.round((leftOutMs / checkpointMs) * (await checkpointsPerInterval(driver, writes)));
  const ledgerWrites = writes.ledger();
  await writes.close();
  return {
    writes: ledgerWrites + recordWrites + checkpoints,
    ledgerWrites,
    recordWrites,
    checkpoints,
    workerStarts,
  };
}

/** Returns how many records a visible page without input writes in five seconds, averaged over twenty seconds. */
async function checkpointsPerInterval(driver: ChromeDriver, writes: { records(): Promise<number> }): Promise<number> {
  const page = await driver.open('http://mzt.gansu.gov.cn/');
  await sleep(2000);
  const before = await writes.records();
  await sleep(4 * checkpointMs);
  const seen = (await writes.records()) - before;
  await page.close();
  return seen / 4;
}
