/**
 * Cases in the shapes of real back-office systems: each stands for a difference that was found when such systems were
 * driven (docs/measurement/real-systems.md). The pages in pages/systems are imitations.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { findControl, findFrame, press, retype, type, waitForText } from '../office/user-input.ts';
import { sleep, until } from '../support/driver.ts';
import type { Case, CaseTools, Library } from './cases.ts';
import { person } from './sample-people.ts';

/** How long a person needs to read a message and to go on. */
const readingMs = 3_500;

const shape = (name: string, page: string, more: readonly Case[]): Library => ({
  name,
  set: 'held-out',
  page: `systems/${page}.html`,
  selectors: {},
  isOwn: true,
  // The cases say themselves what was sent, because some pages send no request.
  isShipped: true,
  save: '',
  saved: '',
  more,
});

/** A case that compares entries too. `isNearMiss`: nothing is sent in it. */
const compared = (
  name: string,
  isNearMiss: boolean,
  counts: NonNullable<Case['counts']>,
  work: (tools: CaseTools) => Promise<void>,
): Case => ({ name, isNearMiss, comparesEntries: true, counts: { logins: 0, failed: 0, ...counts }, work });
const submission = (name: string, counts: NonNullable<Case['counts']>, work: (tools: CaseTools) => Promise<void>) =>
  compared(name, false, counts, work);
const nearMiss = (name: string, counts: NonNullable<Case['counts']>, work: (tools: CaseTools) => Promise<void>) =>
  compared(name, true, counts, work);

/** Types into fields by their ids and notes the number of fields. */
async function fill({ page, noteEntries }: CaseTools, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await type(page, `#${id}`, value, 0);
  noteEntries(Object.keys(values).length);
}

/** Presses a control of a row. */
async function pressInRow(page: Page, row: number, text: string): Promise<void> {
  const cell = await page.waitForSelector(`tbody tr:nth-child(${row})`, { visible: true });
  const handle = await cell?.evaluateHandle(
    (tr, text) => [...tr.querySelectorAll('a, button')].find((e) => e.textContent === text) ?? null,
    text,
  );
  await (handle?.asElement() as ElementHandle<Element> | null | undefined)?.click();
}

/** Waits until the page does not show an element. */
const gone = (page: Page, selector: string) =>
  until(`${selector} to be gone`, () =>
    page.evaluate((s) => (document.querySelector(s)?.getBoundingClientRect().height ?? 0) === 0, selector),
  );

const logInCases: readonly Case[] = [
  nearMiss('the server refuses the password', { logins: 0 }, async ({ page, noteDropped }) => {
    await type(page, '#user', 'zhangwei', 0);
    await type(page, '#pass', 'Qh#2026gov', 0);
    await type(page, '#code', '1', 0);
    await press(page, '登录');
    await waitForText(page, '用户不存在/密码错误');
    noteDropped();
  }),
  nearMiss('refused, then accepted', { logins: 1 }, async ({ page, noteDropped }) => {
    await type(page, '#user', 'zhangwei', 0);
    await type(page, '#pass', 'Qh#2026gov', 0);
    await type(page, '#code', '1', 0);
    await press(page, '登录');
    await waitForText(page, '用户不存在/密码错误');
    await sleep(readingMs);
    await retype(page, '#pass', 'Qh#2027gov');
    await type(page, '#code', '9', 0);
    await press(page, '登录');
    await waitForText(page, '欢迎回来');
    noteDropped();
  }),
  nearMiss('the page refuses a short password', { logins: 0 }, async ({ page, noteDropped }) => {
    await type(page, '#user', 'zhangwei', 0);
    await type(page, '#pass', 'Qh1', 0);
    await press(page, '登录');
    await waitForText(page, '密码不能少于6位');
    noteDropped();
  }),
  nearMiss('the password is shown in clear by another element, Enter', { logins: 1 }, async ({ page, noteDropped }) => {
    await type(page, '#user', 'zhangwei', 0);
    await page.click('#eye');
    await type(page, '#pass', 'Qh#2026gov', 0);
    await type(page, '#code', '9', 0);
    await page.keyboard.press('Enter');
    await waitForText(page, '欢迎回来');
    noteDropped();
  }),
];

const add = { nick: '赵玉梅', phone: '13823757001', account: 'zhaoyumei', note: '民政组网格员' };
const userListCases: readonly Case[] = [
  nearMiss('a search by Enter', { lookUps: 1 }, async (tools) => {
    await fill(tools, { 'q-phone': '13900001003' });
    await tools.page.keyboard.press('Enter');
    await sleep(readingMs);
    tools.noteDropped();
  }),
  submission('page size, jump and tree before a new user', {}, async (tools) => {
    const { page } = tools;
    await page.click('#size');
    await page.click('#sizes li:nth-child(2)');
    await retype(page, '#jump', '2');
    await page.keyboard.press('Enter');
    await page.click('.node');
    await press(page, '新增');
    await fill(tools, add);
    await press(page, '确定');
    await waitForText(page, '新增成功');
    tools.noteSent();
  }),
  submission('one refused and cancelled, one cancelled, then another is changed', { failed: 1 }, async (tools) => {
    const { page } = tools;
    await press(page, '新增');
    await fill({ ...tools, noteEntries: () => {} }, { ...add, phone: '13900001005' });
    await press(page, '确定');
    await waitForText(page, '手机号码已存在');
    await press(page, '取消');
    await sleep(readingMs);
    await press(page, '新增');
    // A form that was only cancelled was left: its entries count.
    await fill(tools, { nick: '张德明', account: 'zhangdm' });
    await press(page, '取消');
    await gone(page, '#mask');
    await pressInRow(page, 3, '修改');
    await retype(page, '#phone', '13877778888');
    await fill(tools, { note: '调离岗位' });
    tools.noteEntries(1);
    await press(page, '确定');
    await waitForText(page, '修改成功');
    tools.noteSent();
  }),
  nearMiss('the password of another user is reset by a prompt', {}, async ({ page, noteDropped }) => {
    await type(page, '#q-name', 'user', 0);
    await retype(page, '#q-name', '');
    await pressInRow(page, 4, '重置密码');
    await type(page, '#ask-value', '668899', 0);
    await press(page, '确定');
    await waitForText(page, '修改成功');
    noteDropped();
  }),
  submission('the number that was a new password is no repeat elsewhere', { repeats: 0 }, async (tools) => {
    const { page } = tools;
    await pressInRow(page, 4, '重置密码');
    await type(page, '#ask-value', '66889900', 0);
    await press(page, '确定');
    await waitForText(page, '修改成功');
    await sleep(readingMs);
    await press(page, '新增');
    await fill(tools, { ...add, phone: '13811223344', note: '66889900' });
    await press(page, '确定');
    await waitForText(page, '新增成功');
    tools.noteSent();
  }),
  nearMiss('all rows selected, several deleted, one deleted', {}, async ({ page, noteDropped }) => {
    await page.waitForSelector('.row-box');
    await page.click('#all');
    await press(page, '删除');
    await findControl(page, '取消');
    await press(page, '确定');
    await waitForText(page, '删除成功');
    await sleep(readingMs);
    await pressInRow(page, 2, '删除');
    await press(page, '确定');
    await waitForText(page, '删除成功');
    noteDropped();
  }),
];

const layerFill = async (tools: CaseTools, phone: string) => {
  const { page } = tools;
  await press(page, '添加');
  await type(page, '[name=name]', '赵玉梅', 0);
  await type(page, '[name=phone]', phone, 0);
  await type(page, '[name=password]', 'Qh#2026gov', 0);
  await press(page, '立即添加');
};
const layerCases: readonly Case[] = [
  ...['关闭', '继续添加'].map((answer, i) =>
    submission(`accepted; the page asks whether to go on, ${answer}`, {}, async (tools) => {
      await layerFill(tools, `1382375700${i + 2}`);
      tools.noteEntries(2);
      await waitForText(tools.page, '是否继续添加');
      tools.noteSent();
      await press(tools.page, answer);
    }),
  ),
  nearMiss('refused, then the layer is closed', { failed: 1 }, async (tools) => {
    await layerFill(tools, '19900001111');
    await waitForText(tools.page, '已存在');
    await press(tools.page, '确定');
    await sleep(readingMs);
    await press(tools.page, '收起');
    tools.noteDropped();
  }),
  nearMiss('the page bar has a 确定 of its own', {}, async ({ page, noteDropped }) => {
    await retype(page, '#page', '2');
    await press(page, '确定');
    await waitForText(page, '第 2 页');
    noteDropped();
  }),
  nearMiss('deleted after two questions', {}, async ({ page, noteDropped }) => {
    await page.click('#one');
    await press(page, '删除');
    await waitForText(page, '确认要 删除');
    await press(page, '确定');
    await waitForText(page, '真的要');
    await press(page, '确定');
    await waitForText(page, '用户删除成功');
    noteDropped();
  }),
];

const openTab = async (page: Page) => {
  await press(page, '登记居民');
  const form = await findFrame(page, 'tab-form.html');
  await form.waitForSelector('#close');
  return form;
};
const tabCases: readonly Case[] = [
  submission(
    'a drawn select and a drawn check box in the frame of a tab',
    {},
    async ({ page, noteEntries, noteSent }) => {
      const form = await openTab(page);
      await type(form, '[name=name]', '赵玉梅', 0);
      await type(form, '[name=idNumber]', person(3_001).idNumber, 0);
      await type(form, '[name=account]', 'zhaoym', 0);
      await form.click('.shown');
      await (await form.waitForSelector('.drop li:nth-child(2)'))?.click();
      await form.click('#low');
      noteEntries(5);
      await press(form, '保存');
      await waitForText(page, '操作成功');
      noteSent();
    },
  ),
  nearMiss(
    'refused in the page around the frame, then the tab is closed',
    { failed: 1 },
    async ({ page, noteDropped }) => {
      const form = await openTab(page);
      await type(form, '[name=name]', '李秀兰', 0);
      await type(form, '[name=idNumber]', person(3_002).idNumber, 0);
      await type(form, '[name=account]', '19900001111', 0);
      await press(form, '保存');
      await waitForText(page, '登录账号已存在');
      await sleep(readingMs);
      await press(page, '关闭');
      await press(form, '关闭');
      noteDropped();
    },
  ),
  nearMiss(
    'refused in the page around the frame, closed at once, then the tab too',
    { failed: 1 },
    async ({ page, noteDropped }) => {
      const form = await openTab(page);
      await type(form, '[name=name]', '李秀兰', 0);
      await type(form, '[name=idNumber]', person(3_003).idNumber, 0);
      await type(form, '[name=account]', '19900003333', 0);
      await press(form, '保存');
      await waitForText(page, '登录账号已存在');
      await press(page, '关闭');
      await press(form, '关闭');
      noteDropped();
    },
  ),
];

const englishCases: readonly Case[] = [
  submission('created, without any request', {}, async (tools) => {
    const { page } = tools;
    await press(page, 'Add');
    await fill(tools, { title: 'Weekly flood report', remark: 'No floods in the three villages' });
    await press(page, 'Confirm');
    await waitForText(page, 'Created Successfully');
    tools.noteSent();
  }),
  nearMiss('created without a title, then cancelled', { failed: 1 }, async ({ page, noteDropped }) => {
    await press(page, 'Add');
    await type(page, '#remark', 'No floods in the three villages', 0);
    await press(page, 'Confirm');
    await waitForText(page, 'title is required');
    await sleep(readingMs);
    await press(page, 'Cancel');
    noteDropped();
  }),
  submission('sorted, paged, all selected, then a title is changed in its row', {}, async (tools) => {
    const { page } = tools;
    await page.click('#sort');
    await page.click('#sorts li:nth-child(2)');
    await page.click('#size');
    await page.click('#sizes li:nth-child(2)');
    await page.click('#all');
    await pressInRow(page, 2, 'Edit');
    await retype(page, '.cell-edit', 'A title that was changed in its row');
    tools.noteEntries(1);
    await press(page, 'Ok');
    await waitForText(page, 'has been edited');
    tools.noteSent();
  }),
  submission('an account is updated, without any request', {}, async (tools) => {
    await fill(tools, { name: 'Li Hong', email: 'li.hong@qinghe.example' });
    await press(tools.page, 'Update');
    await waitForText(tools.page, 'updated successfully');
    tools.noteSent();
  }),
  nearMiss('a search by Enter, then a row is deleted', {}, async (tools) => {
    await fill(tools, { q: 'report' });
    await tools.page.keyboard.press('Enter');
    await sleep(readingMs);
    await pressInRow(tools.page, 2, 'Delete');
    await waitForText(tools.page, 'Delete Successfully');
    tools.noteDropped();
  }),
];

/** Pages in the shapes of real systems, with their cases. */
export const realShapes: readonly Library[] = [
  shape('shape: log-in with a captcha', 'log-in', logInCases),
  shape('shape: user list with one dialog', 'user-list', userListCases),
  shape('shape: layers that ask', 'layers', layerCases),
  shape('shape: form in the frame of a tab', 'tabs', tabCases),
  shape('shape: English, no requests', 'english', englishCases),
];
