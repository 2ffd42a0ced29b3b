import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { appendEvents } from '../../../src/background/ledger/rows.ts';
import { ownHandlers } from '../../../src/background/owner/handlers.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { fakeLedgerContext } from '../../support/worker-context.ts';

const noon = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
const day = '2026-03-02' as Day;
const [keptSystem, erasedSystem] = ['00112233aabb' as SystemKey, '00112233ccdd' as SystemKey];
let random = 0;
const clock: Clock = {
  now: () => noon,
  timeZone: () => 'Asia/Shanghai',
  random: (bytes) => (++random).toString(16).padStart(bytes * 2, '0'),
};
const span = (system: SystemKey, from: number, to: number): LogEvent => ({
  kind: 'span',
  of: 'presence',
  start: (noon + from * 60_000) as EpochMs,
  end: (noon + to * 60_000) as EpochMs,
  system,
  tab: `t${system}` as TabKey,
});

let db: Database;
beforeEach(async () => {
  db = await openLedger();
  context = fakeLedgerContext(db, clock);
  for (const [key, host] of [
    [keptSystem, 'kept.gov.cn'],
    [erasedSystem, 'gone.gov.cn'],
  ] as const)
    await db.put('systems', { key, host, catalogueId: null, kind: 'civil-affairs', purpose: null, exempt: false });
  await appendEvents(db, [span(keptSystem, -60, -50), span(erasedSystem, -40, -20)], clock);
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const readLedger = async () => [
  await handlers()['days.read']('2026-02-01' as Day, day),
  await handlers()['pauses.read']('2026-02-01' as Day, day),
  await db.getAll('rows'),
  await db.getAll('systems'),
  await db.getAll('digests'),
  (await db.get('meta', 'cuts')) ?? [],
];
let context: ReturnType<typeof fakeLedgerContext>;
const handlers = () => ownHandlers(context);

it('erases the rows, attention, digests and host of a system, and keeps those of other systems', async () => {
  await db.put('digests', { systems: [erasedSystem, keptSystem], week: 20_510 }, 'of both systems');
  await db.put('digests', { systems: [erasedSystem], week: 20_510 }, 'of one system');
  expect((await handlers()['day.read'](day)).attentionMs).toBe(30 * 60_000);
  expect(await handlers()['system.erase']('gone.gov.cn')).toMatchObject({ rows: 1 });
  const after = await handlers()['day.read'](day);
  expect(after.systems.map((s) => [s.id, s.watchingMs])).toEqual([['kept.gov.cn', 10 * 60_000]]);
  expect(await db.getAllKeys('digests')).toEqual(['of both systems']);
  expect(await db.get('digests', 'of both systems')).toEqual({ systems: [keptSystem], week: 20_510 });
  expect((await db.getAll('systems')).map((s) => s.host)).toEqual(['kept.gov.cn']);
  expect(JSON.stringify(await db.getAll('rows')) + JSON.stringify(await db.getAll('days'))).not.toContain(erasedSystem);
});

it('removes the attention of a system from a sealed day, to the millisecond', async () => {
  const [live] = await handlers()['days.read'](day, day);
  await db.clear('rows');
  const record = await db.get('days', day);
  const own = {
    ...(live as NonNullable<typeof live>),
    systems: (live?.systems ?? []).map((s) => ({ ...s, id: s.id === 'gone.gov.cn' ? erasedSystem : keptSystem })),
    quarterHours: (live?.quarterHours ?? []).map((q) => ({
      ...q,
      system: q.system === 'gone.gov.cn' ? erasedSystem : keptSystem,
    })),
  };
  const part = { by: '1', own, exported: null, repeats: [], sourceId: 'aa', through: 9, rows: 2 };
  await db.put('days', { ...(record as NonNullable<typeof record>), live: null, sealed: [part] });
  await handlers()['system.erase']('gone.gov.cn');
  const [after] = await handlers()['days.read'](day, day);
  expect(after?.systems.map((s) => s.id)).toEqual(['kept.gov.cn']);
  expect(after?.attentionMs).toBe(10 * 60_000);
});

it('drops late spans of an erased system, but keeps other systems, and the part of a span after the erasure', async () => {
  await handlers()['system.erase']('gone.gov.cn');
  await appendEvents(db, [span(erasedSystem, -15, -10), span(keptSystem, -8, -5)], clock);
  await appendEvents(db, [span(erasedSystem, -4, 4)], clock);
  const rows = (await db.getAll('rows')) as (LogEvent & { start: number })[];
  expect(rows.map((row) => ('system' in row ? [row.system, (row.start - noon) / 60_000] : null))).toEqual([
    [keptSystem, -60],
    [keptSystem, -8],
    [erasedSystem, 0],
  ]);
});

it('restores the rows, days, digests and host of an erased system by undo, and then accepts late spans', async () => {
  await db.put('digests', { systems: [keptSystem, erasedSystem], week: 20_510 }, 'of both systems');
  await db.put('digests', { systems: [erasedSystem], week: 20_510 }, 'of one system');
  const before = await readLedger();
  const { undo } = await handlers()['system.erase']('gone.gov.cn');
  expect(await readLedger()).not.toEqual(before);
  await handlers().undo(undo);
  expect(await readLedger()).toEqual(before);
  await appendEvents(db, [span(erasedSystem, -15, -10)], clock);
  expect((await db.getAll('rows')).length).toBe(3);
});

it('erases days with their pauses, and restores them by undo', async () => {
  await db.put('meta', { open: null, days: { ['2026-03-01' as Day]: 1000, [day]: 2000 } }, 'pauses');
  const before = await readLedger();
  const { undo } = await handlers()['days.erase']('2026-03-01' as Day, day);
  expect(await handlers()['days.read']('2026-02-01' as Day, day)).toEqual([]);
  expect(await handlers()['pauses.read']('2026-02-01' as Day, day)).toEqual({ ms: 0 });
  await handlers().undo(undo);
  expect(await readLedger()).toEqual(before);
  await expect(handlers()['days.erase'](day, '2026-03-01' as Day)).rejects.toThrow('Cannot erase');
});

it('refuses to erase an unknown system', async () => {
  await expect(handlers()['system.erase']('nowhere.gov.cn')).rejects.toThrow('Cannot erase "nowhere.gov.cn"');
});

it('erases a period for every system, and restores it by undo', async () => {
  const from = (noon - 41 * 60_000) as EpochMs;
  const { rows, undo } = await handlers()['stretch.erase'](from, noon);
  expect(rows).toBe(1);
  expect((await handlers()['day.read'](day)).attentionMs).toBe(10 * 60_000);
  await handlers().undo(undo);
  expect((await handlers()['day.read'](day)).attentionMs).toBe(30 * 60_000);
  await expect(handlers()['stretch.erase'](noon, from)).rejects.toThrow('Cannot erase');
});
