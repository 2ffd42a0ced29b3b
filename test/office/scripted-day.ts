/**
 * The scripted day: a short working day at the test office with real input in real time, in which every burden form
 * occurs. The script enters one household in three systems, logs in, checks in, uploads a photo, watches a lecture that
 * asks the person to confirm their presence, and takes a break. From its own notes and the server's log, the script
 * computes the figures that the ledger should have, and returns them.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Driver, sleep } from '../support/driver.ts';
import { createTimeNotes } from './expected-time.ts';
import type { Office } from './office.ts';
import { systems } from './systems.ts';
import { choose, copy, findFrame, paste, pickFile, press, retype, type, waitForText } from './user-input.ts';

/** The part of a `DaySummary` that the script can compute. */
export interface ExpectedDay {
  readonly systems: readonly {
    readonly id: string;
    readonly activeMs: number;
    readonly watchingMs: number;
    /**
     * How much longer than usual the browser took to change to and from this system. The ledger may count this time for
     * the system that was left or for the system that was entered.
     */
    readonly lagMs: number;
    readonly submissions: number;
  }[];
  readonly submissions: { readonly total: number; readonly failed: number; readonly nearDuplicate: number };
  readonly entries: { readonly repeatOtherSystem: number; readonly repeatSameSystem: number; readonly pasted: number };
  /** All burden acts of the day; forms that are not named did not occur. */
  readonly acts: Readonly<Record<string, { readonly count: number }>>;
  readonly leadTimes: Readonly<Record<string, number>>;
  readonly fragmentation: { readonly systems: number; readonly switches: number; readonly logins: number };
}

export interface DayOptions {
  readonly driver: Driver;
  readonly office: Office;
  readonly log: (line: string) => void;
  /** How long the script watches the lecture without input. After 60 s, the time counts as watched, not as active. */
  readonly lectureMs?: number;
  /** The pause after each action. */
  readonly paceMs?: number;
  /** How long, at the end of the day, no portal is in front. */
  readonly awayMs?: number;
  readonly clock?: () => number;
}

const household = {
  name: '王建国',
  idNumber: '620503196803121236',
  phone: '13893812345',
  refusedPhone: '19993812345',
  address: '甘肃省天水市麦积区甘泉镇峡门村三组12号',
};

/** A change of tabs that takes up to this long needs no extra tolerance (compare.ts). */
const usualChangeMs = 1_000;

/** Performs the day. Takes about two minutes with the default options. */
export async function performDay(options: DayOptions): Promise<ExpectedDay> {
  const { driver, office, log, lectureMs = 68_000, awayMs = 8_000, paceMs = 1_000, clock = Date.now } = options;
  const notes = createTimeNotes();
  const tabs: Page[] = [];
  const lagMs = new Map<string, number>();
  let currentHost: string | undefined;
  /**
   * Changes to another tab. Notes how long the change took, for the system that was left and for the system that was
   * entered.
   */
  const changeTab = async <T>(next: string | undefined, open: () => Promise<T>): Promise<T> => {
    const started = clock();
    notes.leave(started);
    const page = await open();
    const lag = Math.max(0, clock() - started - usualChangeMs);
    for (const host of [currentHost, next]) if (host !== undefined) lagMs.set(host, (lagMs.get(host) ?? 0) + lag);
    currentHost = next;
    return page;
  };

  /** Opens a system in a new tab and works there. The visit ends when the next visit starts. */
  const visit = async (
    host: string,
    label: string,
    work: (page: Page, perform: Perform) => Promise<void>,
    path = '/',
  ) => {
    log(`${label} (${host})`);
    const system = systems.find((s) => s.host === host);
    const page = await changeTab(host, () => driver.open(`${system?.scheme}://${host}${path}`));
    tabs.push(page);
    // The visit starts when the server answered the request for the page.
    notes.enter(host, office.requestsTo(host, 'page').at(-1)?.at ?? clock());
    await work(page, async (action) => {
      notes.input(await action(), clock());
      await sleep(paceMs);
    });
  };
  /** Runs one action and notes the time of its input. The action returns the time at which its input began. */
  type Perform = (action: () => Promise<number>) => Promise<void>;

  await visit('oa.gansu.gov.cn', '签收通知，回复来函', async (page, perform) => {
    const tasks = await findFrame(page, 'oa-tasks');
    await perform(() => press(tasks, '收到'));
    await waitForText(page, '已签收');
    await perform(() => press(tasks, '传阅'));
    await waitForText(page, '已传阅');
    await perform(() => press(tasks, '回复'));
    const form = await findFrame(page, 'oa-form');
    await perform(() => type(form, '[name=name]', '李明'));
    await perform(() => type(form, '[name=phone]', '13909381111'));
    await perform(() => type(form, '[name=note]', '已组织各村排查用电用气隐患，发现三处，均已整改到位'));
    await perform(() => press(page, '确定'));
    await waitForText(page, '提交成功');
  });

  await visit('mzt.gansu.gov.cn', '新增一户救助对象', async (page, perform) => {
    await perform(() => press(page, '新增'));
    await perform(() => type(page, '#name', household.name));
    await perform(() => type(page, '#idNumber', household.idNumber));
    await perform(() => type(page, '#phone', household.phone));
    await perform(() => type(page, '#address', household.address));
    await perform(() => choose(page, '#sort', '低保'));
    await perform(() => press(page, '确定'));
    await waitForText(page, '新增成功');
    await waitForText(page, household.idNumber);
    await perform(() => copy(page, '.el-table__row td:nth-child(2) .cell'));
  });

  await visit('fpxx.nrra.gov.cn', '同一户填进第二个系统，身份证号粘贴', async (page, perform) => {
    await perform(() => press(page, '采集'));
    await perform(() => type(page, '#form_item_name', household.name));
    await perform(() => paste(page, '#form_item_idNumber'));
    await perform(() => type(page, '#form_item_phone', household.phone));
    await perform(() => type(page, '#form_item_address', household.address));
    await perform(() => press(page, '提交'));
    await waitForText(page, '采集成功');
  });

  await visit('lwzb.stats.gov.cn', '同一户填进第三个系统，先被退回一次', async (page, perform) => {
    await perform(() => type(page, '[name=name]', household.name));
    await perform(() => type(page, '[name=idNumber]', household.idNumber));
    await perform(() => type(page, '[name=phone]', household.refusedPhone));
    await perform(() => type(page, '[name=address]', household.address));
    await perform(() => choose(page, '.layui-form-select input', '低保户'));
    await perform(() => press(page, '立即提交'));
    await waitForText(page, '保存失败');
    await perform(() => retype(page, '[name=phone]', household.phone));
    await perform(() => press(page, '立即提交'));
    await waitForText(page, '提交成功');
  });

  const workOnPartyPortal = async (page: Page, perform: Perform) => {
    await perform(() => type(page, '[name=user]', 'liming'));
    await perform(() => type(page, '[name=password]', 'Mai-ji-2026'));
    await perform(() => press(page, '登录'));
    await waitForText(page, '主题党日');
    await perform(() => press(page, '签到'));
    await waitForText(page, '签到成功');
    await perform(() => pickFile(page, '#photo', join(import.meta.dirname, 'media/photo.png')));
    await perform(() => press(page, '上传照片'));
    await waitForText(page, '上传成功');
    await perform(() => press(page, '点赞'));
    await waitForText(page, '点赞成功');
    await perform(() => press(page, '转发'));
    await waitForText(page, '转发成功');
    await perform(() => pickFile(page, '#evidence', join(import.meta.dirname, 'media/photo.png')));
    await waitForText(page, '材料已上传');
  };
  await visit('www.gsdj.gov.cn', '登录，签到，上传照片和佐证材料，点赞转发', workOnPartyPortal, '/login.html');

  const watchLecture = async (page: Page, perform: Perform) => {
    await perform(() => press(page, '继续学习'));
    await waitForText(page, '请确认您正在学习');
    await perform(() => press(page, '继续学习'));
    for (let left = lectureMs; left > 0; left -= 10_000) {
      await sleep(Math.min(left, 10_000));
      log(`  还在看课，已看 ${Math.round((lectureMs - Math.max(left - 10_000, 0)) / 1000)} 秒`);
    }
  };
  await visit('www.gsgwypx.com.cn', '看一段课：回答一次在线确认，之后不操作', watchLecture, '/?asks=2&times=1');

  log('切换到名录以外的网页');
  const away = await changeTab(undefined, () => driver.browser.newPage());
  await sleep(awayMs);
  for (const page of tabs) await page.close();
  await away.close();

  const saves = (host: string) => office.requestsTo(host, 'save').length;
  const times = notes.times().map((time) => ({
    ...time,
    lagMs: lagMs.get(time.id) ?? 0,
    submissions: saves(time.id),
  }));
  return {
    systems: times,
    submissions: {
      total: times.reduce((sum, s) => sum + s.submissions, 0),
      failed: office.log.filter((request) => request.kind === 'refused').length,
      nearDuplicate: 2,
    },
    // The identity number, the telephone number and the address, each in the second and in the third system.
    entries: { repeatOtherSystem: 6, repeatSameSystem: 0, pasted: 1 },
    acts: {
      // 立即提交 under the heading 月报表; the refused submission is not counted.
      'multi-reporting': { count: 1 },
      'micro-directive': { count: 1 },
      'office-oa': { count: 1 },
      // The two tasks of the office system.
      'deadline-reply': { count: 2 },
      'check-in': { count: 1 },
      'photo-proof': { count: 1 },
      'trace-keeping': { count: 1 },
      // A like and a forward: 点赞, 转发.
      'engagement-quota': { count: 2 },
      // The ranking of the party branch, and the ranking beside the lecture.
      ranking: { count: 2 },
      'forced-install': { count: 1 },
      'online-duration': { count: 1 },
    },
    leadTimes: { 'under-3d': 1, 'under-7d': 1 },
    // No system is visited twice, so each further visit is a switch.
    fragmentation: { systems: times.length, switches: notes.visits.length - 1, logins: 1 },
  };
}
