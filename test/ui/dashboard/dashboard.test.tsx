// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EpochMs } from '../../../src/core/events.ts';
import { consentVersion, defaultSettings } from '../../../src/core/settings.ts';
import type { State } from '../../../src/messages.ts';
import type { AskWorker } from '../../../src/ui/ask-worker.ts';
import { Dashboard } from '../../../src/ui/dashboard/dashboard.tsx';
import { type PageEffects, PageProvider } from '../../../src/ui/page-provider.tsx';
import { type Tab, tabs } from '../../../src/ui/route.ts';
import { backup } from '../../../src/ui/strings/zh-CN/dashboard/backup.ts';
import { fieldKinds } from '../../../src/ui/strings/zh-CN/dashboard/field-kinds.ts';
import { repeats } from '../../../src/ui/strings/zh-CN/dashboard/repeats.ts';
import { settings } from '../../../src/ui/strings/zh-CN/dashboard/settings.ts';
import { screens as texts } from '../../../src/ui/strings/zh-CN/screens.ts';
import { storageFaults } from '../../../src/ui/strings/zh-CN/storage-faults.ts';
import { completeDay } from '../../support/complete-backup.ts';

const day = completeDay();
const state: State = {
  recording: true,
  consented: true,
  agreedTo: consentVersion,
  pausedUntil: null,
  administered: false,
  blockedPages: 0,
  firstDay: day.day,
  today: day.day,
  catalogueVersion: '2026.11',
  timer: null,
  sample: false,
  trouble: null,
  backupDue: false,
};
type Said = (() => unknown) | 'never' | 'fails';
const whole: Readonly<Record<string, Said>> = {
  'state.read': () => state,
  'settings.read': () => defaultSettings,
  'names.read': () => ({}),
  'systems.read': () => [],
  'day.read': () => day,
  'day.timeline': () => [],
  'days.read': () => [day],
  'days.brief': () => [],
  'repeats.read': () => [
    {
      fieldKind: 'phone',
      label: null,
      entries: 3,
      repeatSameSystem: 1,
      repeatOtherSystem: 0,
      systems: ['a.gov.cn'],
      lastWeek: 20_000,
      focusMs: 9_000,
    },
  ],
  'months.read': () => [],
  'storage.read': () => ({ bytes: 1, rows: 1, days: 1, firstDay: day.day, lastBackup: null }),
  'catalogue.read': () => ({ version: '2026.11', groups: [], added: [] }),
  'pauses.read': () => ({ ms: 0 }),
  'studies.read': () => [],
  'saves.read': () => [],
};
/** All that a tab reads of the ledger, answered alike. */
const reads = (said: Said) =>
  Object.fromEntries(
    Object.keys(whole)
      .filter((name) => !['state.read', 'settings.read', 'names.read'].includes(name))
      .map((name) => [name, said]),
  );

let root: HTMLElement;
let asked: string[];
beforeEach(() => {
  asked = [];
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
  // What a test said of sizes, which this document doesn't know.
  for (const size of ['clientWidth', 'scrollWidth']) Reflect.deleteProperty(HTMLElement.prototype, size);
});

/** The dashboard on a tab, once nothing is being read that will be answered. */
async function open(tab: Tab, answers: Readonly<Record<string, Said>>, change: Partial<State> = {}) {
  const said: Readonly<Record<string, Said>> = {
    ...whole,
    'state.read': () => ({ ...state, ...change }),
    ...answers,
  };
  const ask = async (name: string) => {
    asked.push(name);
    const answer = said[name];
    if (answer === 'never') return new Promise(() => {});
    if (answer === undefined || answer === 'fails')
      throw new Error(`Cannot answer "${name}": the ledger can't be opened (${change.trouble ?? 'no reason'})`);
    return answer();
  };
  const effects: PageEffects = {
    ask: ask as AskWorker,
    now: () => 0 as EpochMs,
    requestOrigins: async () => false,
    version: '1.2.3',
    languages: ['zh-CN'],
    root: document.documentElement,
  };
  location.hash = `#/${tab}/month/${day.day}`;
  render(
    <PageProvider name="dashboard" effects={effects}>
      <Dashboard />
    </PageProvider>,
    root,
  );
  const waits = Object.values(answers).includes('never');
  await expect.poll(() => root.querySelector('h1') !== null).toBe(true);
  // The tab's own words: until then its file is being fetched.
  await expect.poll(() => root.querySelector('main > p[aria-busy=true]')).toBe(null);
  if (!waits) await expect.poll(() => root.querySelector('[aria-busy=true]')).toBe(null);
}
const text = () => root.textContent ?? '';
const count = (part: string) => text().split(part).length - 1;
const ledgerTabs = tabs.filter((tab) => !['settings', 'export'].includes(tab));

test.each(ledgerTabs)('%s: that figures are a lower bound is said under figures, and only there', async (tab) => {
  await open(tab, {});
  expect(root.querySelectorAll('footer')).toHaveLength(1);
  expect(text()).toContain(texts.lowerBound);
  for (const said of ['never', 'fails'] as const) {
    render(null, root);
    await open(tab, reads(said));
    expect(root.querySelectorAll('footer')).toHaveLength(0);
  }
});

test('of items repeated as often, none alone is called the most repeated', async () => {
  const [line] = (whole['repeats.read'] as () => object[])();
  const lines = (kinds: readonly string[]) => ({ 'repeats.read': () => kinds.map((k) => ({ ...line, fieldKind: k })) });
  const { sentence, tied } = repeats;
  const { phone, identity } = fieldKinds;
  await open('repeats', lines(['phone']));
  expect(text()).toContain(sentence(phone, '1', 1));
  render(null, root);
  await open('repeats', lines(['phone', 'identity']));
  expect(text()).toContain(tied([identity, phone], '1'));
  render(null, root);
  await open('repeats', lines(['phone', 'identity', 'address', 'email']));
  expect(text()).toContain('重复最多的有 4 项，各重复 1 次。');
});

test.each(ledgerTabs)('%s: nothing recorded, no lower bound', async (tab) => {
  await open(tab, { 'days.read': () => [], 'days.brief': () => [], 'repeats.read': () => [] }, { firstDay: null });
  expect(root.querySelectorAll('footer')).toHaveLength(0);
});

test.each(tabs)('%s: what fails for one reason is said once, with one button for all of it', async (tab) => {
  await open(tab, reads('fails'));
  expect(count(texts.kept)).toBe(1);
  expect(root.querySelectorAll('[data-action=again]')).toHaveLength(1);
  expect(root.querySelector('pre')?.textContent).toBe(
    'fingertip-ledger 1.2.3, catalogue 2026.11, ledger open: Cannot answer "…": the ledger can\'t be opened (no reason)',
  );
  const failed = [...new Set(asked)].filter((name) => !['state.read', 'settings.read', 'names.read'].includes(name));
  asked = [];
  root.querySelector<HTMLElement>('[data-action=again]')?.click();
  await expect.poll(() => failed.filter((name) => !asked.includes(name))).toEqual([]);
});

test.each(['newer', 'broken'] as const)(
  'a %s ledger is told of once, with what is kept and what to do',
  async (trouble) => {
    for (const tab of tabs) {
      render(null, root);
      await open(tab, reads('fails'), { trouble });
      const { head, text: advice } = storageFaults[trouble];
      expect(count(advice), tab).toBe(1);
      expect(count(head), tab).toBeGreaterThanOrEqual(1);
      expect(count(texts.kept), tab).toBe(0);
      expect(root.querySelectorAll('pre'), tab).toHaveLength(1);
      // To try again is no advice where only the newer version can help.
      expect(root.querySelectorAll('[data-action=again]'), tab).toHaveLength(trouble === 'newer' ? 0 : 1);
    }
  },
);

test.each(['full', 'newer', 'broken'] as const)(
  'settings do not say that it records while the ledger is %s',
  async (trouble) => {
    await open('settings', {}, { trouble });
    const { on, notStored } = settings;
    expect(text()).not.toContain(on);
    expect(text()).toContain(notStored + storageFaults[trouble].head);
  },
);

test('while the ledger can’t be read, what needs it is shut and says why; erasing all of it is not', async () => {
  const works = (action: string) => root.querySelector(`[data-action=${action}]:not([disabled])`) !== null;
  const needed = ['backup', 'remove-period', 'restore'];
  await open('settings', {});
  expect([...needed, 'erase'].map(works)).toEqual([true, true, true, true]);
  expect(text()).not.toContain(backup.shut);
  render(null, root);
  await open('settings', reads('fails'), { trouble: 'broken' });
  expect([...needed, 'erase'].map(works)).toEqual([false, false, false, true]);
  expect(text()).toContain(backup.shut);
  expect(text()).toContain(settings.removeShut);
  render(null, root);
  await open('settings', reads('fails'), { trouble: 'newer' });
  // Nothing is wrong with that one: no word of erasing it.
  expect([...needed, 'erase'].map(works)).toEqual([false, false, false, true]);
  expect(text()).toContain(settings.removeNewer);
  expect(text()).not.toContain(settings.removeShut);
});

test.each([
  ['newer', 0],
  ['broken', 1],
] as const)(
  'where nothing but the state can be read (%s), version and error are shown and can be copied',
  async (trouble, again) => {
    await open('overview', { 'settings.read': 'fails' }, { trouble });
    expect(root.querySelector('h1')?.textContent).toBe(storageFaults[trouble].head);
    expect(text()).toContain(storageFaults[trouble].text);
    expect(root.querySelector('pre')?.textContent).toBe(
      `fingertip-ledger 1.2.3, ledger ${trouble}: Cannot answer "…": the ledger can't be opened (${trouble})`,
    );
    expect(root.querySelectorAll('[data-action=copy-details]')).toHaveLength(1);
    expect(root.querySelectorAll('[data-action=again]')).toHaveLength(again);
  },
);

test('a page that could not be read is drawn when trying again succeeds', async () => {
  let broken = true;
  await open('overview', {
    'settings.read': () => {
      if (broken) throw new Error('Cannot read the ledger: an error inside the browser');
      return defaultSettings;
    },
  });
  broken = false;
  root.querySelector<HTMLElement>('[data-action=again]')?.click();
  await expect.poll(() => root.querySelector('.kpis')).not.toBe(null);
});

test.each([
  [false, '340', '0 0 340 190'],
  [true, '340', '0 0 280 190'],
])('larger text (%s): a chart grows as a whole, its words with it', async (largerText, width, viewBox) => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 340 });
  await open('overview', { 'settings.read': () => ({ ...defaultSettings, largerText }) });
  const svg = root.querySelector('figure svg');
  expect([svg?.getAttribute('width'), svg?.getAttribute('viewBox')]).toEqual([width, viewBox]);
  expect(Number(svg?.getAttribute('height'))).toBeCloseTo(largerText ? (190 * 17) / 14 : 190);
});

/** What this document doesn't do of itself: tells a size once it is asked to. */
class Telling {
  readonly tell: () => void;
  constructor(tell: () => void) {
    this.tell = tell;
  }
  observe() {
    this.tell();
  }
  disconnect() {}
}

test('a table wider than its place says so and can be scrolled by the keyboard', async () => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 250 });
  Object.defineProperty(HTMLElement.prototype, 'scrollWidth', { configurable: true, get: () => 600 });
  vi.stubGlobal('ResizeObserver', Telling);
  await open('portals', {});
  await expect
    .poll(() => root.querySelector('[role=region][tabindex="0"]')?.getAttribute('aria-label') ?? '')
    .not.toBe('');
  expect(text()).toContain(texts.scrolls);
});
