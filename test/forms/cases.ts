/** The cases of the forms suite: submissions and near misses by library. Each case uses its own host. */
import type { Frame, Page } from 'puppeteer-core';
import { choose, findFrame, press, retype, type, typeHere, waitForText } from '../office/user-input.ts';
import { sleep } from '../support/driver.ts';
import { type Person, person } from './sample-people.ts';

export type Part = keyof Person;

/** What a case uses to work on its page and to keep account of it. */
export interface Hands {
  readonly page: Page;
  /** Types a person's data, or parts of it, and notes what was typed. */
  fill(who: Person, parts?: readonly Part[]): Promise<void>;
  /** Notes data that the case itself entered. */
  note(who: Person, parts: readonly Part[]): void;
  /** The noted data was sent. */
  sent(): void;
  /** The noted data was not sent: used to search, cleared or left. */
  dropped(): void;
}

export interface Library {
  readonly name: string;
  readonly set: 'tuned' | 'held-out';
  readonly page: string;
  readonly selectors: Readonly<Partial<Record<Part, string>>>;
  /** The text of the control that opens the form, if it is in a dialog. */
  readonly open?: string;
  readonly save: string;
  readonly saved: string;
  /** The frames that contain the form and the control that opens it, if any. */
  readonly formFrame?: string;
  readonly openFrame?: string;
  /** The text of the control that closes a message of rejection. */
  readonly understood?: string;
  /** A published page without our server: what was sent is what the page showed as accepted. */
  readonly isShipped?: boolean;
  /** Rejects telephone numbers with spaces. */
  readonly isStrict?: boolean;
  /** Has only its own cases, not the common ones. */
  readonly isOwn?: boolean;
  readonly isInFirefoxToo?: boolean;
  readonly more: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly isNearMiss: boolean;
  /** The page of this case, if it differs from the library's. */
  readonly page?: string;
  work(hands: Hands, library: Library, n: number): Promise<void>;
}

const all: readonly Part[] = ['name', 'idNumber', 'phone', 'address'];
const opened = async ({ page }: Hands, { open, openFrame }: Library) => {
  if (open !== undefined) await press(openFrame === undefined ? page : await findFrame(page, openFrame), open);
};
/** The page or frame that contains the fields. */
export const formOf = async (page: Page, { formFrame }: Library): Promise<Page | Frame> =>
  formFrame === undefined ? page : findFrame(page, formFrame);
const refused = async ({ page }: Hands, library: Library) => {
  await press(page, library.save);
  await waitForText(page, '保存失败');
  if (library.understood !== undefined) {
    await sleep(300);
    await press(page, library.understood);
  }
};
const saves = async (hands: Hands, library: Library) => {
  await press(hands.page, library.save);
  await waitForText(hands.page, library.saved);
  hands.sent();
};

const otherwise = 'same person as elsewhere, phone number with spaces';

/** The cases of every library. All libraries share persons 0–9, so their data repeats. */
export const common: readonly Case[] = [
  {
    name: 'a new household',
    isNearMiss: false,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(100 + n), all);
      await saves(hands, library);
    },
  },
  {
    name: 'a household entered on other hosts too',
    isNearMiss: false,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(n % 3), all);
      await saves(hands, library);
    },
  },
  {
    name: 'rejected, corrected, sent',
    isNearMiss: false,
    async work(hands, library, n) {
      const { page } = hands;
      const who = person(200 + n);
      await opened(hands, library);
      await hands.fill(who, ['name', 'idNumber']);
      const form = await formOf(page, library);
      await type(form, library.selectors.phone as string, '19900001111', 0);
      await refused(hands, library);
      await sleep(2_700);
      await retype(form, library.selectors.phone as string, who.phone);
      hands.note(who, ['phone']);
      await saves(hands, library);
    },
  },
  {
    name: 'two households, one after the other',
    isNearMiss: false,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(300 + n), ['name', 'idNumber', 'phone']);
      await saves(hands, library);
      await sleep(3_000);
      await opened(hands, library);
      // Another person of the same household, with the same phone number.
      await hands.fill({ ...person(400 + n), phone: person(300 + n).phone }, ['name', 'idNumber', 'phone']);
      await saves(hands, library);
    },
  },
  {
    name: otherwise,
    isNearMiss: false,
    async work(hands, library, n) {
      const { page } = hands;
      const who = person(n % 3);
      await opened(hands, library);
      await hands.fill(who, ['name', 'idNumber']);
      const { phone } = who;
      const written = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
      await type(await formOf(page, library), library.selectors.phone as string, written, 0);
      hands.note(who, ['phone']);
      await saves(hands, library);
    },
  },
  {
    name: 'a field is missing',
    isNearMiss: true,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(500 + n), ['phone']);
      await press(hands.page, library.save);
      await sleep(2_700);
      hands.dropped();
    },
  },
  {
    name: 'rejected with HTTP 200',
    isNearMiss: true,
    async work(hands, library, n) {
      const { page } = hands;
      await opened(hands, library);
      await hands.fill(person(600 + n), ['name', 'idNumber']);
      await type(await formOf(page, library), library.selectors.phone as string, '19900002222', 0);
      await refused(hands, library);
      hands.dropped();
    },
  },
  {
    name: 'typed, then left',
    isNearMiss: true,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(700 + n), ['name', 'idNumber']);
      await hands.page.keyboard.press('Tab');
      await sleep(600);
      hands.dropped();
    },
  },
];

const miss = (name: string, work: Case['work']): Case => ({ name, isNearMiss: true, work });
const hit = (name: string, work: Case['work']): Case => ({ name, isNearMiss: false, work });
const search = (selector: string, words: string): Case =>
  miss('a search', async ({ page, dropped }, _library, n) => {
    await type(page, selector, person(n % 3).idNumber, 0);
    await press(page, words);
    await sleep(400);
    dropped();
  });
const presses = (name: string, words: string, says: string): Case =>
  miss(name, async (hands, library, n) => {
    await opened(hands, library);
    await hands.fill(person(800 + n), ['name', 'idNumber', 'phone']);
    await press(hands.page, words);
    if (says !== '') await waitForText(hands.page, says);
    hands.dropped();
  });

const byName = { name: '[name=name]', idNumber: '[name=idNumber]', phone: '[name=phone]', address: '[name=address]' };
const byId = { name: '#name', idNumber: '#idNumber', phone: '#phone', address: '#address' };
const layuiMore = [
  search('[name=q]', '查询'),
  presses('a draft', '暂存', '暂存成功'),
  hit('with a choice', async (hands, library, n) => {
    await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
    await choose(hands.page, '.layui-form-select input', '低保户');
    await saves(hands, library);
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
      presses('cancelled', '取消', ''),
      hit('with a choice', async (hands, library, n) => {
        await opened(hands, library);
        await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await choose(hands.page, '#sort', '低保');
        await saves(hands, library);
      }),
      hit('saved, then the row is deleted', async (hands, library, n) => {
        await opened(hands, library);
        await hands.fill(person(950 + n), ['name', 'idNumber', 'phone']);
        await saves(hands, library);
        await sleep(2_800);
        await type(hands.page, '#query', '6205', 0);
        await press(hands.page, '删除');
        await press(hands.page, '确定');
        await waitForText(hands.page, '删除成功');
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
      hit('by Enter', async (hands, library, n) => {
        await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await hands.page.keyboard.press('Enter');
        await waitForText(hands.page, library.saved);
        hands.sent();
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
      presses('a draft', '存草稿', '草稿已保存'),
      presses('a reset', '重置', ''),
      presses('deleted, with its confirmation', '删除', '是否确认'),
      miss('deleted and confirmed', async (hands, _library, n) => {
        await hands.fill(person(820 + n), ['name', 'phone']);
        await press(hands.page, '删除');
        await press(hands.page, '确定');
        await waitForText(hands.page, '删除成功');
        hands.dropped();
      }),
      miss('a log-in', async ({ page, dropped }) => {
        await type(page, '[name=user]', '13899990000', 0);
        await type(page, '[name=pass]', 'secret-word', 0);
        await press(page, '登录');
        await waitForText(page, '登录成功');
        dropped();
      }),
      miss('filled in by the page', async ({ page }) => {
        await press(page, '读取上期');
        await sleep(700);
      }),
      hit('by Enter', async (hands, library, n) => {
        await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await hands.page.keyboard.press('Enter');
        await waitForText(hands.page, library.saved);
        hands.sent();
      }),
      hit('confirmed in a dialog', async (hands, library, n) => {
        await hands.fill(person(960 + n), ['name', 'idNumber', 'phone']);
        await press(hands.page, '送审');
        await sleep(1_200);
        await press(hands.page, '确定');
        await waitForText(hands.page, library.saved);
        hands.sent();
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
        hit(`a reply ${k + 1}`, async (hands, library, n) => {
          await press(await findFrame(hands.page, 'oa-tasks'), '回复');
          const form = await findFrame(hands.page, 'oa-form');
          await type(form, '[name=phone]', person(970 + n + k).phone, 0);
          await type(form, '[name=note]', '已按要求组织排查', 0);
          await saves(hands, library);
        }),
      ),
      miss('a reply without its text', async (hands, _library, n) => {
        await press(await findFrame(hands.page, 'oa-tasks'), '回复');
        const form = await findFrame(hands.page, 'oa-form');
        await type(form, '[name=phone]', person(980 + n).phone, 0);
        await press(hands.page, '确定');
        await waitForText(hands.page, '不能为空');
      }),
      miss('received', async ({ page }) => {
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
        hit(`posted ${k + 1}`, async (hands, library, n) => {
          await hands.fill(person(910 + n + k), k === 2 ? ['name', 'idNumber'] : all);
          if (k === 1) await hands.page.keyboard.press('Enter');
          else await press(hands.page, library.save);
          // The document is unloaded, so its frame cannot be queried.
          await sleep(1_200);
          hands.sent();
        }),
      ),
      // Fields named like properties of an element hide the properties of their form.
      {
        ...hit('posted with fields named like properties', async (hands, library, n) => {
          await hands.fill(person(930 + n));
          await type(hands.page, '[name=parentElement]', 'none', 0);
          await press(hands.page, library.save);
          await sleep(1_200);
          hands.sent();
        }),
        page: 'named-like-properties.html',
      },
      search('[name=q]', '搜索'),
      miss('autopostback', async (hands, _library, n) => {
        await hands.fill(person(920 + n), ['name', 'idNumber']);
        await hands.page.keyboard.press('Tab');
        await hands.page.focus('#town');
        await hands.page.keyboard.press('ArrowDown');
        await sleep(1_500);
        hands.dropped();
      }),
      miss('a log-in', async ({ page, dropped }) => {
        await type(page, '[name=user]', '13899990000', 0);
        await type(page, '[name=pass]', 'secret-word', 0);
        await press(page, '登录');
        await sleep(800);
        dropped();
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
        hit(`saved ${k + 1}`, async (hands, library, n) => {
          const form = await findFrame(hands.page, 'legacy-form');
          await type(form, '[name=company]', 'Ganquan Brickworks', 0);
          await type(form, '[name=phone]', person(985 + n + k).phone, 0);
          await press(form, library.save);
          await waitForText(hands.page, library.saved);
          hands.sent();
        }),
      ),
      miss('a reset', async (hands, _library, n) => {
        const form = await findFrame(hands.page, 'legacy-form');
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
      presses('a draft', '暂存', '草稿已暂存'),
      presses('cleared', '清空', ''),
      presses('deleted, not confirmed', '删除', '确定删除'),
      hit('with a choice', async (hands, library, n) => {
        await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await hands.page.click('#sort + .combo .combo-arrow');
        await sleep(400);
        await hands.page.click('.combobox-item:nth-child(2)');
        await saves(hands, library);
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
      miss('a search', async ({ page, dropped }, _library, n) => {
        const list = await findFrame(page, 'ruoyi-list');
        await type(list, '#q', person(n % 3).idNumber, 0);
        await press(list, '搜索');
        await sleep(400);
        dropped();
      }),
      miss('deleted and confirmed', async ({ page, dropped }, _library, n) => {
        const list = await findFrame(page, 'ruoyi-list');
        await type(list, '#q', person(830 + n).phone, 0);
        await press(list, '删除');
        await press(page, '确认');
        await waitForText(page, '删除成功');
        dropped();
      }),
      miss('closed', async (hands, library, n) => {
        await opened(hands, library);
        await hands.fill(person(840 + n), ['name', 'phone']);
        await press(hands.page, '关闭');
        await sleep(800);
        hands.dropped();
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
        hit(`a row ${k + 1}`, async (hands, library, n) => {
          await cells(hands, k === 0 ? person(n % 3) : person(1000 + n));
          await saves(hands, library);
        }),
      ),
      hit('rejected, corrected, sent', async (hands, library, n) => {
        await cells(hands, { ...person(1010 + n), phone: '19900003333' }, ['name', 'idNumber']);
        await cell(hands.page, 'phone', '19900003333');
        await press(hands.page, '保存');
        await waitForText(hands.page, '保存失败');
        await sleep(2_700);
        await cell(hands.page, 'phone', person(1010 + n).phone);
        hands.note(person(1010 + n), ['phone']);
        await saves(hands, library);
      }),
      miss('a draft', async (hands, _library, n) => {
        await cells(hands, person(1020 + n));
        await press(hands.page, '暂存');
        await waitForText(hands.page, '暂存成功');
        hands.dropped();
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
        hit(`sent ${k + 1}`, async (hands, library, n) => {
          await inside(hands, k === 0 ? person(n % 3) : person(1030 + n), all);
          if (k === 2) await hands.page.keyboard.press('Enter');
          else await pressInside(hands.page, 'button[type=submit]');
          await waitForText(hands.page, library.saved);
          hands.sent();
        }),
      ),
      miss('a field is missing', async (hands, _library, n) => {
        await inside(hands, person(1040 + n), ['idNumber', 'phone']);
        await pressInside(hands.page, 'button[type=submit]');
        await waitForText(hands.page, '不能为空');
        hands.dropped();
      }),
      miss('a draft', async (hands, _library, n) => {
        await inside(hands, person(1050 + n), ['name', 'phone']);
        await pressInside(hands.page, '#draft');
        await waitForText(hands.page, '暂存成功');
        hands.dropped();
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
      miss('a button that sends nothing', async ({ page }) => {
        await type(page, '#inputEmail', 'someone@example.com', 0);
        await type(page, '#inputMessage', 'Nobody will ever read this message', 0);
        await page.click('input[value="Send message"]');
        await sleep(1_500);
      }),
      {
        ...miss('a log-in', async ({ page }) => {
          await type(page, '#exampleInputEmail1', 'someone@example.com', 0);
          await type(page, '#exampleInputPassword1', 'secret-word', 0);
          await page.click('#quickForm button[type=submit]');
          await sleep(1_500);
        }),
        page: 'pack/admin-lte-3.2.0/pages/forms/validation.html',
      },
      {
        ...miss('a search', async ({ page }) => {
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
      miss('submit shows the values without sending them', async ({ page }) => {
        await type(page, '[name="arr[title]"]', '13800000000', 0);
        await page.click('[lay-filter=top]');
        await sleep(2_700);
      }),
      miss('a reset', async ({ page }) => {
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
        hit(`in two steps ${k + 1}`, async (hands, library, n) => {
          await hands.fill(person(k === 0 ? n % 3 : 930 + n + k), all);
          await press(hands.page, '下一步');
          await type(hands.page, '#note', '家中有病人', 0);
          await saves(hands, library);
        }),
      ),
      presses('the next step only', '下一步', ''),
      miss('a draft', async (hands, _library, n) => {
        await hands.fill(person(940 + n), ['name', 'idNumber', 'phone']);
        await press(hands.page, '下一步');
        await type(hands.page, '#note', '家中有病人', 0);
        await press(hands.page, '保存草稿');
        await sleep(1_000);
        hands.dropped();
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
        hit(words === '' ? 'by Enter' : `by ${words}`, async (hands, _library, n) => {
          await hands.fill(k === 0 ? person(n % 3) : person(1100 + n), all);
          if (words === '') await hands.page.keyboard.press('Enter');
          else await press(hands.page, words);
          await sleep(1_200);
          hands.sent();
        }),
      ),
      miss('autopostback', async (hands, _library, n) => {
        await hands.fill(person(1110 + n), ['name', 'idNumber']);
        await hands.page.keyboard.press('Tab');
        await hands.page.focus('#ddlTown');
        await hands.page.keyboard.press('ArrowDown');
        await sleep(1_500);
        hands.dropped();
      }),
      miss('a field is missing', async (hands, _library, n) => {
        await hands.fill(person(1120 + n), ['phone']);
        await press(hands.page, '保存');
        await waitForText(hands.page, '不能为空');
        hands.dropped();
      }),
      miss('a query', async (hands, _library, n) => {
        await hands.fill(person(n % 3), ['idNumber']);
        await press(hands.page, '查询');
        await sleep(1_200);
        hands.dropped();
      }),
      miss('a draft', async (hands, _library, n) => {
        await hands.fill(person(1130 + n), ['name', 'phone']);
        await press(hands.page, '暂存');
        await sleep(1_200);
        hands.dropped();
      }),
      miss('deleted', async (hands, _library, n) => {
        await hands.fill(person(1140 + n), ['phone']);
        await press(hands.page, '删除');
        await sleep(1_200);
        hands.dropped();
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
        hit(`completed ${k + 1}`, async (hands, library, n) => {
          await hands.fill(k === 0 ? person(n % 3) : person(1150 + n), all);
          await hands.page.keyboard.press('Tab');
          await press(hands.page, '下一页');
          await type(hands.page, '[data-name=note] textarea', '家中有病人', 0);
          await saves(hands, library);
        }),
      ),
      miss('the next page only', async (hands, _library, n) => {
        await hands.fill(person(1160 + n), ['name', 'phone']);
        await press(hands.page, '下一页');
        await sleep(800);
        hands.dropped();
      }),
      miss('a field is missing', async (hands, _library, n) => {
        await hands.fill(person(1170 + n), ['phone']);
        await press(hands.page, '下一页');
        await sleep(800);
        hands.dropped();
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
        hit(`sent ${k + 1}`, async ({ page, sent }) => {
          await page.waitForSelector('.ke-edit-iframe');
          await page.click('.ke-edit-iframe');
          await page.keyboard.type(`All villages were visited and every hazard was put right in time, part ${k}`);
          await page.click('input[type=submit]');
          await sleep(1_200);
          sent();
        }),
      ),
      miss('typed, then left', async ({ page }) => {
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
        hit(`sent ${k + 1}`, async ({ page, sent }) => {
          await type(page, '#first-name', 'Wang', 0);
          await type(page, '#last-name', `Jianguo${k}`, 0);
          await type(page, '#demo-form2 #birthday-input', '01-02-1980', 0);
          await page.click('#demo-form2 button[type=submit]');
          await sleep(1_200);
          sent();
        }),
      ),
      miss('a field is missing', async ({ page }) => {
        await type(page, '#first-name', 'Wang', 0);
        await page.click('#demo-form2 button[type=submit]');
        await sleep(1_500);
      }),
      miss('a reset', async ({ page }) => {
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
      hit('a form of its own', async ({ page, sent }) => {
        const form = '.section-body form:not(.needs-validation)';
        await enter(page, `${form} input[type=text]`, 'Wang Jianguo');
        await enter(page, `${form} input[type=email]`, 'wang@example.com');
        await enter(page, `${form} textarea`, 'All villages were visited and every hazard was put right');
        await activate(page, `${form} button.btn-primary`);
        await sleep(1_200);
        sent();
      }),
      {
        ...hit('a profile', async ({ page, sent }) => {
          await enter(page, 'input[type=tel]', '13800001111');
          await activate(page, 'form[method=post] button.btn-primary');
          await sleep(1_200);
          sent();
        }),
        page: 'pack/stisla-2.3.0/features-profile.html',
      },
      miss('a field is missing', async ({ page }) => {
        const form = '.section-body form:not(.needs-validation)';
        await enter(page, `${form} input[type=text]`, 'Wang Jianguo');
        await activate(page, `${form} button.btn-primary`);
        await sleep(1_500);
      }),
      {
        ...miss('a button that sends nothing', async ({ page }) => {
          await enter(page, '.section-body input[type=text]', 'Brief');
          await activate(page, '.section-body button.btn-primary');
          await sleep(1_500);
        }),
        page: 'pack/stisla-2.3.0/features-post-create.html',
      },
      {
        ...miss('a log-in', async ({ page }) => {
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

/** Uses the keyboard only, because elements overlap on pages without their style sheets. */
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
async function cell(page: Page, part: Part, value: string): Promise<void> {
  await page.click(`.vxe-body--row:first-child .vxe-body--column:nth-child(${all.indexOf(part) + 1})`);
  await page.waitForSelector(`.edit-${part}`);
  await page.click(`.edit-${part}`, { count: 3 });
  await typeHere(page, value, 0);
}
async function cells({ page, note }: Hands, who: Person, parts: readonly Part[] = all): Promise<void> {
  for (const part of parts) await cell(page, part, who[part]);
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
async function inside({ page, note }: Hands, who: Person, parts: readonly Part[]): Promise<void> {
  for (const part of parts) {
    await (await handleInside(page, `#${part}`)).click();
    await typeHere(page, who[part], 0);
  }
  note(who, parts);
}
const pressInside = async (page: Page, selector: string) => (await handleInside(page, selector)).click();

/** Cases of a rich text editor. `frame` selects the frame that contains its text, if there is one. */
function editorCases(frame?: string): readonly Case[] {
  const body = async (page: Page) => {
    if (frame === undefined) await page.mouse.click(200, 330);
    else await (await page.waitForSelector(frame))?.click();
    await sleep(100);
  };
  return [
    ...[0, 1, 2, 3].map((k) =>
      hit(`published ${k + 1}`, async (hands, library) => {
        const { page } = hands;
        await type(page, '[name=title]', `Brief ${k}`, 0);
        await body(page);
        await page.keyboard.type('All villages were visited and every hazard was put right in time', { delay: 0 });
        await saves(hands, library);
      }),
    ),
    miss('a draft', async ({ page, dropped }) => {
      await type(page, '[name=title]', 'Brief', 0);
      await press(page, '暂存');
      await waitForText(page, '草稿已保存');
      dropped();
    }),
    miss('a preview', async ({ page, dropped }) => {
      await type(page, '[name=title]', 'Brief', 0);
      await press(page, '预览');
      await sleep(500);
      dropped();
    }),
    miss('without a title', async ({ page, dropped }) => {
      await type(page, '[name=phone]', '13800001234', 0);
      await press(page, '发布');
      await waitForText(page, '标题不能为空');
      dropped();
    }),
  ];
}

/** The cases of a library. It gets the common ones if it has a household form. */
export const casesOf = (library: Library): readonly Case[] =>
  library.isOwn || Object.keys(library.selectors).length === 0
    ? library.more
    : [...common.filter((c) => !library.isStrict || c.name !== otherwise), ...library.more];
