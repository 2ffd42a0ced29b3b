/**
 * A ledger that can't be opened, a full disk and a lost ledger: the owner sees the fault, and pages resend their
 * reports.
 */
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseName } from '../../../src/background/ledger/database.ts';
import { fromOwn, fromPage, type InMemoryWorker, noon, openInMemoryWorker } from '../../support/in-memory-worker.ts';
import { createVersion1 } from '../../support/schema-version-1.ts';
import { injectFaults } from '../../support/worker-lifetimes.ts';

let worker: InMemoryWorker;
/** Closes the database that another page holds open. */
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
const report = () => worker.send('log.append', [[span]] as never, fromPage);
const shownFault = async () => (await worker.request('state.read', [], fromOwn)).trouble;
const rows = async () => ((await worker.request('backup.read', [], fromOwn)).rows as unknown[]).length;

async function releaseDatabase(): Promise<void> {
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

it.each(Object.entries(causes))('shows the fault and refuses reports when %s', async (_, cause) => {
  const fault = await cause();
  expect(await shownFault()).toBe(fault);
  const answer = await worker.send('day.read', ['2026-03-06'] as never, fromOwn);
  expect(answer).toEqual({ error: `Cannot answer "day.read": the ledger can't be opened (${fault})` });
  expect(await report()).toHaveProperty('error');
});

it('erases a ledger that cannot be opened, and starts a new one', async () => {
  await causes['a newer version has written the database']();
  expect(await shownFault()).toBe('newer');
  await worker.request('ledger.erase', [], fromOwn);
  expect(await shownFault()).toBeNull();
});

it('continues as soon as the ledger can be opened again', async () => {
  await causes['another page holds an older version open']();
  expect(await shownFault()).toBe('broken');
  await releaseDatabase();
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await report()).toEqual({ ok: null });
  expect([await shownFault(), await rows()]).toEqual([null, 1]);
});

it('shows a full disk until a write succeeds, and stores the resent report once', async () => {
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  injectFaults((step) => (step === 'write' ? 'QuotaExceededError' : 'none'));
  expect(await report()).toHaveProperty('error');
  expect(await shownFault()).toBe('full');
  injectFaults(() => 'none');
  expect([await shownFault(), await rows()]).toEqual(['full', 0]);
  expect(await report()).toEqual({ ok: null });
  expect(await report()).toEqual({ ok: null });
  expect([await shownFault(), await rows()]).toEqual([null, 1]);
});

it('reports a ledger that the browser deleted until consent is given again, but not an erased one', async () => {
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await report()).toEqual({ ok: null });
  worker.stop();
  await deleteDB(databaseName);
  await worker.raise('runtime.onStartup');
  expect([await shownFault(), await report(), await rows()]).toEqual(['lost', { ok: null }, 0]);
  expect([await shownFault(), worker.state.local.held.has('recording')]).toEqual(['lost', false]);
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await shownFault()).toBeNull();
  await worker.request('ledger.erase', [], fromOwn);
  worker.stop();
  await worker.raise('runtime.onStartup');
  expect(await shownFault()).toBeNull();
});
