/** A ledger that can't be opened, and a disk that has no room: the owner is told what is wrong, pages keep what they have. */
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseName } from '../../../src/background/ledger/database.ts';
import { fromOwn, fromPage, noon, openWorld, type World } from '../../support/in-memory-worker.ts';
import { createVersion1 } from '../../support/schema-version-1.ts';
import { decideFates } from '../../support/worker-lifetimes.ts';

let world: World;
/** Lets go of what another page holds open. */
let release: (() => void) | null = null;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  world = openWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  decideFates(() => 'none');
  if (release !== null) await goOn();
  await world.close();
  vi.useRealTimers();
});

const span = { kind: 'span', of: 'presence', start: noon - 20_000, end: noon - 10_000 };
const report = () => world.send('log.append', [[span]] as never, fromPage);
const trouble = async () => (await world.tell('state.read', [], fromOwn)).trouble;
const rows = async () => ((await world.tell('backup.read', [], fromOwn)).rows as unknown[]).length;

async function goOn(): Promise<void> {
  release?.();
  release = null;
  await vi.waitFor(async () => expect(await report()).toHaveProperty('ok'));
}

const causes = {
  async 'another page holds an older version open'() {
    const older = await openDB(databaseName, 1, { upgrade: createVersion1 });
    release = () => older.close();
    return 'broken';
  },
  async 'a newer version has written it'() {
    (await openDB(databaseName, 99)).close();
    return 'newer';
  },
  async 'its files are corrupted'() {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    return 'broken';
  },
} as const;

it.each(Object.entries(causes))(
  '%s: every screen is told, a page is refused and keeps its report',
  async (_, cause) => {
    const word = await cause();
    expect(await trouble()).toBe(word);
    const said = await world.send('day.read', ['2026-03-06'] as never, fromOwn);
    expect(said).toEqual({ error: `Cannot answer "day.read": the ledger can't be opened (${word})` });
    expect(await report()).toHaveProperty('error');
  },
);

it('a ledger that can not be opened can be erased, and begins anew', async () => {
  await causes['a newer version has written it']();
  expect(await trouble()).toBe('newer');
  await world.tell('ledger.erase', [], fromOwn);
  expect(await trouble()).toBeNull();
});

it('once it can be opened again it goes on', async () => {
  await causes['another page holds an older version open']();
  expect(await trouble()).toBe('broken');
  await goOn();
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  expect(await report()).toEqual({ ok: null });
  expect([await trouble(), await rows()]).toEqual([null, 1]);
});

it('a full disk is told until something is stored again, and what was refused comes once', async () => {
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  decideFates((what) => (what === 'write' ? 'QuotaExceededError' : 'none'));
  expect(await report()).toHaveProperty('error');
  expect(await trouble()).toBe('full');
  decideFates(() => 'none');
  expect([await trouble(), await rows()]).toEqual(['full', 0]);
  expect(await report()).toEqual({ ok: null });
  expect(await report()).toEqual({ ok: null });
  expect([await trouble(), await rows()]).toEqual([null, 1]);
});

it('a ledger that the browser has thrown away is told until the owner begins anew; one that its owner erased is not', async () => {
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  expect(await report()).toEqual({ ok: null });
  world.sleep();
  await deleteDB(databaseName);
  await world.raise('runtime.onStartup');
  expect([await trouble(), await report(), await rows()]).toEqual(['lost', { ok: null }, 0]);
  expect([await trouble(), world.kept.local.held.has('recording')]).toEqual(['lost', false]);
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  expect(await trouble()).toBeNull();
  await world.tell('ledger.erase', [], fromOwn);
  world.sleep();
  await world.raise('runtime.onStartup');
  expect(await trouble()).toBeNull();
});
