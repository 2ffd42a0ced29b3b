import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { readDays } from '../../../src/background/ledger/read-days.ts';
import { daysUsed } from '../../../src/background/ledger/rows.ts';
import type { Day, EpochMs, SystemKey } from '../../../src/core/events.ts';
import { createVersion1 } from '../../support/schema-version-1.ts';
import { fakeLedgerContext } from '../../support/worker-context.ts';

afterEach(() => deleteDB(databaseName));

const at = (iso: string) => Date.parse(`${iso}+08:00`) as EpochMs;
const common = { sourceId: '00112233aabbccdd', timeZone: 'Asia/Shanghai', system: '0123456789ab', tab: 't1' };
const rows = [
  {
    ...common,
    seq: 0,
    kind: 'span',
    of: 'presence',
    start: at('2026-03-02T23:58:00'),
    end: at('2026-03-03T00:03:00'),
    day: '2026-03-02',
  },
  { ...common, seq: 1, kind: 'login', at: at('2026-03-02T10:00:00'), day: '2026-03-02' },
  { ...common, seq: 2, kind: 'login', at: at('2026-03-05T10:00:00'), day: '2026-03-05', system: 'ba9876543210' },
];
const systems = [
  { key: '0123456789ab', host: 'a.gov.cn', catalogueId: null, kind: 'statistics', purpose: 'reporting', exempt: false },
  { key: 'ba9876543210', host: 'b.gov.cn', catalogueId: null, kind: 'other', purpose: null, exempt: false },
];

/** Creates a database of each released schema version, with rows. */
const createOld: Record<number, () => Promise<void>> = {
  async 1() {
    const db = await openDB(databaseName, 1, { upgrade: createVersion1 });
    for (const row of rows) await db.put('rows', row);
    for (const system of systems) await db.put('systems', system);
    await db.put('digests', { systems: ['0123456789ab'], week: 20_513 }, '586 phone abcdef');
    await db.put('meta', common.sourceId, 'sourceId');
    await db.put('meta', 3, 'seq');
    db.close();
  },
};

it.each(Object.entries(createOld))(
  'upgrades a ledger of schema version %s and keeps its records',
  async (_version, create) => {
    await create();
    const db = await openLedger();
    const clock: Clock = { now: () => at('2026-03-06T12:00:00'), timeZone: () => common.timeZone, random: () => '' };
    const days = await readDays(fakeLedgerContext(db, clock), '2026-03-01' as Day, '2026-03-31' as Day);
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
    db.close();
  },
);

it('refuses a ledger of a later schema version', async () => {
  (await openDB(databaseName, 99, { upgrade: (db) => void db.createObjectStore('later') })).close();
  await expect(openLedger()).rejects.toMatchObject({ name: 'VersionError' });
});
