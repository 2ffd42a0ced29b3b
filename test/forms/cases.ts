/** Submissions and near misses, by library. Each case works on a host of its own; the server's account is the truth. */
import type { Page } from 'puppeteer-core';
import { choose, frameAt, press, retype, sees, type } from '../office/person.ts';
import { sleep } from '../support/driver.ts';
import { type Person, person } from './people.ts';

export type Part = keyof Person;

export interface Hands {
  readonly page: Page;
  /** Types a person's data, or a part of it, and notes it for the account. */
  fill(who: Person, parts?: readonly Part[]): Promise<void>;
  /** What was noted was sent. */
  sent(): void;
  /** What was noted was used to search, emptied or left. */
  dropped(): void;
}

export interface Library {
  readonly name: string;
  readonly set: 'tuned' | 'held-out';
  readonly page: string;
  readonly selectors: Readonly<Partial<Record<Part, string>>>;
  /** Opens the form, when it is in a dialog. */
  readonly open?: string;
  readonly save: string;
  readonly saved: string;
  readonly isInFirefoxToo?: boolean;
  readonly more: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly isNearMiss: boolean;
  work(hands: Hands, library: Library, n: number): Promise<void>;
}

const all: readonly Part[] = ['name', 'idNumber', 'phone', 'address'];
const opened = async ({ page }: Hands, { open }: Library) => {
  if (open !== undefined) await press(page, open);
};
const saves = async (hands: Hands, library: Library) => {
  await press(hands.page, library.save);
  await sees(hands.page, library.saved);
  hands.sent();
};

/** What every library gets. Persons 0–9 are shared by all libraries: they repeat. */
export const common: readonly Case[] = [
  {
    name: 'a household of its own',
    isNearMiss: false,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(100 + n), all);
      await saves(hands, library);
    },
  },
  {
    name: 'a household that others had',
    isNearMiss: false,
    async work(hands, library, n) {
      await opened(hands, library);
      await hands.fill(person(n % 3), all);
      await saves(hands, library);
    },
  },
  {
    name: 'refused, mended, sent',
    isNearMiss: false,
    async work(hands, library, n) {
      const { page } = hands;
      const who = person(200 + n);
      await opened(hands, library);
      await hands.fill({ ...who, phone: '19900001111' }, ['name', 'idNumber']);
      await type(page, library.selectors.phone as string, '19900001111', 0);
      await press(page, library.save);
      await sees(page, '保存失败');
      await sleep(2_700);
      await retype(page, library.selectors.phone as string, who.phone);
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
      await hands.fill(person(400 + n), ['name', 'idNumber', 'phone']);
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
    name: 'refused under HTTP 200',
    isNearMiss: true,
    async work(hands, library, n) {
      const { page } = hands;
      await opened(hands, library);
      await hands.fill(person(600 + n), ['name', 'idNumber']);
      await type(page, library.selectors.phone as string, '19900002222', 0);
      await press(page, library.save);
      await sees(page, '保存失败');
      hands.dropped();
    },
  },
  {
    name: 'typed and left',
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
    if (says !== '') await sees(hands.page, says);
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
        await sees(hands.page, '删除成功');
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
        await sees(hands.page, library.saved);
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
        await sees(hands.page, '删除成功');
        hands.dropped();
      }),
      miss('a log-in', async ({ page, dropped }) => {
        await type(page, '[name=user]', '13899990000', 0);
        await type(page, '[name=pass]', 'secret-word', 0);
        await press(page, '登录');
        await sees(page, '登录成功');
        dropped();
      }),
      miss('filled in by the page', async ({ page }) => {
        await press(page, '读取上期');
        await sleep(700);
      }),
      hit('by Enter', async (hands, library, n) => {
        await hands.fill(person(900 + n), ['name', 'idNumber', 'phone']);
        await hands.page.keyboard.press('Enter');
        await sees(hands.page, library.saved);
        hands.sent();
      }),
      hit('confirmed in a dialog', async (hands, library, n) => {
        await hands.fill(person(960 + n), ['name', 'idNumber', 'phone']);
        await press(hands.page, '送审');
        await sleep(1_200);
        await press(hands.page, '确定');
        await sees(hands.page, library.saved);
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
          await press(await frameAt(hands.page, 'oa-tasks'), '回复');
          const form = await frameAt(hands.page, 'oa-form');
          await type(form, '[name=phone]', person(970 + n + k).phone, 0);
          await type(form, '[name=note]', '已按要求组织排查', 0);
          await saves(hands, library);
        }),
      ),
      miss('a reply without its text', async (hands, _library, n) => {
        await press(await frameAt(hands.page, 'oa-tasks'), '回复');
        const form = await frameAt(hands.page, 'oa-form');
        await type(form, '[name=phone]', person(980 + n).phone, 0);
        await press(hands.page, '确定');
        await sees(hands.page, '不能为空');
      }),
      miss('received', async ({ page }) => {
        await press(await frameAt(page, 'oa-tasks'), '收到');
        await sees(page, '已签收');
      }),
    ],
  },
  {
    name: 'native form posts',
    set: 'tuned',
    page: 'native.html',
    selectors: byName,
    save: '提交',
    saved: '保存成功',
    more: [
      ...[0, 1, 2].map((k) =>
        hit(`posted ${k + 1}`, async (hands, library, n) => {
          await hands.fill(person(910 + n + k), k === 2 ? ['name', 'idNumber'] : all);
          if (k === 1) await hands.page.keyboard.press('Enter');
          else await press(hands.page, library.save);
          // The document goes: its frame can't be asked.
          await sleep(1_200);
          hands.sent();
        }),
      ),
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
    // The hands can't reach into nested frames of a frameset in Firefox.
    more: [
      ...[0, 1, 2].map((k) =>
        hit(`saved ${k + 1}`, async (hands, library, n) => {
          const form = await frameAt(hands.page, 'legacy-form');
          await type(form, '[name=company]', 'Ganquan Brickworks', 0);
          await type(form, '[name=phone]', person(985 + n + k).phone, 0);
          await press(form, library.save);
          await sees(hands.page, library.saved);
          hands.sent();
        }),
      ),
      miss('a reset', async (hands, _library, n) => {
        const form = await frameAt(hands.page, 'legacy-form');
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
    more: editorCases(),
  },
  {
    name: 'Element Plus 2.14',
    set: 'held-out',
    page: 'element-plus.html',
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
];

function editorCases(): readonly Case[] {
  const body = async (page: Page) => {
    await page.mouse.click(200, 330);
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
      await sees(page, '草稿已保存');
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
      await sees(page, '标题不能为空');
      dropped();
    }),
  ];
}

/** The cases of a library: the common ones where it has a household form. */
export const casesOf = (library: Library): readonly Case[] =>
  library.page === 'element-plus.html' || library.page === 'native.html' || Object.keys(library.selectors).length === 0
    ? library.more
    : [...common, ...library.more];
