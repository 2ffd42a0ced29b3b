import { afterEach, expect, it, vi } from 'vitest';
import { fromOwn, noon, openInMemoryWorker } from '../../../support/in-memory-worker.ts';

const worker = openInMemoryWorker();
const dayMs = 86_400_000;
afterEach(async () => {
  vi.useRealTimers();
  await worker.close();
});

it('says that a backup is due 30 days after the first day or the latest backup', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  const isDue = async (days: number) => {
    vi.setSystemTime(noon + days * dayMs);
    return (await worker.request('state.read', [], fromOwn)).backupDue;
  };
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  expect(await isDue(90)).toBe(false); // the ledger is empty
  vi.setSystemTime(noon);
  await worker.request('log.append', [[{ kind: 'table', at: noon - 1000, sort: 'paste', cells: 4 }]] as never);
  expect([await isDue(29), await isDue(31)]).toEqual([false, true]);
  await worker.request('backup.saved', [], fromOwn);
  expect([await isDue(31), await isDue(60), await isDue(62)]).toEqual([false, false, true]);
});
