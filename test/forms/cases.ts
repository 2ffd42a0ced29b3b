/**
 * The cases of the forms suite by library: submissions, and near misses, which must not be counted as submissions. Each
 * case uses its own host.
 */
import type { Frame, Page } from 'puppeteer-core';
import { choose, findFrame, press, retype, type, typeHere, waitForText } from '../office/user-input.ts';
import { sleep } from '../support/driver.ts';
import { type Person, person } from './sample-people.ts';

export type Part = keyof Person;

/** Functions with which a case fills in its page and notes which data it sent. */
export interface CaseTools {
  readonly page: Page;
  /** Types a person's data, or parts of it, and notes what was typed. */
  fill(who: Person, parts?: readonly Part[]): Promise<void>;
  /** Notes data that the case itself entered. */
  note(who: Person, parts: readonly Part[]): void;
  /** Notes how many fields a person changed. Only for cases that compare entries. */
  noteEntries(count: number): void;
  /** Notes that the noted data was sent. */
  noteSent(): void;
  /** Notes that the noted data was not sent, but used for a search, cleared or abandoned. */
  noteDropped(): void;
}

export interface Library {
  readonly name: string;
  readonly set: 'tuned' | 'held-out';
  readonly page: string;
  readonly selectors: Readonly<Partial<Record<Part, string>>>;
  /** The text of the control that opens the form, if the form is in a dialog. */
  readonly open?: string;
  readonly save: string;
  readonly saved: string;
  /** The frames that contain the form and the control that opens it, if any. */
  readonly formFrame?: string;
  readonly openFrame?: string;
  /** The text of the control that closes a message of rejection. */
  readonly understood?: string;
  /**
   * Whether the page is a published page, which does not use our server. The suite then counts a submission when the
   * page shows success.
   */
  readonly isShipped?: boolean;
  /** Whether the form rejects telephone numbers with spaces. */
  readonly isStrict?: boolean;
  /** Whether the library has only its own cases, without the common cases. */
  readonly isOwn?: boolean;
  readonly isInFirefoxToo?: boolean;
  readonly more: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly isNearMiss: boolean;
  /** Whether the counted entries are compared with the noted ones. */
  readonly comparesEntries?: boolean;
  /** Further figures that are compared. `failed`: failed attempts; `repeats`: entries that repeat a value; `acts`: burden acts. */
  readonly counts?: Readonly<Partial<Record<'logins' | 'failed' | 'lookUps' | 'repeats' | 'acts', number>>>;
  /** The page of this case, if it is not the page of the library. */
  readonly page?: string;
  work(tools: CaseTools, library: Library, n: number): Promise<void>;
}

const all: readonly Part[] = ['name', 'idNumber', 'phone', 'address'];
const openForm = async ({ page }: CaseTools, { open, openFrame }: Library) => {
  if (open !== undefined) await press(openFrame === undefined ? page : await findFrame(page, openFrame), open);
};
/** Returns the page or frame that contains the fields. */
export const formOf = async (page: Page, { formFrame }: Library): Promise<Page | Frame> =>
  formFrame === undefined ? page : findFrame(page, formFrame);
const saveRejected = async ({ page }: CaseTools, library: Library) => {
  await press(page, library.save);
  await waitForText(page, '保存失败');
  if (library.understood !== undefined) {
    await sleep(300);
    await press(page, library.understood);
  }
};
const saveForm = async (tools: CaseTools, library: Library) => {
  await press(tools.page, library.save);
  await waitForText(tools.page, library.saved);
  tools.noteSent();
};

const phoneWithSpaces = 'same person as elsewhere, phone number with spaces';

/**
 * Cases that all libraries have. The cases of different libraries enter some of the same people, so that data repeats
 * across systems.
 */
export const common: readonly Case[] = [
  {
    name: 'a new household',
    isNearMiss: false,
    async work(tools, library, n) {
      await openForm(tools, library);
      await tools.fill(person(100 + n), all);
      await saveForm(tools, library);
    },
  },
  {
    name: 'a household entered on other hosts too',
    isNearMiss: false,
    async work(tools, library, n) {
      await openForm(tools, library);
      await tools.fill(person(n % 3), all);
      await saveForm(tools, library);
    },
  },
  {
    name: 'rejected, corrected, sent',
    isNearMiss: false,
    async work(tools, library, n) {
      const { page } = tools;
      const who = person(200 + n);
      await openForm(tools, library);
      await tools.fill(who, ['name', 'idNumber']);
      const form = await formOf(page, library);
      await type(form, library.selectors.phone as string, '19900001111', 0);
      await saveRejected(tools, library);
      await sleep(2_700);
      await retype(form, library.selectors.phone as string, who.phone);
      tools.note(who, ['phone']);
      await saveForm(tools, library);
    },
  },
  {
    name: 'two households, one after the other',
    isNearMiss: false,
    async work(tools, library, n) {
      await openForm(tools, library);
      await tools.fill(person(300 + n), ['name', 'idNumber', 'phone']);
      await saveForm(tools, library);
      await sleep(3_000);
      await openForm(tools, library);
      // Another person of the same household, with the same phone number.
      await tools.fill({ ...person(400 + n), phone: person(300 + n).phone }, ['name', 'idNumber', 'phone']);
      await saveForm(tools, library);
    },
  },
  {
    name: phoneWithSpaces,
    isNearMiss: false,
    async work(tools, library, n) {
      const { page } = tools;
      const who = person(n % 3);
      await openForm(tools, library);
      await tools.fill(who, ['name', 'idNumber']);
      const { phone } = who;
      const written = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
      await type(await formOf(page, library), library.selectors.phone as string, written, 0);
      tools.note(who, ['phone']);
      await saveForm(tools, library);
    },
  },
  {
    name: 'a field is missing',
    isNearMiss: true,
    async work(tools, library, n) {
      await openForm(tools, library);
      await tools.fill(person(500 + n), ['phone']);
      await press(tools.page, library.save);
      await sleep(2_700);
      tools.noteDropped();
    },
  },
  {
    name: 'rejected with HTTP 200',
    isNearMiss: true,
    async work(tools, library, n) {
      const { page } = tools;
      await openForm(tools, library);
      await tools.fill(person(600 + n), ['name', 'idNumber']);
      await type(await formOf(page, library), library.selectors.phone as string, '19900002222', 0);
      await saveRejected(tools, library);
      tools.noteDropped();
    },
  },
  {
    name: 'typed, then left',
    isNearMiss: true,
    async work(tools, library, n) {
      await openForm(tools, library);
      await tools.fill(person(700 + n), ['name', 'idNumber']);
      await tools.page.keyboard.press('Tab');
      await sleep(600);
      tools.noteDropped();
    },
  },
];

const nearMiss = (name: string, work: Case['work']): Case => ({ name, isNearMiss: true, work });
const submission = (name: string, work: Case['work']): Case => ({ name, isNearMiss: false, work });
const search = (selector: string, words: string): Case =>
  nearMiss('a search', async ({ page, noteDropped }, _library, n) => {
    await type(page, selector, person(n % 3).idNumber, 0);
    await press(page, words);
    await sleep(400);
    noteDropped();
  });
/**
 * A near miss: fills in the form and presses a control that does not submit it. `message`: the text that the page shows
 * after the press, or ''.
 */
const pressOther = (name: string, words: string, message: string): Case =>
  nearMiss(name, async (tools, library, n) => {
    await openForm(tools, library);
    await tools.fill(person(800 + n), ['name', 'idNumber', 'phone']);
    await press(tools.page, words);
    if (message !== '') await waitForText(tools.page, message);
    tools.noteDropped();
  });

const byName = { name: '[name=name]', idNumber: '[name=idNumber]', phone: '[name=phone]', address: '[name=address]' };
const byId = { name: '#name', idNumber: '#idNumber', phone: '#phone', address: '#address' };
const layuiMore = [
  search('[name=q]', '查询'),
  pressOther('a draft', '暂存', '暂存成功'),
  submission('with a choice', async (tools, library, n) => {
    await tools.fill(person(900 + n), ['name', 'idNumber', 'phone']);
    await choose(tools.page, '.layui-form-select input', '低保户');
    await saveForm(tools, library);
  }),
];

export const libraries: readonly Library[] = [
  {
    name: 'layui 2.13',
    set: 'tuned',
    page: 'layui.html',
    isStrict: true,
    selectors: Object.fromEntries(Object.entries(byName).map(([k, v]) => [k, `#household ${v}`])),
    save: '立即提交',
    saved: '提交成功',
    isInFirefoxToo: true,
    more: layuiMore,
  },
  {
    name: 'Element UI 2.15',
    set: 'tuned',
    page: 'element-ui.html',
    selectors: byId,
    open: '新增',
    save: '确定',
    saved: '新增成功',
    isInFirefoxToo: true,
    more: [
      search('#query', '搜索'),
      pressOther('cancelled', '取消', ''),
      submission('with a choice', async (tools, library, n) => {
        await openForm(tools, library);
        await tools.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await choose(tools.page, '#sort', '低保');
        await saveForm(tools, library);
      }),
      submission('saved, then the row is deleted', async (tools, library, n) => {
        await openForm(tools, library);
        await tools.fill(person(950 + n), ['name', 'idNumber', 'phone']);
        await saveForm(tools, library);
        await sleep(2_800);
        await type(tools.page, '#query', '6205', 0);
        await press(tools.page, '删除');
        await press(tools.page, '确定');
        await waitForText(tools.page, '删除成功');
      }),
    ],
  },
  {
    name: 'antd 5',
    set: 'tuned',
    page: 'antd.html',
    selectors: byId,
    save: '保存',
    saved: '保存成功',
    isInFirefoxToo: true,
    more: [
      submission('by Enter', async (tools, library, n) => {
        await tools.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await tools.page.keyboard.press('Enter');
        await waitForText(tools.page, library.saved);
        tools.noteSent();
      }),
    ],
  },
  {
    name: 'jQuery with jquery-validation',
    set: 'tuned',
    page: 'jquery.html',
    selectors: Object.fromEntries(Object.entries(byName).map(([k, v]) => [k, `#f ${v}`])),
    save: '保存',
    saved: '保存成功',
    more: [
      search('[name=q]', '查询'),
      pressOther('a draft', '存草稿', '草稿已保存'),
      pressOther('a reset', '重置', ''),
      pressOther('deleted, with its confirmation', '删除', '是否确认'),
      nearMiss('deleted and confirmed', async (tools, _library, n) => {
        await tools.fill(person(820 + n), ['name', 'phone']);
        await press(tools.page, '删除');
        await press(tools.page, '确定');
        await waitForText(tools.page, '删除成功');
        tools.noteDropped();
      }),
      nearMiss('a log-in', async ({ page, noteDropped }) => {
        await type(page, '[name=user]', '13899990000', 0);
        await type(page, '[name=pass]', 'secret-word', 0);
        await press(page, '登录');
        await waitForText(page, '登录成功');
        noteDropped();
      }),
      nearMiss('filled in by the page', async ({ page }) => {
        await press(page, '读取上期');
        await sleep(700);
      }),
      submission('by Enter', async (tools, library, n) => {
        await tools.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await tools.page.keyboard.press('Enter');
        await waitForText(tools.page, library.saved);
        tools.noteSent();
      }),
      submission('confirmed in a dialog', async (tools, library, n) => {
        await tools.fill(person(960 + n), ['name', 'idNumber', 'phone']);
        await press(tools.page, '送审');
        await sleep(1_200);
        await press(tools.page, '确定');
        await waitForText(tools.page, library.saved);
        tools.noteSent();
      }),
    ],
  },
  {
    name: 'OA, layui dialog over an iframe',
    set: 'tuned',
    page: 'oa.html',
    selectors: {},
    save: '确定',
    saved: '提交成功',
    isInFirefoxToo: true,
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`a reply ${k + 1}`, async (tools, library, n) => {
          await press(await findFrame(tools.page, 'oa-tasks'), '回复');
          const form = await findFrame(tools.page, 'oa-form');
          await type(form, '[name=phone]', person(970 + n + k).phone, 0);
          await type(form, '[name=note]', '已按要求组织排查', 0);
          await saveForm(tools, library);
        }),
      ),
      nearMiss('a reply without its text', async (tools, _library, n) => {
        await press(await findFrame(tools.page, 'oa-tasks'), '回复');
        const form = await findFrame(tools.page, 'oa-form');
        await type(form, '[name=phone]', person(980 + n).phone, 0);
        await press(tools.page, '确定');
        await waitForText(tools.page, '不能为空');
      }),
      nearMiss('received', async ({ page }) => {
        await press(await findFrame(page, 'oa-tasks'), '收到');
        await waitForText(page, '已签收');
      }),
    ],
  },
  {
    name: 'native form posts',
    set: 'tuned',
    page: 'native.html',
    isOwn: true,
    selectors: byName,
    save: '提交',
    saved: '保存成功',
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`posted ${k + 1}`, async (tools, library, n) => {
          await tools.fill(person(910 + n + k), k === 2 ? ['name', 'idNumber'] : all);
          if (k === 1) await tools.page.keyboard.press('Enter');
          else await press(tools.page, library.save);
          // The document is unloaded, so its frame cannot be queried.
          await sleep(1_200);
          tools.noteSent();
        }),
      ),
      // Fields named like properties of an element hide the properties of their form.
      {
        ...submission('posted with fields named like properties', async (tools, library, n) => {
          await tools.fill(person(930 + n));
          await type(tools.page, '[name=parentElement]', 'none', 0);
          await press(tools.page, library.save);
          await sleep(1_200);
          tools.noteSent();
        }),
        page: 'named-like-properties.html',
      },
      search('[name=q]', '搜索'),
      nearMiss('autopostback', async (tools, _library, n) => {
        await tools.fill(person(920 + n), ['name', 'idNumber']);
        await tools.page.keyboard.press('Tab');
        await tools.page.focus('#town');
        await tools.page.keyboard.press('ArrowDown');
        await sleep(1_500);
        tools.noteDropped();
      }),
      nearMiss('a log-in', async ({ page, noteDropped }) => {
        await type(page, '[name=user]', '13899990000', 0);
        await type(page, '[name=pass]', 'secret-word', 0);
        await press(page, '登录');
        await sleep(800);
        noteDropped();
      }),
    ],
  },
  {
    name: 'nested frames, designMode, hidden-frame post',
    set: 'tuned',
    page: 'legacy.html',
    selectors: {},
    save: '保存',
    saved: '保存成功',
    // The driver cannot reach nested frames of a frameset in Firefox.
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`saved ${k + 1}`, async (tools, library, n) => {
          const form = await findFrame(tools.page, 'legacy-form');
          await type(form, '[name=company]', 'Ganquan Brickworks', 0);
          await type(form, '[name=phone]', person(985 + n + k).phone, 0);
          await press(form, library.save);
          await waitForText(tools.page, library.saved);
          tools.noteSent();
        }),
      ),
      nearMiss('a reset', async (tools, _library, n) => {
        const form = await findFrame(tools.page, 'legacy-form');
        await type(form, '[name=phone]', person(990 + n).phone, 0);
        await form.click('input[type=reset]');
        await sleep(500);
      }),
    ],
  },
  {
    name: 'KindEditor 4',
    set: 'tuned',
    page: 'kindeditor.html',
    selectors: {},
    save: '发布',
    saved: '发布成功',
    more: editorCases('.ke-edit-iframe'),
  },
  {
    name: 'jQuery EasyUI 1.5',
    set: 'tuned',
    page: 'easyui.html',
    selectors: Object.fromEntries(all.map((part) => [part, `#${part} + .textbox .textbox-text`])),
    save: '保存',
    saved: '保存成功',
    understood: '确定',
    isInFirefoxToo: true,
    more: [
      search('#q + .textbox .textbox-text', '查询'),
      pressOther('a draft', '暂存', '草稿已暂存'),
      pressOther('cleared', '清空', ''),
      pressOther('deleted, not confirmed', '删除', '确定删除'),
      submission('with a choice', async (tools, library, n) => {
        await tools.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await tools.page.click('#sort + .combo .combo-arrow');
        await sleep(400);
        await tools.page.click('.combobox-item:nth-child(2)');
        await saveForm(tools, library);
      }),
    ],
  },
  {
    name: 'RuoYi-style layer dialogs',
    set: 'tuned',
    page: 'ruoyi.html',
    selectors: byName,
    openFrame: 'ruoyi-list',
    open: '新增',
    formFrame: 'ruoyi-form',
    save: '确定',
    saved: '操作成功',
    understood: '确定',
    isInFirefoxToo: true,
    more: [
      nearMiss('a search', async ({ page, noteDropped }, _library, n) => {
        const list = await findFrame(page, 'ruoyi-list');
        await type(list, '#q', person(n % 3).idNumber, 0);
        await press(list, '搜索');
        await sleep(400);
        noteDropped();
      }),
      nearMiss('deleted and confirmed', async ({ page, noteDropped }, _library, n) => {
        const list = await findFrame(page, 'ruoyi-list');
        await type(list, '#q', person(830 + n).phone, 0);
        await press(list, '删除');
        await press(page, '确认');
        await waitForText(page, '删除成功');
        noteDropped();
      }),
      nearMiss('closed', async (tools, library, n) => {
        await openForm(tools, library);
        await tools.fill(person(840 + n), ['name', 'phone']);
        await press(tools.page, '关闭');
        await sleep(800);
        tools.noteDropped();
      }),
    ],
  },
  {
    name: 'vxe-table 4',
    set: 'tuned',
    page: 'vxe-table.html',
    selectors: {},
    save: '保存',
    saved: '保存成功',
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`a row ${k + 1}`, async (tools, library, n) => {
          await fillRow(tools, k === 0 ? person(n % 3) : person(1000 + n));
          await saveForm(tools, library);
        }),
      ),
      submission('rejected, corrected, sent', async (tools, library, n) => {
        await fillRow(tools, { ...person(1010 + n), phone: '19900003333' }, ['name', 'idNumber']);
        await fillCell(tools.page, 'phone', '19900003333');
        await press(tools.page, '保存');
        await waitForText(tools.page, '保存失败');
        await sleep(2_700);
        await fillCell(tools.page, 'phone', person(1010 + n).phone);
        tools.note(person(1010 + n), ['phone']);
        await saveForm(tools, library);
      }),
      nearMiss('a draft', async (tools, _library, n) => {
        await fillRow(tools, person(1020 + n));
        await press(tools.page, '暂存');
        await waitForText(tools.page, '暂存成功');
        tools.noteDropped();
      }),
      search('#query', '查询'),
    ],
  },
  {
    name: 'UEditor-style javascript: frame',
    set: 'tuned',
    page: 'ueditor.html',
    selectors: {},
    save: '发布',
    saved: '发布成功',
    isInFirefoxToo: true,
    more: editorCases('#ueditor_0'),
  },
  {
    name: 'web components, closed roots',
    set: 'tuned',
    page: 'components.html',
    selectors: {},
    save: '提交',
    saved: '提交成功',
    isInFirefoxToo: true,
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`sent ${k + 1}`, async (tools, library, n) => {
          await fillInside(tools, k === 0 ? person(n % 3) : person(1030 + n), all);
          if (k === 2) await tools.page.keyboard.press('Enter');
          else await pressInside(tools.page, 'button[type=submit]');
          await waitForText(tools.page, library.saved);
          tools.noteSent();
        }),
      ),
      nearMiss('a field is missing', async (tools, _library, n) => {
        await fillInside(tools, person(1040 + n), ['idNumber', 'phone']);
        await pressInside(tools.page, 'button[type=submit]');
        await waitForText(tools.page, '不能为空');
        tools.noteDropped();
      }),
      nearMiss('a draft', async (tools, _library, n) => {
        await fillInside(tools, person(1050 + n), ['name', 'phone']);
        await pressInside(tools.page, '#draft');
        await waitForText(tools.page, '暂存成功');
        tools.noteDropped();
      }),
    ],
  },
  {
    name: 'admin-lte 3.2 pages',
    set: 'tuned',
    page: 'pack/admin-lte-3.2.0/pages/examples/contact-us.html',
    selectors: {},
    save: '',
    saved: '',
    isShipped: true,
    more: [
      nearMiss('a button that sends nothing', async ({ page }) => {
        await type(page, '#inputEmail', 'someone@example.com', 0);
        await type(page, '#inputMessage', 'Nobody will ever read this message', 0);
        await page.click('input[value="Send message"]');
        await sleep(1_500);
      }),
      {
        ...nearMiss('a log-in', async ({ page }) => {
          await type(page, '#exampleInputEmail1', 'someone@example.com', 0);
          await type(page, '#exampleInputPassword1', 'secret-word', 0);
          await page.click('#quickForm button[type=submit]');
          await sleep(1_500);
        }),
        page: 'pack/admin-lte-3.2.0/pages/forms/validation.html',
      },
      {
        ...nearMiss('a search', async ({ page }) => {
          await type(page, '.content input[type=search]', '13800000000', 0);
          await page.keyboard.press('Enter');
          await sleep(1_500);
        }),
        page: 'pack/admin-lte-3.2.0/pages/search/simple.html',
      },
    ],
  },
  {
    name: 'layui 2.6 examples',
    set: 'tuned',
    page: 'lib/layui-src/examples/form.html',
    selectors: {},
    save: '',
    saved: '',
    isShipped: true,
    more: [
      nearMiss('submit shows the values without sending them', async ({ page }) => {
        await type(page, '[name="arr[title]"]', '13800000000', 0);
        await page.click('[lay-filter=top]');
        await sleep(2_700);
      }),
      nearMiss('a reset', async ({ page }) => {
        await type(page, '[name="arr[title]"]', '13800000000', 0);
        await page.click('button[type=reset]');
        await sleep(600);
      }),
    ],
  },
  {
    name: 'Element Plus 2.14',
    set: 'held-out',
    page: 'element-plus.html',
    isOwn: true,
    selectors: byId,
    save: '提交',
    saved: '提交成功',
    more: [
      ...[0, 1, 2, 3].map((k) =>
        submission(`in two steps ${k + 1}`, async (tools, library, n) => {
          await tools.fill(person(k === 0 ? n % 3 : 930 + n + k), all);
          await press(tools.page, '下一步');
          await type(tools.page, '#note', '家中有病人', 0);
          await saveForm(tools, library);
        }),
      ),
      pressOther('the next step only', '下一步', ''),
      nearMiss('a draft', async (tools, _library, n) => {
        await tools.fill(person(940 + n), ['name', 'idNumber', 'phone']);
        await press(tools.page, '下一步');
        await type(tools.page, '#note', '家中有病人', 0);
        await press(tools.page, '保存草稿');
        await sleep(1_000);
        tools.noteDropped();
      }),
    ],
  },
  {
    name: 'Ant Design Vue 4.2',
    set: 'held-out',
    page: 'ant-design-vue.html',
    selectors: {
      name: '#form_item_name',
      idNumber: '#form_item_idNumber',
      phone: '#form_item_phone',
      address: '#form_item_address',
    },
    open: '采集',
    save: '提交',
    saved: '采集成功',
    isInFirefoxToo: true,
    more: [],
  },
  {
    name: 'layui 2.6.8',
    set: 'held-out',
    page: 'layui-2.6.html',
    isStrict: true,
    selectors: Object.fromEntries(Object.entries(byName).map(([k, v]) => [k, `#household ${v}`])),
    save: '立即提交',
    saved: '提交成功',
    more: layuiMore,
  },
  {
    name: 'wangEditor 5',
    set: 'held-out',
    page: 'wangeditor.html',
    selectors: {},
    save: '发布',
    saved: '发布成功',
    more: editorCases(),
  },
  {
    name: 'ASP.NET __doPostBack',
    set: 'held-out',
    page: 'aspnet.html',
    selectors: byName,
    isOwn: true,
    save: '保存',
    saved: '保存成功',
    more: [
      ...['保存', '提交', ''].map((words, k) =>
        submission(words === '' ? 'by Enter' : `by ${words}`, async (tools, _library, n) => {
          await tools.fill(k === 0 ? person(n % 3) : person(1100 + n), all);
          if (words === '') await tools.page.keyboard.press('Enter');
          else await press(tools.page, words);
          await sleep(1_200);
          tools.noteSent();
        }),
      ),
      nearMiss('autopostback', async (tools, _library, n) => {
        await tools.fill(person(1110 + n), ['name', 'idNumber']);
        await tools.page.keyboard.press('Tab');
        await tools.page.focus('#ddlTown');
        await tools.page.keyboard.press('ArrowDown');
        await sleep(1_500);
        tools.noteDropped();
      }),
      nearMiss('a field is missing', async (tools, _library, n) => {
        await tools.fill(person(1120 + n), ['phone']);
        await press(tools.page, '保存');
        await waitForText(tools.page, '不能为空');
        tools.noteDropped();
      }),
      nearMiss('a query', async (tools, _library, n) => {
        await tools.fill(person(n % 3), ['idNumber']);
        await press(tools.page, '查询');
        await sleep(1_200);
        tools.noteDropped();
      }),
      nearMiss('a draft', async (tools, _library, n) => {
        await tools.fill(person(1130 + n), ['name', 'phone']);
        await press(tools.page, '暂存');
        await sleep(1_200);
        tools.noteDropped();
      }),
      nearMiss('deleted', async (tools, _library, n) => {
        await tools.fill(person(1140 + n), ['phone']);
        await press(tools.page, '删除');
        await sleep(1_200);
        tools.noteDropped();
      }),
    ],
  },
  {
    name: 'SurveyJS',
    set: 'held-out',
    page: 'surveyjs.html',
    selectors: Object.fromEntries(all.map((part) => [part, `[data-name=${part}] input`])),
    isOwn: true,
    save: '提交',
    saved: '感谢您的参与',
    isInFirefoxToo: true,
    more: [
      ...[0, 1, 2].map((k) =>
        submission(`completed ${k + 1}`, async (tools, library, n) => {
          await tools.fill(k === 0 ? person(n % 3) : person(1150 + n), all);
          await tools.page.keyboard.press('Tab');
          await press(tools.page, '下一页');
          await type(tools.page, '[data-name=note] textarea', '家中有病人', 0);
          await saveForm(tools, library);
        }),
      ),
      nearMiss('the next page only', async (tools, _library, n) => {
        await tools.fill(person(1160 + n), ['name', 'phone']);
        await press(tools.page, '下一页');
        await sleep(800);
        tools.noteDropped();
      }),
      nearMiss('a field is missing', async (tools, _library, n) => {
        await tools.fill(person(1170 + n), ['phone']);
        await press(tools.page, '下一页');
        await sleep(800);
        tools.noteDropped();
      }),
    ],
  },
  {
    name: 'TinyMCE 6',
    set: 'held-out',
    page: 'tinymce.html',
    selectors: {},
    save: '发布',
    saved: '发布成功',
    more: editorCases('.tox-edit-area iframe'),
  },
  {
    name: 'KindEditor example page',
    set: 'held-out',
    page: 'lib/kindeditor/php/demo.php',
    selectors: {},
    save: '',
    saved: '',
    isShipped: true,
    more: [
      ...[0, 1].map((k) =>
        submission(`sent ${k + 1}`, async ({ page, noteSent }) => {
          await page.waitForSelector('.ke-edit-iframe');
          await page.click('.ke-edit-iframe');
          await page.keyboard.type(`All villages were visited and every hazard was put right in time, part ${k}`);
          await page.click('input[type=submit]');
          await sleep(1_200);
          noteSent();
        }),
      ),
      nearMiss('typed, then left', async ({ page }) => {
        await page.waitForSelector('.ke-edit-iframe');
        await page.click('.ke-edit-iframe');
        await page.keyboard.type('All villages were visited');
        await sleep(600);
      }),
    ],
  },
  {
    name: 'gentelella 2.1 pages',
    set: 'held-out',
    page: 'pack/gentelella-2.1.0/production/form.html',
    selectors: {},
    save: '',
    saved: '',
    isShipped: true,
    more: [
      ...[0, 1].map((k) =>
        submission(`sent ${k + 1}`, async ({ page, noteSent }) => {
          await type(page, '#first-name', 'Wang', 0);
          await type(page, '#last-name', `Jianguo${k}`, 0);
          await type(page, '#demo-form2 #birthday-input', '01-02-1980', 0);
          await page.click('#demo-form2 button[type=submit]');
          await sleep(1_200);
          noteSent();
        }),
      ),
      nearMiss('a field is missing', async ({ page }) => {
        await type(page, '#first-name', 'Wang', 0);
        await page.click('#demo-form2 button[type=submit]');
        await sleep(1_500);
      }),
      nearMiss('a reset', async ({ page }) => {
        await type(page, '#first-name', 'Wang', 0);
        await page.click('#demo-form2 button[type=reset]');
        await sleep(600);
      }),
    ],
  },
  {
    name: 'stisla 2.3 pages',
    set: 'held-out',
    page: 'pack/stisla-2.3.0/forms-validation.html',
    selectors: {},
    save: '',
    saved: '',
    isShipped: true,
    more: [
      submission('a form of its own', async ({ page, noteSent }) => {
        const form = '.section-body form:not(.needs-validation)';
        await enter(page, `${form} input[type=text]`, 'Wang Jianguo');
        await enter(page, `${form} input[type=email]`, 'wang@example.com');
        await enter(page, `${form} textarea`, 'All villages were visited and every hazard was put right');
        await activate(page, `${form} button.btn-primary`);
        await sleep(1_200);
        noteSent();
      }),
      {
        ...submission('a profile', async ({ page, noteSent }) => {
          await enter(page, 'input[type=tel]', '13800001111');
          await activate(page, 'form[method=post] button.btn-primary');
          await sleep(1_200);
          noteSent();
        }),
        page: 'pack/stisla-2.3.0/features-profile.html',
      },
      nearMiss('a field is missing', async ({ page }) => {
        const form = '.section-body form:not(.needs-validation)';
        await enter(page, `${form} input[type=text]`, 'Wang Jianguo');
        await activate(page, `${form} button.btn-primary`);
        await sleep(1_500);
      }),
      {
        ...nearMiss('a button that sends nothing', async ({ page }) => {
          await enter(page, '.section-body input[type=text]', 'Brief');
          await activate(page, '.section-body button.btn-primary');
          await sleep(1_500);
        }),
        page: 'pack/stisla-2.3.0/features-post-create.html',
      },
      {
        ...nearMiss('a log-in', async ({ page }) => {
          await enter(page, '#email', 'wang@example.com');
          await enter(page, '#password', 'secret-word');
          await page.keyboard.press('Enter');
          await sleep(1_500);
        }),
        page: 'pack/stisla-2.3.0/auth-login.html',
      },
    ],
  },
];

/** Enters text with the keyboard only, because elements overlap on pages without their style sheets. */
async function enter(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.keyboard.type(text);
}
async function activate(page: Page, selector: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press('Space');
}

/** Edits a cell of the first row. */
async function fillCell(page: Page, part: Part, value: string): Promise<void> {
  await page.click(`.vxe-body--row:first-child .vxe-body--column:nth-child(${all.indexOf(part) + 1})`);
  await page.waitForSelector(`.edit-${part}`);
  await page.click(`.edit-${part}`, { count: 3 });
  await typeHere(page, value, 0);
}
async function fillRow({ page, note }: CaseTools, who: Person, parts: readonly Part[] = all): Promise<void> {
  for (const part of parts) await fillCell(page, part, who[part]);
  note(who, parts);
}

/** Finds an element in the closed shadow root that the test page exposes. */
async function handleInside(page: Page, selector: string) {
  const found = await page.evaluateHandle((css) => {
    const e = (window as unknown as { hands: ShadowRoot }).hands.querySelector(css) as Element & { input?: Element };
    return e.input ?? e;
  }, selector);
  return found.asElement() as import('puppeteer-core').ElementHandle<Element>;
}
async function fillInside({ page, note }: CaseTools, who: Person, parts: readonly Part[]): Promise<void> {
  for (const part of parts) {
    await (await handleInside(page, `#${part}`)).click();
    await typeHere(page, who[part], 0);
  }
  note(who, parts);
}
const pressInside = async (page: Page, selector: string) => (await handleInside(page, selector)).click();

/** Returns the cases of a rich text editor. `frame` selects the frame that contains its text, if there is one. */
function editorCases(frame?: string): readonly Case[] {
  const body = async (page: Page) => {
    if (frame === undefined) await page.mouse.click(200, 330);
    else await (await page.waitForSelector(frame))?.click();
    await sleep(100);
  };
  return [
    ...[0, 1, 2, 3].map((k) =>
      submission(`published ${k + 1}`, async (tools, library) => {
        const { page } = tools;
        await type(page, '[name=title]', `Brief ${k}`, 0);
        await body(page);
        await page.keyboard.type('All villages were visited and every hazard was put right in time', { delay: 0 });
        await saveForm(tools, library);
      }),
    ),
    nearMiss('a draft', async ({ page, noteDropped }) => {
      await type(page, '[name=title]', 'Brief', 0);
      await press(page, '暂存');
      await waitForText(page, '草稿已保存');
      noteDropped();
    }),
    nearMiss('a preview', async ({ page, noteDropped }) => {
      await type(page, '[name=title]', 'Brief', 0);
      await press(page, '预览');
      await sleep(500);
      noteDropped();
    }),
    nearMiss('without a title', async ({ page, noteDropped }) => {
      await type(page, '[name=phone]', '13800001234', 0);
      await press(page, '发布');
      await waitForText(page, '标题不能为空');
      noteDropped();
    }),
  ];
}

/** Returns the cases of a library, with the common cases if it has a household form. */
export const casesOf = (library: Library): readonly Case[] =>
  library.isOwn || Object.keys(library.selectors).length === 0
    ? library.more
    : [...common.filter((c) => !library.isStrict || c.name !== phoneWithSpaces), ...library.more];
