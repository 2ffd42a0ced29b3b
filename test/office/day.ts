/**
 * A short day at the office, worked in real time by real input, with every burden form in it: one household into three
 * systems, a log-in, a check-in, a photo, a lecture that asks who is there, a walk away. Returns what should be in the
 * ledger, from the script's own account.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Driver, sleep } from '../support/driver.ts';
import { openAccount } from './account.ts';
import type { Office } from './office.ts';
import { choose, copy, frameAt, paste, pickFile, press, retype, sees, type } from './person.ts';
import { systems } from './systems.ts';

/** The part of a `DaySummary` that the person can vouch for. */
export interface ExpectedDay {
  readonly systems: readonly {
    readonly id: string;
    readonly activeMs: number;
    readonly watchingMs: number;
    readonly submissions: number;
  }[];
  readonly submissions: { readonly total: number; readonly failed: number; readonly nearDuplicate: number };
  readonly entries: { readonly repeatOtherSystem: number; readonly repeatSameSystem: number; readonly pasted: number };
  /** All of them: what isn't named here was not done. */
  readonly acts: Readonly<Record<string, { readonly count: number }>>;
  readonly leadTimes: Readonly<Record<string, number>>;
  readonly fragmentation: { readonly systems: number; readonly switches: number; readonly logins: number };
}

export interface DayOptions {
  readonly driver: Driver;
  readonly office: Office;
  readonly say: (line: string) => void;
  /** How long the lecture is watched without a hand; over 60 s there is time that is watched, not active. */
  readonly lectureMs?: number;
  /** The pause after each thing done. */
  readonly paceMs?: number;
  /** How long the person is away from any portal. */
  readonly awayMs?: number;
  readonly clock?: () => number;
}

const household = {
  name: '王建国',
  idNumber: '620503196803121236',
  phone: '13893812345',
  deadPhone: '19993812345',
  address: '甘肃省天水市麦积区甘泉镇峡门村三组12号',
};

export async function workDay(options: DayOptions): Promise<ExpectedDay> {
  const { driver, office, say, lectureMs = 68_000, awayMs = 8_000, paceMs = 1_000, clock = Date.now } = options;
  const account = openAccount();
  const tabs: Page[] = [];

  /** Opens a system in a new tab, works there, and leaves for whatever comes next. */
  const visit = async (host: string, what: string, work: (page: Page, hand: Hand) => Promise<void>, path = '/') => {
    say(`${what} (${host})`);
    const system = systems.find((s) => s.host === host);
    account.leave(clock());
    const page = await driver.open(`${system?.scheme}://${host}${path}`);
    tabs.push(page);
    // The page was up from the moment its server answered.
    account.enter(host, office.accountOf(host, 'page').at(-1)?.at ?? clock());
    await work(page, async (act) => {
      account.hands(await act(), clock());
      await sleep(paceMs);
    });
  };
  type Hand = (act: () => Promise<number>) => Promise<void>;

  await visit('oa.gansu.gov.cn', '签收通知，回复来函', async (page, hand) => {
    const tasks = await frameAt(page, 'oa-tasks');
    await hand(() => press(tasks, '收到'));
    await sees(page, '已签收');
    await hand(() => press(tasks, '传阅'));
    await sees(page, '已传阅');
    await hand(() => press(tasks, '回复'));
    const form = await frameAt(page, 'oa-form');
    await hand(() => type(form, '[name=name]', '李明'));
    await hand(() => type(form, '[name=phone]', '13909381111'));
    await hand(() => type(form, '[name=note]', '已组织各村排查用电用气隐患，发现三处，均已整改到位'));
    await hand(() => press(page, '确定'));
    await sees(page, '提交成功');
  });

  await visit('mzt.gansu.gov.cn', '新增一户救助对象', async (page, hand) => {
    await hand(() => press(page, '新增'));
    await hand(() => type(page, '#name', household.name));
    await hand(() => type(page, '#idNumber', household.idNumber));
    await hand(() => type(page, '#phone', household.phone));
    await hand(() => type(page, '#address', household.address));
    await hand(() => choose(page, '#sort', '低保'));
    await hand(() => press(page, '确定'));
    await sees(page, '新增成功');
    await sees(page, household.idNumber);
    await hand(() => copy(page, '.el-table__row td:nth-child(2) .cell'));
  });

  await visit('fpxx.nrra.gov.cn', '同一户填进第二个系统，身份证号粘贴', async (page, hand) => {
    await hand(() => press(page, '采集'));
    await hand(() => type(page, '#form_item_name', household.name));
    await hand(() => paste(page, '#form_item_idNumber'));
    await hand(() => type(page, '#form_item_phone', household.phone));
    await hand(() => type(page, '#form_item_address', household.address));
    await hand(() => press(page, '提交'));
    await sees(page, '采集成功');
  });

  await visit('lwzb.stats.gov.cn', '同一户填进第三个系统，先被退回一次', async (page, hand) => {
    await hand(() => type(page, '[name=name]', household.name));
    await hand(() => type(page, '[name=idNumber]', household.idNumber));
    await hand(() => type(page, '[name=phone]', household.deadPhone));
    await hand(() => type(page, '[name=address]', household.address));
    await hand(() => choose(page, '.layui-form-select input', '低保户'));
    await hand(() => press(page, '立即提交'));
    await sees(page, '保存失败');
    await hand(() => retype(page, '[name=phone]', household.phone));
    await hand(() => press(page, '立即提交'));
    await sees(page, '提交成功');
  });

  const party = async (page: Page, hand: Hand) => {
    await hand(() => type(page, '[name=user]', 'liming'));
    await hand(() => type(page, '[name=password]', 'Mai-ji-2026'));
    await hand(() => press(page, '登录'));
    await sees(page, '主题党日');
    await hand(() => press(page, '签到'));
    await sees(page, '签到成功');
    await hand(() => pickFile(page, '#photo', join(import.meta.dirname, 'media/photo.png')));
    await hand(() => press(page, '上传照片'));
    await sees(page, '上传成功');
    await hand(() => press(page, '点赞'));
    await sees(page, '点赞成功');
    await hand(() => press(page, '转发'));
    await sees(page, '转发成功');
    await hand(() => pickFile(page, '#evidence', join(import.meta.dirname, 'media/photo.png')));
    await sees(page, '材料已上传');
  };
  await visit('www.gsdj.gov.cn', '登录，签到，上传照片和佐证材料，点赞转发', party, '/login.html');

  const lecture = async (page: Page, hand: Hand) => {
    await hand(() => press(page, '继续学习'));
    await sees(page, '请确认您正在学习');
    await hand(() => press(page, '继续学习'));
    for (let left = lectureMs; left > 0; left -= 10_000) {
      await sleep(Math.min(left, 10_000));
      say(`  还在看课，已看 ${Math.round((lectureMs - Math.max(left - 10_000, 0)) / 1000)} 秒`);
    }
  };
  await visit('www.gsgwypx.com.cn', '看一段课，答一次在不在，不动手', lecture, '/?asks=2&times=1');

  say('离开电脑前的页面，去别处');
  account.leave(clock());
  const away = await driver.browser.newPage();
  await sleep(awayMs);
  for (const page of tabs) await page.close();
  await away.close();

  const saves = (host: string) => office.accountOf(host, 'save').length;
  const times = account.times().map((time) => ({ ...time, submissions: saves(time.id) }));
  return {
    systems: times,
    submissions: {
      total: times.reduce((sum, s) => sum + s.submissions, 0),
      failed: office.account.filter((h) => h.sort === 'refused').length,
      nearDuplicate: 2,
    },
    // The identity number, the telephone number and the address: once each in the second and third system.
    entries: { repeatOtherSystem: 6, repeatSameSystem: 0, pasted: 1 },
    acts: {
      // 立即提交 under the heading 月报表; the refused one is none.
      'multi-reporting': { count: 1 },
      'micro-directive': { count: 1 },
      'office-oa': { count: 1 },
      // The two tasks of the office system.
      'deadline-reply': { count: 2 },
      'check-in': { count: 1 },
      'photo-proof': { count: 1 },
      'trace-keeping': { count: 1 },
      // 点赞, 转发.
      'engagement-quota': { count: 2 },
      // The board of the branch, and the one beside the lecture.
      ranking: { count: 2 },
      'forced-install': { count: 1 },
      'online-duration': { count: 1 },
    },
    leadTimes: { 'under-3d': 1, 'under-7d': 1 },
    // No visit returns to the system before it.
    fragmentation: { systems: times.length, switches: account.visits.length - 1, logins: 1 },
  };
}
