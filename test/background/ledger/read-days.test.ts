import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { readDays, readRepeats } from '../../../src/background/ledger/read-days.ts';
import { appendEvents, deleteRows } from '../../../src/background/ledger/rows.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { fakeLedgerContext } from '../../support/worker-context.ts';

const at = (iso: string) => Date.parse(`${iso}+08:00`) as EpochMs;
const system = '0123456789ab' as SystemKey;
const span = (start: string, end: string): LogEvent => ({
  kind: 'span',
  of: 'presence',
  start: at(start),
  end: at(end),
  system,
  tab: 't1' as TabKey,
});
const entry = (iso: string): LogEvent => ({
  kind: 'entry',
  at: at(iso),
  system,
  way: 'typed',
  fieldKind: 'phone',
  label: null,
  eligible: true,
  repeat: 'other-system',
  characters: 11,
  focusMs: 4000,
});

let db: Database;
let now: EpochMs;
const clock: Clock = { now: () => now, timeZone: () => 'Asia/Shanghai', random: (bytes) => 'ab'.repeat(bytes) };
beforeEach(async () => {
  db = await openLedger();
  now = at('2026-03-02T18:00:00');
  await appendEvents(db, [span('2026-03-02T09:00:00', '2026-03-02T09:10:00'), entry('2026-03-02T09:05:00')], clock);
  now = at('2026-03-03T09:00:00');
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const read = (open: LogEvent[] = []) =>
  readDays(
    fakeLedgerContext(db, clock, { readCheckpoints: async () => open }),
    '2026-03-01' as Day,
    '2026-03-31' as Day,
  );
const minutes = async (open?: LogEvent[]) =>
  Object.fromEntries((await read(open)).map((d) => [d.day.slice(8), d.attentionMs / 60_000]));

describe('a closed day', () => {
  it('is folded once, and later reads do not need its rows', async () => {
    const before = await read();
    await db.clear('rows');
    expect(await read()).toEqual(before);
    expect(before[0]?.attentionMs).toBe(600_000);
    const lines = await readRepeats(fakeLedgerContext(db, clock), '2026-03-01' as Day, '2026-03-31' as Day);
    expect(lines).toMatchObject([{ fieldKind: 'phone', entries: 1, repeatOtherSystem: 1, systems: [system] }]);
  });

  it('is folded again when rows are added late or deleted', async () => {
    expect(await minutes()).toEqual({ '02': 10 });
    await appendEvents(db, [span('2026-03-02T10:00:00', '2026-03-02T10:05:00')], clock);
    expect(await minutes()).toEqual({ '02': 15 });
    await deleteRows(db, (row) => row.kind === 'span' && row.start === at('2026-03-02T10:00:00'));
    expect(await minutes()).toEqual({ '02': 10 });
  });

  it('shares a span over midnight with the next day', async () => {
    await minutes();
    await appendEvents(db, [span('2026-03-02T23:50:00', '2026-03-03T00:20:00')], clock);
    now = at('2026-03-04T09:00:00');
    expect(await minutes()).toEqual({ '02': 20, '03': 20 });
    await db.clear('rows');
    expect(await minutes()).toEqual({ '02': 20, '03': 20 });
  });

  it("uses the owner's settings on screens, and the default settings in exports", async () => {
    expect((await read())[0]?.afterHoursMs).toBe(0);
    const hours = [[600, 720]] as const;
    await db.put('meta', { ...defaultSettings, hours, idleMs: 300_000 }, 'settings');
    expect((await read())[0]?.afterHoursMs).toBe(600_000);
    const exported = await readDays(fakeLedgerContext(db, clock), '2026-03-02' as Day, '2026-03-02' as Day, true);
    expect(exported[0]).toMatchObject({ afterHoursMs: 0, attentionMs: 600_000 });
  });

  it('shows the current purpose of its systems', async () => {
    const known = { key: system, host: 'a.gov.cn', catalogueId: null, kind: 'statistics', exempt: false };
    await db.put('systems', { ...known, purpose: null });
    expect((await read())[0]?.systems[0]).toMatchObject({ id: 'a.gov.cn', purpose: null });
    await db.put('systems', { ...known, purpose: 'study' });
    expect((await read())[0]?.systems[0]).toMatchObject({ id: 'a.gov.cn', purpose: 'study' });
  });
});

describe('a day that has not ended', () => {
  it('is folded from its rows and open spans at each read, and its summary is not stored', async () => {
    const open = [span('2026-03-03T08:50:00', '2026-03-03T09:00:00')];
    expect(await minutes(open)).toEqual({ '02': 10, '03': 10 });
    expect(await minutes()).toEqual({ '02': 10 });
    expect(await db.getAllKeys('days')).toEqual(['2026-03-02']);
  });

  it('stays open after midnight while a page has a span that began before midnight', async () => {
    const open = [span('2026-03-02T23:50:00', '2026-03-03T09:00:00')];
    expect(await minutes(open)).toEqual({ '02': 20, '03': 540 });
    expect(await minutes()).toEqual({ '02': 10 });
  });
});
