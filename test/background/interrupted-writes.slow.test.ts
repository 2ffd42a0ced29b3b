/**
 * Injects a fault (a stop of the worker, a full disk, a failing disk) at each step of every operation that writes, and
 * compares the ledger with the ledger of an undisturbed run.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { wipingName } from '../../src/background/removal/wipe-database.ts';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import { fromOwn, fromPage, type InMemoryWorker, noon, openInMemoryWorker } from '../support/in-memory-worker.ts';
import { otherLedgerBackup } from '../support/other-ledger-backup.ts';
import { type Fault, injectFaults } from '../support/worker-lifetimes.ts';

/** An aborted transaction rejects promises that no code awaits any more. The tests ignore only these rejections. */
const listeners = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof DOMException)) throw error;
  });
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
  injectFaults(() => 'none');
});

/** The undo token of the erasure in `eraseFirst`. The scenarios that restore by undo use it. */
let undo = '';
const dayMs = 86_400_000;
/** Gives consent, and adds the records that a scenario needs. */
const prepare = async (worker: InMemoryWorker, scenario: string) => {
  vi.setSystemTime(noon - 2 * dayMs);
  await worker.request('settings.write', [{ consent: 1, pausedUntil: noon - 2 * dayMs + 3_600_000 } as never], fromOwn);
  vi.setSystemTime(noon);
  await worker.request('settings.write', [{ pausedUntil: null }], fromOwn);
  if (needsHistory.includes(scenario)) await worker.request('backup.restore', [otherLedgerBackup(noon)], fromOwn);
  await worker.request('log.append', [[span('presence', -60_000, -50_000)] as never]);
  const erase = eraseFirst[scenario];
  if (erase !== undefined) ({ undo } = (await erase(worker)) as { undo: string });
};
/** Ignores the error of a repeated request. The first attempt may have succeeded although its answer was lost. */
const ignoreError = (message: RegExp) => (error: Error) => {
  if (!message.test(error.message)) throw error;
};

const span = (of: 'presence' | 'input', start: number, end: number) => ({
  kind: 'span',
  of,
  start: noon + start,
  end: noon + end,
});

const print = (hash: string) => [{ valueClass: 'phone', hash: hash.repeat(16) }];
const field = (at: number, field: number, hash: string) => ({
  kind: 'field',
  at: noon + at,
  field,
  scope: 1,
  way: 'typed',
  fieldKind: 'phone',
  label: 'aaaaaaaaaaaaaaaa',
  prints: print(hash),
  characters: 11,
  focusMs: 1000,
});
const commit = (at: number) => ({ kind: 'commit', at: noon + at, commit: 'commit', scope: 1, inDialog: false });
const checkIn = (at: number) => ({
  kind: 'words',
  at,
  sort: 'click',
  on: ['button check-in'],
  near: [],
  count: 1,
  due: [],
});
const outcome = (at: number, sign: string) => ({ kind: 'outcome', at: noon + at, sign, scope: 1 });

/** Every operation that writes to the stores. Requests are repeated until they are answered, as pages and people do. */
const login = (at: number) => [
  { kind: 'commit', at, commit: 'login', scope: 9, inDialog: false, proof: 'login' },
  { kind: 'outcome', at: at + 200, sign: 'form-gone', scope: 9 },
  { kind: 'outcome', at: at + 2600, sign: 'quiet', scope: 9 },
];
const scenarios: Record<string, (worker: InMemoryWorker) => Promise<void>> = {
  async 'a page sends events'({ request }) {
    const events = [
      span('presence', -40_000, -10_000),
      span('input', -30_000, -20_000),
      checkIn(noon - 20_000),
      { kind: 'table', at: noon - 19_000, sort: 'paste', cells: 12 },
      ...login(noon - 39_000),
      { kind: 'dropped', at: noon - 11_000, reason: 'clock-moved', count: 1 },
    ];
    await request('log.append', [events as never]);
  },
  async 'a form is filled in and submitted, and its tab is closed'({ state, request, raise }) {
    await request('log.append', [[field(-9000, 1, 'a'), field(-8000, 2, 'b')] as never]);
    await request('log.append', [[commit(-7000), checkIn(noon - 7000)] as never]);
    await request('log.append', [[outcome(-6800, 'toast-ok')] as never]);
    await request('log.append', [[outcome(-4000, 'quiet')] as never]);
    await request('log.append', [[field(-3000, 1, 'a')] as never]);
    state.tabs.delete(1);
    await raise('tabs.onRemoved', 1);
    await request('day.read', ['2026-03-06' as never], fromOwn);
  },
  async 'checkpoints are recovered when the browser starts'({ state, raise, request }) {
    const checkpoint = { system: '00112233aabb', tab: 't9', spans: [span('presence', -400_000, -300_000)] };
    await state.local.set({ 'open:0.5': checkpoint, 'open:0.25': { system: 5, spans: 'none' } });
    await raise('runtime.onStartup');
    await request('day.read', ['2026-03-06' as never], fromOwn);
  },
  async 'a backup is restored'({ request }) {
    await request('backup.restore', [otherLedgerBackup(noon)], fromOwn);
  },
  async 'rows expire'({ request, raise }) {
    await raise('alarms.onAlarm', { name: 'chores' });
    // When the worker is stopped before the chores are done, it does them at the next start of the browser.
    await raise('runtime.onStartup');
    await request('settings.read', [], fromOwn);
  },
  async 'a day is erased'({ request }) {
    await request('days.erase', ['2026-03-04', '2026-03-04'] as never, fromOwn);
  },
  async 'a system is erased'({ request }) {
    await request('system.erase', [host], fromOwn).catch(ignoreError(/unknown system/));
  },
  async 'a period is erased'({ request }) {
    await request('stretch.erase', [noon - 2 * dayMs, noon - dayMs] as never, fromOwn);
  },
  async 'an erased day is restored by undo'({ request }) {
    await request('undo', [undo], fromOwn).catch(ignoreError(/expired/));
  },
  async 'an erased system is restored by undo'({ request }) {
    await request('undo', [undo], fromOwn).catch(ignoreError(/expired/));
  },
  async 'the records of the last 30 minutes are deleted'({ request }) {
    await request('log.append', [[field(-9000, 1, 'a'), ...login(noon - 39_000)] as never]);
    await request('ledger.dropLast', [30], fromOwn);
  },
  async 'the owner changes settings and saves a month'({ request }) {
    await request('system.write', ['mzt.gansu.gov.cn', { purpose: 'casework', exempt: true }], fromOwn);
    await request('site.add', ['10.1.2.3:8080', 'service-platform'] as never, fromOwn);
    await request('settings.write', [{ retentionDays: 100, hours: [[540, 720]] }], fromOwn);
    await request('study.add', ['Trial age150ka5lj3p6j00mtrumrkeft5sjdr478msh72xj4du4rfhuhav44qdhm8t5'], fromOwn);
    await request('month.save', [{ month: '2026-02', level: 'least' }, 'json'], fromOwn);
    await request('month.forget', ['2026-02'], fromOwn);
  },
  async 'everything is erased'({ request }) {
    await request('ledger.erase', [], fromOwn);
  },
};
const host = 'mzt.gansu.gov.cn';
/** The erasure that precedes each scenario that restores by undo. */
const eraseFirst: Record<string, (worker: InMemoryWorker) => Promise<unknown>> = {
  'an erased day is restored by undo': ({ request }) =>
    request('days.erase', ['2026-03-04', '2026-03-04'] as never, fromOwn),
  'an erased system is restored by undo': ({ request }) => request('system.erase', [host], fromOwn),
};
/** Scenarios that need records of earlier days. */
const needsHistory = [
  'rows expire',
  'a day is erased',
  'a system is erased',
  'a period is erased',
  ...Object.keys(eraseFirst),
  'the owner changes settings and saves a month',
  'everything is erased',
];

/**
 * Returns the whole ledger in a fixed order, so that two ledgers can be compared. System keys, which are random, are
 * replaced by hosts. Other keys of the same form are replaced by `digest`.
 */
async function readLedger({ request }: InMemoryWorker) {
  const backup = (await request('backup.read', [{ digests: true }], fromOwn)) as unknown as {
    rows: Record<string, unknown>[];
    systems: { key: string; host: string; [field: string]: unknown }[];
    digests: { keys: object; rows: Record<string, unknown>[] };
  };
  const days = (await request('days.read', ['2026-01-01', '2026-03-31'] as never, fromOwn)) as readonly DaySummary[];
  const pauses = await request('pauses.read', ['2026-01-01', '2026-03-31'] as never, fromOwn);
  const hosts = new Map(backup.systems.map(({ key, host }) => [key, host]));
  const withHosts = (value: unknown) =>
    JSON.stringify(value).replace(/"([0-9a-f]{12})"/g, (_, key: string) => `"${hosts.get(key) ?? 'digest'}"`);
  const inOrder = (records: readonly Record<string, unknown>[]) =>
    records.map(({ sourceId: _, seq: __, digest: ___, ...record }) => withHosts(Object.entries(record).sort())).sort();
  return {
    ...backup,
    // A start of the browser adds an `idle` row, unless the worker is stopped before it adds the row.
    rows: inOrder(backup.rows.filter((row) => row.kind !== 'idle')),
    systems: inOrder(backup.systems),
    digests: { keys: Object.keys(backup.digests.keys), rows: inOrder(backup.digests.rows) },
    // The ledger orders the systems of a quarter hour by their keys, which are random.
    days: days.map((day) => withHosts({ ...day, quarterHours: day.quarterHours.map(withHosts).sort() })),
    pauses,
  };
}

/** The distance between two steps that are tested. `npm run faults` tests every step. */
const stride = process.env.RUN === 'every-step' ? 1 : 23;

const tally: Record<Fault, number> = { none: 0, stop: 0, QuotaExceededError: 0, UnknownError: 0 };
afterAll(() => {
  const { stop, QuotaExceededError: full, UnknownError: failing } = tally;
  if (stride === 1)
    console.log(
      `${Object.keys(scenarios).length} scenarios that write: ${stop} stops, ${full} full disks, ${failing} disk errors`,
    );
});

/** Runs a scenario with a fault at its nth step, then runs `check`. Returns the number of steps. */
async function run(
  name: string,
  fault: Fault,
  nth: number,
  check: (worker: InMemoryWorker) => Promise<void>,
): Promise<number> {
  vi.setSystemTime(noon);
  const worker = openInMemoryWorker();
  try {
    await prepare(worker, name);
    tally[fault]++;
    let steps = 0;
    injectFaults(() => (++steps === nth ? fault : 'none'));
    await (scenarios[name] as (worker: InMemoryWorker) => Promise<void>)(worker);
    injectFaults(() => 'none');
    await check(worker);
    return steps;
  } finally {
    injectFaults(() => 'none');
    await worker.close();
  }
}

it.each([
  ['a stop of the worker', 'stop'],
  ['a full disk', 'QuotaExceededError'],
] as const)(
  'stores an unsubmitted entry of a closed tab, even after %s while the worker handles the closing',
  async (_, fault) => {
    const worker = openInMemoryWorker();
    const { state, request, raise } = worker;
    try {
      await prepare(worker, '');
      await request('log.append', [[field(-3000, 1, 'a')] as never]);
      state.tabs.delete(1);
      injectFaults((step) => (step === 'session.set' ? fault : 'none'));
      await raise('tabs.onRemoved', 1);
      injectFaults(() => 'none');
      // The worker is stopped, and another page starts it. No day is read before the browser is closed.
      worker.stop();
      state.tabs.add(2);
      const other = { ...fromPage, tab: { ...fromPage.tab, id: 2 } };
      await request('log.append', [[span('presence', -40_000, -10_000)] as never], other);
      await request('settings.read', [], fromOwn);
      state.session.items.clear();
      const rows = (await readLedger(worker)).rows;
      expect(rows.filter((row) => row.includes('"entry"'))).toHaveLength(1);
    } finally {
      injectFaults(() => 'none');
      await worker.close();
    }
  },
);

it('completes an interrupted erasure of the ledger when the worker starts again', async () => {
  for (let nth = 1, wasStopped = true; wasStopped; nth += nth === 1 ? 1 : Math.ceil(stride / 4)) {
    const worker = openInMemoryWorker();
    try {
      await prepare(worker, 'everything is erased');
      // Steps are counted from the write of the flag `erasing`. The erasure begins with this write.
      let hasBegun = false;
      let steps = 0;
      injectFaults((step) => {
        hasBegun ||= step === 'local.set';
        return hasBegun && ++steps === nth ? 'stop' : 'none';
      });
      wasStopped = (await worker.send('ledger.erase', [])) === 'stopped';
      injectFaults(() => 'none');
      await worker.raise('runtime.onStartup');
      const { rows, systems } = await readLedger(worker);
      if (nth === 1) expect(rows).not.toEqual([]);
      else expect({ rows, systems }, `stopped at step ${nth}`).toEqual({ rows: [], systems: [] });
      if (nth > 1) expect([...worker.state.local.items.keys()], `stopped at step ${nth}`).toEqual([]);
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(wipingName);
    } finally {
      injectFaults(() => 'none');
      await worker.close();
    }
  }
});

it('erases the ledger even if the disk is too full for the temporary data of wipe-database.ts', async () => {
  const worker = openInMemoryWorker();
  const { request, faultsShown } = worker;
  try {
    await prepare(worker, 'everything is erased');
    let isCleared = false;
    injectFaults((step) => {
      isCleared ||= step === 'local.remove done';
      return isCleared && step === 'commit' ? 'QuotaExceededError' : 'none';
    });
    await request('ledger.erase', [], fromOwn);
    injectFaults(() => 'none');
    expect(faultsShown).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(wipingName);
    expect((await readLedger(worker)).rows).toEqual([]);
  } finally {
    injectFaults(() => 'none');
    await worker.close();
  }
});

describe.each(Object.keys(scenarios))('%s', (name) => {
  it('gives the same ledger when the worker is stopped at any step', async () => {
    let undisturbed: unknown;
    const steps = await run(name, 'none', 0, async (worker) => {
      undisturbed = await readLedger(worker);
    });
    for (let nth = 1; nth <= steps; nth += stride)
      await run(name, 'stop', nth, async (worker) => {
        expect(await readLedger(worker), `stopped at step ${nth} of ${steps}`).toEqual(undisturbed);
      });
  }, 600_000);

  it.each([
    ['a full disk', 'QuotaExceededError', 'full'],
    ['a failing disk', 'UnknownError', 'broken'],
  ] as const)(
    'gives the same ledger after %s at any step, and shows the owner no other fault',
    async (_, fault, expectedFault) => {
      let undisturbed: unknown;
      const steps = await run(name, 'none', 0, async (worker) => {
        undisturbed = await readLedger(worker);
      });
      for (let nth = 2; nth <= steps; nth += stride)
        await run(name, fault, nth, async (worker) => {
          expect(
            worker.faultsShown.filter((shown) => shown !== expectedFault),
            `${expectedFault} at step ${nth}`,
          ).toEqual([]);
          expect(await readLedger(worker), `${expectedFault} at step ${nth} of ${steps}`).toEqual(undisturbed);
        });
    },
    600_000,
  );
});
