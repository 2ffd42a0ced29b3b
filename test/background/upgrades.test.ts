import 'fake-indexeddb/auto';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { databaseName, openLedger } from '../../src/background/database.ts';
import { touchDays } from '../../src/background/day-records.ts';
import { type Clock, daysUsed } from '../../src/background/log.ts';
import { foldSources, nameOf, readDays } from '../../src/background/roll-ups.ts';
import type { Day, EpochMs, Row, SystemKey } from '../../src/core/events.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { answeringOn } from '../support/answering.ts';
import { createVersion1 } from '../support/version-1.ts';
import { createVersion2 } from '../support/version-2.ts';

afterEach(() => deleteDB(databaseName));

const at = (iso: string) => Date.parse(`${iso}+08:00`) as EpochMs;
const one = { sourceId: '00112233aabbccdd', timeZone: 'Asia/Shanghai', system: '0123456789ab', tab: 't1' };
const rows = [
  {
    ...one,
    seq: 0,
    kind: 'span',
    of: 'presence',
    start: at('2026-03-02T23:58:00'),
    end: at('2026-03-03T00:03:00'),
    day: '2026-03-02',
  },
  { ...one, seq: 1, kind: 'login', at: at('2026-03-02T10:00:00'), day: '2026-03-02' },
  { ...one, seq: 2, kind: 'login', at: at('2026-03-05T10:00:00'), day: '2026-03-05', system: 'ba9876543210' },
];
const systems = [
  { key: '0123456789ab', host: 'a.gov.cn', catalogueId: null, kind: 'statistics', purpose: 'reporting', exempt: false },
  { key: 'ba9876543210', host: 'b.gov.cn', catalogueId: null, kind: 'other', purpose: null, exempt: false },
];

async function fill(db: IDBPDatabase): Promise<void> {
  for (const row of rows) await db.put('rows', row);
  for (const system of systems) await db.put('systems', system);
  await db.put('digests', { systems: ['0123456789ab'], week: 20_513 }, '586 phone abcdef');
  await db.put('meta', one.sourceId, 'sourceId');
  await db.put('meta', 3, 'seq');
}

/** Databases as each version left them. */
const versions: Record<number, () => Promise<void>> = {
  async 1() {
    const db = await openDB(databaseName, 1, { upgrade: createVersion1 });
    await fill(db);
    db.close();
  },
  // One day rolled up, one sealed (its rows are here all the same: they are covered), one of which only is known that it is.
  async 2() {
    const db = await openDB(databaseName, 2, { upgrade: createVersion2 });
    await fill(db);
    await touchDays(db.transaction('days', 'readwrite').store, rows as unknown as Row[]);
    const fold = (day: string) =>
      foldSources(day as Day, rows as unknown as Row[], defaultSettings, one.timeZone).get(one.sourceId);
    const first = await db.get('days', '2026-03-02');
    await db.put('days', { ...first, live: fold('2026-03-02'), folded: first.touched });
    const second = await db.get('days', '2026-03-03');
    const part = { ...fold('2026-03-03'), sourceId: one.sourceId, through: 0, rows: 0 };
    await db.put('days', { ...second, sealed: [part], folded: second.touched });
    db.close();
  },
};

it.each(Object.entries(versions))('a ledger of version %s is read as it was', async (_version, make) => {
  await make();
  const db = await openLedger();
  const clock: Clock = { now: () => at('2026-03-06T12:00:00'), timeZone: () => one.timeZone, random: () => '' };
  const days = await readDays(answeringOn(db, clock), '2026-03-01' as Day, '2026-03-31' as Day);
  expect(days.map((d) => [d.day, d.attentionMs, d.fragmentation.logins, d.systems.map((s) => s.id)])).toEqual([
    ['2026-03-02', 120_000, 1, ['a.gov.cn']],
    ['2026-03-03', 180_000, 0, ['a.gov.cn']],
    ['2026-03-05', 0, 1, []],
  ]);
  expect(days[0]?.systems[0]?.purpose).toBe('reporting');
  expect([...(await daysUsed(db))]).toEqual([
    ['0123456789ab' as SystemKey, 2],
    ['ba9876543210' as SystemKey, 1],
  ]);
  expect(await db.getAllKeys('digests')).toEqual(['586 phone abcdef']);
  expect(await db.count('rows')).toBe(3);
  const quarters = (await db.getAll('days')).flatMap(({ live, sealed }) =>
    [live, ...sealed].flatMap((up) => up?.own.quarterHours.numbers.length ?? []),
  );
  expect(quarters).toEqual([5, 5, 0]);
  expect((await db.get('days', '2026-03-02' as Day))?.live?.by).toBe(nameOf(defaultSettings));
  db.close();
});

it('a ledger of a later version is left alone', async () => {
  (await openDB(databaseName, 99, { upgrade: (db) => void db.createObjectStore('later') })).close();
  await expect(openLedger()).rejects.toMatchObject({ name: 'VersionError' });
});
