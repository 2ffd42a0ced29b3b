/** Two computers of one person: a set, whatever comes first and however often. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DaySummary } from '../../../src/core/days/day-summary.ts';
import { fromOwn, fromPage, noon, openWorld } from '../../support/in-memory-worker.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

const dayMs = 86_400_000;
const span = (of: 'presence' | 'input', start: number, end: number) => ({ kind: 'span', of, start, end });
const login = (at: number) => ({ kind: 'login', at });
const act = (at: number) => ({
  kind: 'words',
  at,
  sort: 'click',
  on: ['button check-in'],
  near: [],
  count: 1,
  due: [],
});

type World = ReturnType<typeof openWorld>;
const begin = async (events: readonly object[]): Promise<World> => {
  const world = openWorld();
  await world.tell('settings.write', [{ consent: 1 }], fromOwn);
  await world.tell('log.append', [events as never], fromPage);
  return world;
};
const days = async (world: World) =>
  (await world.tell('days.read', ['2026-01-01', '2026-12-31'] as never, fromOwn)) as readonly DaySummary[];
const brief = (all: readonly DaySummary[]) =>
  all.map((d) => [
    d.day,
    d.attentionMs,
    d.fragmentation.logins,
    d.acts['check-in']?.count ?? 0,
    d.dropped.overlap ?? 0,
  ]);

/** At the office until noon; at home the same quarter hour once, and an hour of its own. */
const office = [span('presence', noon - 3_600_000, noon - 1_800_000), login(noon - 3_500_000), act(noon - 3_400_000)];
const home = [
  span('presence', noon - 2_700_000, noon - 1_800_000),
  span('presence', noon - 1_200_000, noon - 600_000),
  act(noon - 1_000_000),
];

it('count once what both have, and attention never twice', async () => {
  const first = await begin(office);
  const ofOffice = await first.tell('backup.read', [{}], fromOwn);
  await first.close();

  const second = await begin(home);
  const ofHome = await second.tell('backup.read', [{}], fromOwn);
  await second.tell('backup.restore', [ofOffice], fromOwn);
  const merged = brief(await days(second));
  // 11:00–11:30 and 11:15–11:30 and 11:40–11:50: thirty and ten minutes, one quarter hour of them claimed twice.
  expect(merged).toEqual([['2026-03-06', 2_400_000, 1, 2, 1]]);
  // Again, and its own file: nothing changes.
  for (const file of [ofOffice, ofHome, await second.tell('backup.read', [{}], fromOwn)]) {
    const summary = (await second.tell('backup.inspect', [file], fromOwn)) as { added: number; sealedDays: number };
    expect([summary.added, summary.sealedDays]).toEqual([0, 0]);
    await second.tell('backup.restore', [file], fromOwn);
  }
  expect(brief(await days(second))).toEqual(merged);
  await second.close();

  // The other way round it is the same.
  const third = openWorld();
  await third.tell('settings.write', [{ consent: 1 }], fromOwn);
  await third.tell('backup.restore', [ofOffice], fromOwn);
  await third.tell('backup.restore', [ofHome], fromOwn);
  expect(brief(await days(third))).toEqual(merged);
  await third.close();
});

it('rows that have expired into a summary on one side and are rows on the other count once', async () => {
  const first = await begin(office);
  const asRows = await first.tell('backup.read', [{}], fromOwn);
  const before = brief(await days(first));
  vi.setSystemTime(noon + 40 * dayMs);
  await first.raise('alarms.onAlarm', { name: 'chores' });
  const asSummary = (await first.tell('backup.read', [{}], fromOwn)) as unknown as { rows: unknown[]; days: unknown[] };
  expect([asSummary.rows.length, asSummary.days.length]).toEqual([0, 1]);
  expect(brief(await days(first))).toEqual(before);
  // Its own old file brings nothing back.
  await first.tell('backup.restore', [asRows], fromOwn);
  expect(brief(await days(first))).toEqual(before);
  await first.close();

  for (const files of [
    [asRows, asSummary],
    [asSummary, asRows],
  ]) {
    const other = openWorld();
    await other.tell('settings.write', [{ consent: 1 }], fromOwn);
    for (const file of files) await other.tell('backup.restore', [file], fromOwn);
    expect(brief(await days(other))).toEqual(before);
    await other.close();
  }
});
