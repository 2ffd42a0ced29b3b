/** Tests the time of PDF files that the worker follows in Firefox. */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import type { WorkerContext } from '../../../src/background/ledger/worker-context.ts';
import { followPdf } from '../../../src/background/pages/pdf-presence.ts';
import { openPendingActs } from '../../../src/background/pages/pending-acts.ts';
import type { PageMessageContext } from '../../../src/background/pages/receive-events.ts';
import type { EpochMs } from '../../../src/core/events.ts';
import { consentVersion, defaultSettings } from '../../../src/core/settings.ts';
import { indexCatalogue } from '../../../src/core/sites/catalogue.ts';
import { noChoices } from '../../../src/core/sites/site-choices.ts';
import { labelRules, portals } from '../../../src/data/index.ts';
import { inMemoryArea, inMemoryList } from '../../support/worker-context.ts';

const noon = Date.parse('2026-03-02T04:00:00Z');
const pdf = {
  id: 1,
  url: 'http://mzt.gansu.gov.cn/download.do',
  favIconUrl: 'chrome://global/skin/icons/pdf.svg',
};
const otherSystem = { ...pdf, url: 'http://rst.gansu.gov.cn/a.pdf' };
const page = { id: 2, url: 'http://mzt.gansu.gov.cn/', favIconUrl: undefined };
const errorPage = { ...pdf, favIconUrl: 'chrome://global/skin/icons/info.svg' };

let db: Database;
let local: ReturnType<typeof inMemoryArea>;
let isPaused = false;
let opens = 0;
beforeEach(async () => {
  db = await openLedger();
  local = inMemoryArea();
  isPaused = false;
  opens = 0;
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});

interface Front {
  readonly tab?: object;
  readonly focused?: boolean;
  readonly idle?: string;
}

/** Follows an event at a number of seconds after noon. Returns the stored presence in seconds after noon. */
async function follow(seconds: number, { tab = page, focused = true, idle = 'active' }: Front): Promise<number[][]> {
  const now = (noon + seconds * 1000) as EpochMs;
  const clock = { now: () => now, timeZone: () => 'Asia/Shanghai', random: (bytes: number) => '10'.repeat(bytes) };
  const browser = {
    storage: { local },
    windows: { getLastFocused: async () => ({ id: 1, focused }) },
    tabs: { query: async () => [tab] },
    idle: { queryState: async () => idle },
    alarms: { create() {}, clear: async () => {} },
  };
  const ctx: PageMessageContext = {
    db,
    settings: { ...defaultSettings, consent: consentVersion, pausedUntil: isPaused ? 'resume' : null },
    choices: noChoices,
    skipped: [],
    clock,
    standingOf: indexCatalogue(portals, labelRules),
    isGranted: async () => true,
    takePresenceBeforeUpdate: async () => null,
    digests: { lastingDigest: async (text: string) => text.replaceAll(/\W/g, '').slice(6, 18) } as never,
    pending: {} as never,
    acts: openPendingActs({ load: async () => undefined, save: async () => {} }),
    secretTabs: inMemoryList(),
    blocked: { read: async () => 0, add: async () => {} },
  };
  await followPdf({ browser, clock } as unknown as WorkerContext, now, async () => {
    opens++;
    return ctx;
  });
  return (await db.getAll('rows')).flatMap((row) =>
    row.kind === 'span' ? [[(row.start - noon) / 1000, (row.end - noon) / 1000]] : [],
  );
}

it('opens no ledger while no PDF is in front', async () => {
  await follow(0, { tab: page });
  await follow(1, { tab: errorPage });
  await follow(2, { tab: pdf, focused: false });
  expect(opens).toBe(0);
});

it.each<[string, Front]>([
  ['another tab is in front', { tab: page }],
  ['another window or program has the focus', { tab: pdf, focused: false }],
  ['the tab shows an error page', { tab: errorPage }],
  ['the permission is revoked, so that the address is hidden', { tab: { id: 1 } }],
  ['the computer is idle', { tab: pdf, idle: 'idle' }],
  ['the screen is locked', { tab: pdf, idle: 'locked' }],
])('counts a PDF from the first event until %s', async (_name, end) => {
  await follow(0, { tab: pdf });
  await follow(60, { tab: pdf });
  expect(await follow(75, end)).toEqual([[0, 75]]);
  expect(local.items.size).toBe(0);
  expect(await follow(80, end)).toEqual([[0, 75]]);
});

it('counts a PDF until recording is paused, and nothing during the pause', async () => {
  await follow(0, { tab: pdf });
  isPaused = true;
  await follow(20, { tab: pdf });
  expect(await follow(80, { tab: pdf })).toEqual([[0, 20]]);
});

it('starts a new span when the tab shows a PDF of another system', async () => {
  await follow(0, { tab: pdf });
  await follow(20, { tab: otherSystem });
  expect(await follow(50, { tab: page })).toEqual([
    [0, 20],
    [20, 50],
  ]);
  const systems = (await db.getAll('rows')).map((row) => ('system' in row ? row.system : ''));
  expect(new Set(systems).size).toBe(2);
});

it('counts up to the checkpoint when no alarm came for over 90 seconds, because the computer slept', async () => {
  await follow(0, { tab: pdf });
  await follow(60, { tab: pdf });
  await follow(7200, { tab: pdf });
  expect(await follow(7230, { tab: page })).toEqual([
    [0, 60],
    [7200, 7230],
  ]);
});

it('keeps the open span in a checkpoint that the ledger can recover', async () => {
  await follow(0, { tab: pdf });
  await follow(60, { tab: pdf });
  expect([...local.items]).toMatchObject([
    ['open:0', { tab: 't1', spans: [{ of: 'presence', start: noon, end: noon + 60_000 }] }],
  ]);
});

it('ignores a checkpoint that is malformed', async () => {
  local.items.set('open:0', { system: 'x', tab: 't1', spans: [] });
  await follow(0, { tab: pdf });
  local.items.set('open:0', 'x');
  await follow(10, { tab: pdf });
  expect(await follow(30, { tab: page })).toEqual([[10, 30]]);
});
