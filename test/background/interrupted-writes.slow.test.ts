/** Faults at every step of every way that writes: the worker's death, a full disk, a disk that errs. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { wipingName } from '../../src/background/ledger/wipe-database.ts';
import type { DaySummary } from '../../src/core/days/day-summary.ts';
import { fromOwn, fromPage, noon, openWorld, type World } from '../support/in-memory-worker.ts';
import { somebodysBackup } from '../support/other-ledger-backup.ts';
import { decideFates, type Fate } from '../support/worker-lifetimes.ts';

/** A fault ends transactions whose other promises nobody waits for any more: the browser says so on the console. */
const others = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof DOMException)) throw error;
  });
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of others) process.on('unhandledRejection', listener);
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
  decideFates(() => 'none');
});

/** What was erased before a path begins that puts it back. */
let undo = '';
const dayMs = 86_400_000;
const begin = async (world: World, path: string) => {
  vi.setSystemTime(noon - 2 * dayMs);
  await world.tell('settings.write', [{ consent: 1, pausedUntil: noon - 2 * dayMs + 3_600_000 } as never], fromOwn);
  vi.setSystemTime(noon);
  await world.tell('settings.write', [{ pausedUntil: null }], fromOwn);
  if (needsHistory.includes(path)) await world.tell('backup.restore', [somebodysBackup(noon)], fromOwn);
  await world.tell('log.append', [[span('presence', -60_000, -50_000)] as never]);
  const erased = erasedBefore[path];
  if (erased !== undefined) ({ undo } = (await erased(world)) as { undo: string });
};
/** What an answer that was lost leaves to say to whoever asks again. */
const unless = (said: RegExp) => (trouble: Error) => {
  if (!said.test(trouble.message)) throw trouble;
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

/** Each is a way into the stores. What a page asks is asked again until it is answered, and so does the person here. */
const paths: Record<string, (world: World) => Promise<void>> = {
  async 'a page reports'({ tell }) {
    const events = [
      span('presence', -40_000, -10_000),
      span('input', -30_000, -20_000),
      checkIn(noon - 20_000),
      { kind: 'table', at: noon - 19_000, sort: 'paste', cells: 12 },
      { kind: 'login', at: noon - 39_000 },
      { kind: 'dropped', at: noon - 11_000, reason: 'clock-moved', count: 1 },
    ];
    await tell('log.append', [events as never]);
  },
  async 'a form is filled, sent and answered'({ kept, tell, raise }) {
    await tell('log.append', [[field(-9000, 1, 'a'), field(-8000, 2, 'b')] as never]);
    await tell('log.append', [[commit(-7000), checkIn(noon - 7000)] as never]);
    await tell('log.append', [[outcome(-6800, 'toast-ok')] as never]);
    await tell('log.append', [[outcome(-4000, 'quiet')] as never]);
    await tell('log.append', [[field(-3000, 1, 'a')] as never]);
    kept.tabs.delete(1);
    await raise('tabs.onRemoved', 1);
    await tell('day.read', ['2026-03-06' as never], fromOwn);
  },
  async 'what pages left behind is recovered at start'({ kept, raise, tell }) {
    const left = { system: '00112233aabb', tab: 't9', spans: [span('presence', -400_000, -300_000)] };
    await kept.local.set({ 'open:0.5': left, 'open:0.25': { system: 5, spans: 'none' } });
    await raise('runtime.onStartup');
    await tell('day.read', ['2026-03-06' as never], fromOwn);
  },
  async 'a backup is restored'({ tell }) {
    await tell('backup.restore', [somebodysBackup(noon)], fromOwn);
  },
  async 'rows expire'({ tell, raise }) {
    await raise('alarms.onAlarm', { name: 'chores' });
    // The life that was to do it may have ended: the next start of the browser does it.
    await raise('runtime.onStartup');
    await tell('settings.read', [], fromOwn);
  },
  async 'a day is erased'({ tell }) {
    await tell('days.erase', ['2026-03-04', '2026-03-04'] as never, fromOwn);
  },
  async 'a portal is erased'({ tell }) {
    await tell('system.erase', [portal], fromOwn).catch(unless(/unknown system/));
  },
  async 'a stretch is erased'({ tell }) {
    await tell('stretch.erase', [noon - 2 * dayMs, noon - dayMs] as never, fromOwn);
  },
  async 'a day that was erased is put back'({ tell }) {
    await tell('undo', [undo], fromOwn).catch(unless(/expired/));
  },
  async 'a portal that was erased is put back'({ tell }) {
    await tell('undo', [undo], fromOwn).catch(unless(/expired/));
  },
  async 'the last minutes are dropped'({ tell }) {
    await tell('log.append', [[field(-9000, 1, 'a'), { kind: 'login', at: noon - 39_000 }] as never]);
    await tell('ledger.dropLast', [30], fromOwn);
  },
  async 'the owner says, chooses and saves'({ tell }) {
    await tell('system.write', ['mzt.gansu.gov.cn', { purpose: 'casework', exempt: true }], fromOwn);
    await tell('site.add', ['10.1.2.3:8080', 'service-platform'] as never, fromOwn);
    await tell('settings.write', [{ retentionDays: 100, hours: [[540, 720]] }], fromOwn);
    await tell('study.add', ['Trial age150ka5lj3p6j00mtrumrkeft5sjdr478msh72xj4du4rfhuhav44qdhm8t5'], fromOwn);
    await tell('month.save', [{ month: '2026-02', level: 'least' }, 'json'], fromOwn);
    await tell('month.forget', ['2026-02'], fromOwn);
  },
  async 'everything is erased'({ tell }) {
    await tell('ledger.erase', [], fromOwn);
  },
};
const portal = 'mzt.gansu.gov.cn';
const erasedBefore: Record<string, (world: World) => Promise<unknown>> = {
  'a day that was erased is put back': ({ tell }) => tell('days.erase', ['2026-03-04', '2026-03-04'] as never, fromOwn),
  'a portal that was erased is put back': ({ tell }) => tell('system.erase', [portal], fromOwn),
};
const needsHistory = [
  'rows expire',
  'a day is erased',
  'a portal is erased',
  'a stretch is erased',
  ...Object.keys(erasedBefore),
  'the owner says, chooses and saves',
  'everything is erased',
];

/** Everything of the ledger, in one order; keys and digests, which chance makes, by what they stand for. */
async function everything({ tell }: World) {
  const backup = (await tell('backup.read', [{ digests: true }], fromOwn)) as unknown as {
    rows: Record<string, unknown>[];
    systems: { key: string; host: string; [field: string]: unknown }[];
    digests: { keys: object; rows: Record<string, unknown>[] };
  };
  const days = (await tell('days.read', ['2026-01-01', '2026-03-31'] as never, fromOwn)) as readonly DaySummary[];
  const pauses = await tell('pauses.read', ['2026-01-01', '2026-03-31'] as never, fromOwn);
  const hosts = new Map(backup.systems.map(({ key, host }) => [key, host]));
  const named = (value: unknown) =>
    JSON.stringify(value).replace(/"([0-9a-f]{12})"/g, (_, key: string) => `"${hosts.get(key) ?? 'digest'}"`);
  const inOrder = (records: readonly Record<string, unknown>[]) =>
    records.map(({ sourceId: _, seq: __, digest: ___, ...record }) => named(Object.entries(record).sort())).sort();
  return {
    ...backup,
    // A start notes whether somebody is there; one that the worker doesn't survive says nothing.
    rows: inOrder(backup.rows.filter((row) => row.kind !== 'idle')),
    systems: inOrder(backup.systems),
    digests: { keys: Object.keys(backup.digests.keys), rows: inOrder(backup.digests.rows) },
    // Within a quarter hour systems stand in the order of their keys, which every ledger draws anew.
    days: days.map((day) => named({ ...day, quarterHours: day.quarterHours.map(named).sort() })),
    pauses,
  };
}

/** Every step with `npm run faults`; else every 23rd, so that `npm test` stays brief. */
const stride = process.env.RUN === 'every-step' ? 1 : 23;

const tally: Record<Fate, number> = { none: 0, death: 0, QuotaExceededError: 0, UnknownError: 0 };
afterAll(() => {
  const { death, QuotaExceededError: full, UnknownError: errs } = tally;
  if (stride === 1)
    console.log(
      `${Object.keys(paths).length} ways that write: ${death} deaths, ${full} full disks, ${errs} errors of it`,
    );
});

/** Performs a path with this fate at its nth step; answers how many steps it took. */
async function perform(name: string, fate: Fate, nth: number, look: (world: World) => Promise<void>): Promise<number> {
  vi.setSystemTime(noon);
  const world = openWorld();
  try {
    await begin(world, name);
    tally[fate]++;
    let steps = 0;
    decideFates(() => (++steps === nth ? fate : 'none'));
    await (paths[name] as (world: World) => Promise<void>)(world);
    decideFates(() => 'none');
    await look(world);
    return steps;
  } finally {
    decideFates(() => 'none');
    await world.close();
  }
}

it.each([
  ['end of the worker', 'death'],
  ['full disk', 'QuotaExceededError'],
] as const)('an entry that was not sent outlives the %s over the news that its tab has gone', async (_, fate) => {
  const world = openWorld();
  const { kept, tell, raise } = world;
  try {
    await begin(world, '');
    await tell('log.append', [[field(-3000, 1, 'a')] as never]);
    kept.tabs.delete(1);
    decideFates((what) => (what === 'session.set' ? fate : 'none'));
    await raise('tabs.onRemoved', 1);
    decideFates(() => 'none');
    // The worker sleeps, another page wakes it, and nobody looks at the day before the browser goes.
    world.sleep();
    kept.tabs.add(2);
    const other = { ...fromPage, tab: { ...fromPage.tab, id: 2 } };
    await tell('log.append', [[span('presence', -40_000, -10_000)] as never], other);
    await tell('settings.read', [], fromOwn);
    kept.session.held.clear();
    const rows = (await everything(world)).rows;
    expect(rows.filter((row) => row.includes('"entry"'))).toHaveLength(1);
  } finally {
    decideFates(() => 'none');
    await world.close();
  }
});

it('erasing that the end of the worker interrupts goes on by itself, before anything else', async () => {
  for (let nth = 1, died = true; died; nth += nth === 1 ? 1 : Math.ceil(stride / 4)) {
    const world = openWorld();
    try {
      await begin(world, 'everything is erased');
      // The first step is the mark: before it nothing has begun.
      let isBegun = false;
      let steps = 0;
      decideFates((what) => {
        isBegun ||= what === 'local.set';
        return isBegun && ++steps === nth ? 'death' : 'none';
      });
      died = (await world.send('ledger.erase', [])) === 'died';
      decideFates(() => 'none');
      await world.raise('runtime.onStartup');
      const { rows, systems } = await everything(world);
      if (nth === 1) expect(rows).not.toEqual([]);
      else expect({ rows, systems }, `death at step ${nth}`).toEqual({ rows: [], systems: [] });
      if (nth > 1) expect([...world.kept.local.held.keys()], `death at step ${nth}`).toEqual([]);
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(wipingName);
    } finally {
      decideFates(() => 'none');
      await world.close();
    }
  }
});

it('everything is erased at once where the disk has no room for what is written beside it', async () => {
  const world = openWorld();
  const { tell, told } = world;
  try {
    await begin(world, 'everything is erased');
    let isCleared = false;
    decideFates((what) => {
      isCleared ||= what === 'local.remove done';
      return isCleared && what === 'commit' ? 'QuotaExceededError' : 'none';
    });
    await tell('ledger.erase', [], fromOwn);
    decideFates(() => 'none');
    expect(told).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(wipingName);
    expect((await everything(world)).rows).toEqual([]);
  } finally {
    decideFates(() => 'none');
    await world.close();
  }
});

describe.each(Object.keys(paths))('%s', (name) => {
  it('with the end of the worker at any step comes to the same', async () => {
    let undisturbed: unknown;
    const steps = await perform(name, 'none', 0, async (world) => {
      undisturbed = await everything(world);
    });
    for (let nth = 1; nth <= steps; nth += stride)
      await perform(name, 'death', nth, async (world) => {
        expect(await everything(world), `death at step ${nth} of ${steps}`).toEqual(undisturbed);
      });
  }, 600_000);

  it.each([
    ['a full disk', 'QuotaExceededError', 'full'],
    ['a disk that errs', 'UnknownError', 'broken'],
  ] as const)(
    'with %s at any step it is refused, the owner is told, and asked again it comes to the same',
    async (_, fate, word) => {
      let undisturbed: unknown;
      const steps = await perform(name, 'none', 0, async (world) => {
        undisturbed = await everything(world);
      });
      for (let nth = 2; nth <= steps; nth += stride)
        await perform(name, fate, nth, async (world) => {
          expect(
            world.told.filter((trouble) => trouble !== word),
            `${word} at step ${nth}`,
          ).toEqual([]);
          expect(await everything(world), `${word} at step ${nth} of ${steps}`).toEqual(undisturbed);
        });
    },
    600_000,
  );
});
