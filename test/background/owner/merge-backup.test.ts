/** Merges the ledgers of two computers of one person. The order and the number of restores must not matter. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { fromOwn, fromPage, type InMemoryWorker, noon, openInMemoryWorker } from '../../support/in-memory-worker.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

const dayMs = 86_400_000;
const span = (of: 'presence' | 'input', start: number, end: number) => ({ kind: 'span', of, start, end });
const login = (at: number) => [
  { kind: 'commit', at, commit: 'login', scope: 1, inDialog: false, proof: 'login' },
  { kind: 'outcome', at: at + 200, sign: 'form-gone', scope: 1 },
  { kind: 'outcome', at: at + 2600, sign: 'quiet', scope: 1 },
];
const act = (at: number) => ({
  kind: 'words',
  at,
  sort: 'click',
  on: ['button check-in'],
  near: [],
  count: 1,
  due: [],
});

const openWith = async (events: readonly object[]): Promise<InMemoryWorker> => {
  const worker = openInMemoryWorker();
  await worker.request('settings.write', [{ consent: 1 }], fromOwn);
  await worker.request('log.append', [events as never], fromPage);
  return worker;
};
const days = async (worker: InMemoryWorker) =>
  (await worker.request('days.read', ['2026-01-01', '2026-12-31'] as never, fromOwn)) as readonly DaySummary[];
const brief = (all: readonly DaySummary[]) =>
  all.map((d) => [
    d.day,
    d.attentionMs,
    d.fragmentation.logins,
    d.acts['check-in']?.count ?? 0,
    d.dropped.overlap ?? 0,
  ]);

/** The events on the office computer. Both computers have attention between 11:15 and 11:30. */
const office = [
  span('presence', noon - 3_600_000, noon - 1_800_000),
  ...login(noon - 3_500_000),
  act(noon - 3_400_000),
];
/** The events on the home computer. */
const home = [
  span('presence', noon - 2_700_000, noon - 1_800_000),
  span('presence', noon - 1_200_000, noon - 600_000),
  act(noon - 1_000_000),
];

it('counts a row only once when both ledgers have it, and counts simultaneous attention only once', async () => {
  const first = await openWith(office);
  const ofOffice = await first.request('backup.read', [{}], fromOwn);
  await first.close();

  const second = await openWith(home);
  const ofHome = await second.request('backup.read', [{}], fromOwn);
  await second.request('backup.restore', [ofOffice], fromOwn);
  const merged = brief(await days(second));
  // 11:00–11:30, 11:15–11:30 and 11:40–11:50 are 40 minutes, when the 15 minutes on both computers are counted once.
  expect(merged).toEqual([['2026-03-06', 2_400_000, 1, 2, 1]]);
  // Restoring the same files again, or the ledger's own backup, changes nothing.
  for (const file of [ofOffice, ofHome, await second.request('backup.read', [{}], fromOwn)]) {
    const summary = (await second.request('backup.inspect', [file], fromOwn)) as { added: number; sealedDays: number };
    expect([summary.added, summary.sealedDays]).toEqual([0, 0]);
    await second.request('backup.restore', [file], fromOwn);
  }
  expect(brief(await days(second))).toEqual(merged);
  await second.close();

  // Restoring in another order gives the same result.
  const third = openInMemoryWorker();
  await third.request('settings.write', [{ consent: 1 }], fromOwn);
  await third.request('backup.restore', [ofOffice], fromOwn);
  await third.request('backup.restore', [ofHome], fromOwn);
  expect(brief(await days(third))).toEqual(merged);
  await third.close();
});

it('counts a day once when it is sealed in one ledger and has rows in the other ledger', async () => {
  const first = await openWith(office);
  const asRows = await first.request('backup.read', [{}], fromOwn);
  const before = brief(await days(first));
  vi.setSystemTime(noon + 40 * dayMs);
  await first.raise('alarms.onAlarm', { name: 'chores' });
  const asSummary = (await first.request('backup.read', [{}], fromOwn)) as unknown as {
    rows: unknown[];
    days: unknown[];
  };
  expect([asSummary.rows.length, asSummary.days.length]).toEqual([0, 1]);
  expect(brief(await days(first))).toEqual(before);
  // An older backup of the same ledger restores nothing.
  await first.request('backup.restore', [asRows], fromOwn);
  expect(brief(await days(first))).toEqual(before);
  await first.close();

  for (const files of [
    [asRows, asSummary],
    [asSummary, asRows],
  ]) {
    const other = openInMemoryWorker();
    await other.request('settings.write', [{ consent: 1 }], fromOwn);
    for (const file of files) await other.request('backup.restore', [file], fromOwn);
    expect(brief(await days(other))).toEqual(before);
    await other.close();
  }
});
