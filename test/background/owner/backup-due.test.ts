import { afterEach, expect, it, vi } from 'vitest';
import { fromOwn, noon, openWorld } from '../../support/in-memory-worker.ts';

const world = openWorld();
const dayMs = 86_400_000;
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

it('a month after recording began or the last backup was saved, one is due', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  const isDue = async (days: number) => {
    vi.setSystemTime(noon + days * dayMs);
    return (await world.tell('state.read', [], fromOwn)).backupDue;
  };
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  expect(await isDue(90)).toBe(false); // nothing is there to be saved
  vi.setSystemTime(noon);
  await world.tell('log.append', [[{ kind: 'login', at: noon - 1000 }]] as never);
  expect([await isDue(29), await isDue(31)]).toEqual([false, true]);
  await world.tell('backup.saved', [], fromOwn);
  expect([await isDue(31), await isDue(60), await isDue(62)]).toEqual([false, false, true]);
});
