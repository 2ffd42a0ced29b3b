/**
 * Tests the storage faults: a ledger that can't be opened, a full disk and a lost ledger. The owner sees the fault, and
 * pages resend their events.
 */
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseName } from '../../../src/background/ledger/database.ts';
import { fromOwn, fromPage, type InMemoryWorker, noon, openInMemoryWorker } from '../../support/in-memory-worker.ts';
import { createVersion1 } from '../../support/schema-version-1.ts';
import { injectFaults } from '../../support/worker-lifetimes.ts';

let worker: InMemoryWorker;
/** Closes the connection of another page that blocks the database. */
let release: (() => void) | null = null;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  worker = openInMemoryWorker();
});
afterEach(async () => {
  vi.restoreAllMocks();
  injectFaults(() => 'none');
  if (release !== null) await releaseDatabase();
  await worker.close();
  vi.useRealTimers();
});

const span = { kind: 'span', of: 'presence', start: noon - 20_000, end: noon - 10_000 };
const sendEvents = () => worker.send('log.append', [[span]] as never, fromPage);
const shownFault = async () => (await worker.request('state.read', [], fromOwn)).trouble;
const rows = async () => ((await worker.request('backup.read', [], fromOwn)).rows as unknown[]).length;

async function releaseDatabase(): Promise<void> {
  release?.();
  release = null;
  await vi.waitFor(async () => expect(await sendEvents()).toHaveProperty('ok'));
}

const causes = {
  async 'another page holds an older version open'() {
    const older = await openDB(databaseName, 1, { upgrade: createVersion1 });
    release = () => older.close();
    return 'broken';
  },
  async 'a newer version has written the database'() {
    (await openDB(databaseName, 99)).close();
    return 'newer';
  },
  async 'the files are corrupted'() {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    return 'broken';
  },
} as const;

it.each(Object.entries(causes))('shows the fault and refuses events when %s', async (_, cause) => {
  const fault = await cause();
  expect(await shownFault()).toBe(fault);
  const answer = await worker.send('day.read', ['2026-03-06'] as never, fromOwn);
  expect(answer).toEqual({ error: `Cannot answer "day.read": the ledger can't be opened (${fault})` });
  expect(await sendEvents()).toHaveProperty('error');
});

it('can erase a ledger that cannot be opened, and then opens a new ledger', async () => {
  await causes['a newer version has written the database']();
  expect(await shownFault()).toBe('newer');
  await worker.request('ledger.erase', [], fromOwn);
  expect(await shownFault()).toBeNull();
});

it('records events again as soon as the ledger can be opened', async () => {
  await causes['another page holds an older version open']();
  expect(await shownFault()).toBe('broken');
  await releaseDatabase();
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await sendEvents()).toEqual({ ok: null });
  expect([await shownFault(), await rows()]).toEqual([null, 1]);
});

it('shows the fault of a full disk until a write succeeds, and stores resent events once', async () => {
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  injectFaults((step) => (step === 'write' ? 'QuotaExceededError' : 'none'));
  expect(await sendEvents()).toHaveProperty('error');
  expect(await shownFault()).toBe('full');
  injectFaults(() => 'none');
  expect([await shownFault(), await rows()]).toEqual(['full', 0]);
  expect(await sendEvents()).toEqual({ ok: null });
  expect(await sendEvents()).toEqual({ ok: null });
  expect([await shownFault(), await rows()]).toEqual([null, 1]);
});

it('shows a lost ledger until consent is given again, but shows no fault after the owner erased the ledger', async () => {
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await sendEvents()).toEqual({ ok: null });
  worker.stop();
  await deleteDB(databaseName);
  await worker.raise('runtime.onStartup');
  expect([await shownFault(), await sendEvents(), await rows()]).toEqual(['lost', { ok: null }, 0]);
  expect([await shownFault(), worker.state.local.items.has('recording')]).toEqual(['lost', false]);
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await shownFault()).toBeNull();
  await worker.request('ledger.erase', [], fromOwn);
  worker.stop();
  await worker.raise('runtime.onStartup');
  expect(await shownFault()).toBeNull();
});
