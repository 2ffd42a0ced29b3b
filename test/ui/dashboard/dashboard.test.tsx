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
/** The worker's reaction to a message: an answer with a value, no answer, or an error. */
type Answer = (() => unknown) | 'never' | 'fails';
const allAnswers: Readonly<Record<string, Answer>> = {
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
/** Returns the same answer for every message that reads the ledger. */
const answerAll = (answer: Answer) =>
  Object.fromEntries(
    Object.keys(allAnswers)
      .filter((name) => !['state.read', 'settings.read', 'names.read'].includes(name))
      .map((name) => [name, answer]),
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
  // Tests define these sizes because happy-dom has no layout.
  for (const size of ['clientWidth', 'scrollWidth']) Reflect.deleteProperty(HTMLElement.prototype, size);
});

/** The limit for loading a tab. The test runner compiles the modules of texts and tabs at their first import. */
const loading = { timeout: 20_000 };

/** Opens a tab and waits until every message is answered, except messages with the answer `never`. */
async function open(tab: Tab, answers: Readonly<Record<string, Answer>>, change: Partial<State> = {}) {
  const answerOf: Readonly<Record<string, Answer>> = {
    ...allAnswers,
    'state.read': () => ({ ...state, ...change }),
    ...answers,
  };
  let pending = 0;
  const ask = async (name: string) => {
    asked.push(name);
    const answer = answerOf[name];
    if (answer === 'never') return new Promise(() => {});
    pending++;
    // The timeout runs after the caller has received the answer.
    setTimeout(() => pending--);
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
  const isWaiting = Object.values(answers).includes('never');
  await expect.poll(() => root.querySelector('h1') !== null, loading).toBe(true);
  const busy = isWaiting ? 'main > p[aria-busy=true]' : '[aria-busy=true]';
  // A tab loads its script, then its texts, then its answers. Between two of these it may look idle.
  const isSettled = async () => {
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return pending === 0 && root.querySelector(busy) === null;
  };
  await expect.poll(async () => (await isSettled()) && (await isSettled()), loading).toBe(true);
}
const text = () => root.textContent ?? '';
/** Returns how often a text is shown. */
const count = (part: string) => text().split(part).length - 1;
const ledgerTabs = tabs.filter((tab) => !['settings', 'export'].includes(tab));

test.each(ledgerTabs)('the tab %s says that figures are lower bounds only if it shows figures', async (tab) => {
  await open(tab, {});
  expect(root.querySelectorAll('footer')).toHaveLength(1);
  expect(text()).toContain(texts.lowerBound);
  for (const answer of ['never', 'fails'] as const) {
    render(null, root);
    await open(tab, answerAll(answer));
    expect(root.querySelectorAll('footer')).toHaveLength(0);
  }
});

test('names each of the most repeated items if several have the same count, or says how many they are if there are many', async () => {
  const [line] = (allAnswers['repeats.read'] as () => object[])();
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

test.each(ledgerTabs)('the tab %s does not say that figures are lower bounds if nothing is recorded', async (tab) => {
  await open(tab, { 'days.read': () => [], 'days.brief': () => [], 'repeats.read': () => [] }, { firstDay: null });
  expect(root.querySelectorAll('footer')).toHaveLength(0);
});

test.each(tabs)(
  'the tab %s shows failures with the same reason once, with one button that retries all',
  async (tab) => {
    await open(tab, answerAll('fails'));
    expect(count(texts.kept)).toBe(1);
    expect(root.querySelectorAll('[data-action=again]')).toHaveLength(1);
    expect(root.querySelector('pre')?.textContent).toBe(
      'fingertip-ledger 1.2.3, catalogue 2026.11, ledger open: Cannot answer "…": the ledger can\'t be opened (no reason)',
    );
    const failed = [...new Set(asked)].filter((name) => !['state.read', 'settings.read', 'names.read'].includes(name));
    asked = [];
    root.querySelector<HTMLElement>('[data-action=again]')?.click();
    await expect.poll(() => failed.filter((name) => !asked.includes(name))).toEqual([]);
  },
);

test.each(['newer', 'broken'] as const)(
  'every tab shows the storage fault "%s" and its advice once',
  async (trouble) => {
    for (const tab of tabs) {
      render(null, root);
      await open(tab, answerAll('fails'), { trouble });
      const { head, text: advice } = storageFaults[trouble];
      expect(count(advice), tab).toBe(1);
      expect(count(head), tab).toBeGreaterThanOrEqual(1);
      expect(count(texts.kept), tab).toBe(0);
      expect(root.querySelectorAll('pre'), tab).toHaveLength(1);
      // A retry cannot help if only a newer version can read the ledger.
      expect(root.querySelectorAll('[data-action=again]'), tab).toHaveLength(trouble === 'newer' ? 0 : 1);
    }
  },
);

test.each(['full', 'newer', 'broken'] as const)(
  'the settings say that nothing can be stored while the storage fault is "%s"',
  async (trouble) => {
    await open('settings', {}, { trouble });
    const { on, notStored } = settings;
    expect(text()).not.toContain(on);
    expect(text()).toContain(notStored + storageFaults[trouble].head);
  },
);

test('disables actions that need a readable ledger and says why, but allows the owner to erase the whole ledger', async () => {
  const isEnabled = (action: string) => root.querySelector(`[data-action=${action}]:not([disabled])`) !== null;
  const needed = ['backup', 'remove-period', 'restore'];
  await open('settings', {});
  expect([...needed, 'erase'].map(isEnabled)).toEqual([true, true, true, true]);
  expect(text()).not.toContain(backup.shut);
  render(null, root);
  await open('settings', answerAll('fails'), { trouble: 'broken' });
  expect([...needed, 'erase'].map(isEnabled)).toEqual([false, false, false, true]);
  expect(text()).toContain(backup.shut);
  expect(text()).toContain(settings.removeShut);
  render(null, root);
  await open('settings', answerAll('fails'), { trouble: 'newer' });
  // A newer ledger is intact, so the text does not suggest that the owner erases it.
  expect([...needed, 'erase'].map(isEnabled)).toEqual([false, false, false, true]);
  expect(text()).toContain(settings.removeNewer);
  expect(text()).not.toContain(settings.removeShut);
});

test.each([
  ['newer', 0],
  ['broken', 1],
] as const)(
  'shows a version and an error that can be copied if only the state can be read (%s)',
  async (trouble, retryButtons) => {
    await open('overview', { 'settings.read': 'fails' }, { trouble });
    expect(root.querySelector('h1')?.textContent).toBe(storageFaults[trouble].head);
    expect(text()).toContain(storageFaults[trouble].text);
    expect(root.querySelector('pre')?.textContent).toBe(
      `fingertip-ledger 1.2.3, ledger ${trouble}: Cannot answer "…": the ledger can't be opened (${trouble})`,
    );
    expect(root.querySelectorAll('[data-action=copy-details]')).toHaveLength(1);
    expect(root.querySelectorAll('[data-action=again]')).toHaveLength(retryButtons);
  },
);

test('shows the figures of a failed page after a successful retry', async () => {
  let isBroken = true;
  await open('overview', {
    'settings.read': () => {
      if (isBroken) throw new Error('Cannot read the ledger: an error inside the browser');
      return defaultSettings;
    },
  });
  isBroken = false;
  root.querySelector<HTMLElement>('[data-action=again]')?.click();
  await expect.poll(() => root.querySelector('.kpis')).not.toBe(null);
});

test.each([
  [false, '340', '0 0 340 190'],
  [true, '340', '0 0 280 190'],
])(
  'scales a whole chart, including its texts, if the owner chose larger text (%s)',
  async (largerText, width, viewBox) => {
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 340 });
    await open('overview', { 'settings.read': () => ({ ...defaultSettings, largerText }) });
    const svg = root.querySelector('figure svg');
    expect([svg?.getAttribute('width'), svg?.getAttribute('viewBox')]).toEqual([width, viewBox]);
    expect(Number(svg?.getAttribute('height'))).toBeCloseTo(largerText ? (190 * 17) / 14 : 190);
  },
);

/** A ResizeObserver that calls its callback once for each observed element. happy-dom has no layout. */
class ImmediateResizeObserver {
  readonly callback: () => void;
  constructor(callback: () => void) {
    this.callback = callback;
  }
  observe() {
    this.callback();
  }
  disconnect() {}
}

test('says that a table can be scrolled if it is wider than its box, and makes the box focusable', async () => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 250 });
  Object.defineProperty(HTMLElement.prototype, 'scrollWidth', { configurable: true, get: () => 600 });
  vi.stubGlobal('ResizeObserver', ImmediateResizeObserver);
  await open('portals', {});
  await expect
    .poll(() => root.querySelector('[role=region][tabindex="0"]')?.getAttribute('aria-label') ?? '')
    .not.toBe('');
  expect(text()).toContain(texts.scrolls);
});
