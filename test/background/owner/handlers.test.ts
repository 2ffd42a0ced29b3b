import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { appendEvents } from '../../../src/background/ledger/rows.ts';
import type { LedgerContext } from '../../../src/background/ledger/worker-context.ts';
import { ownHandlers } from '../../../src/background/owner/handlers.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { parseMonthReport } from '../../../src/core/report/parse-report.ts';
import { fakeLedgerContext } from '../../support/worker-context.ts';

const noon = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
const day = '2026-03-02' as Day;
const system = '00112233aabb' as SystemKey;
const clock: Clock = { now: () => noon, timeZone: () => 'Asia/Shanghai', random: (bytes) => '10'.repeat(bytes) };
const span = (from: number, to: number): LogEvent => ({
  kind: 'span',
  of: 'presence',
  start: (noon + from) as EpochMs,
  end: (noon + to) as EpochMs,
  system,
  tab: 't1' as TabKey,
});

let db: Database;
let told: boolean[] = [];
const answering = (): LedgerContext =>
  fakeLedgerContext(db, clock, {
    publishRecordingState: async (settings) => {
      told.push(settings.consent !== null);
    },
  });
beforeEach(async () => {
  db = await openLedger();
  told = [];
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const seeded = async () => {
  await db.put('systems', {
    key: system,
    host: 'mzt.gansu.gov.cn',
    catalogueId: 'dept-62-mz',
    kind: 'civil-affairs',
    purpose: null,
    exempt: false,
  });
  await appendEvents(db, [span(-60_000, -30_000), span(-20_000, 0)], clock);
  return ownHandlers(answering());
};

describe('the ledger answers its owner', () => {
  it('a day is folded from its rows and named by host', async () => {
    const summary = await (await seeded())['day.read'](day);
    expect(summary).toMatchObject({
      day,
      attentionMs: 50_000,
      systems: [{ id: 'mzt.gansu.gov.cn', watchingMs: 50_000 }],
    });
  });

  it('a day without rows is empty, and no day is an error', async () => {
    const answers = await seeded();
    expect(await answers['day.read']('2026-03-01' as Day)).toMatchObject({ attentionMs: 0, systems: [] });
    await expect(answers['day.read']('yesterday' as Day)).rejects.toThrow('Cannot read day "yesterday"');
  });

  it('today comes in few words: what had attention, by name, and no more of it than the day has', async () => {
    const answers = await seeded();
    await answers['self.add']('chain', null);
    const whole = await answers['day.read'](day);
    const today = await answers['today.read']();
    expect(today).toEqual({
      day,
      attentionMs: 50_000,
      afterHoursMs: whole.afterHoursMs,
      entries: 0,
      repeats: 0,
      portals: 1,
      quarters: [{ start: 11 * 60 + 45, ms: 50_000, afterMs: whole.afterHoursMs }],
      systems: [{ host: 'mzt.gansu.gov.cn', purpose: null, ms: 50_000 }],
      selfReported: { chain: 1 },
      usual: null,
      names: await answers['names.read'](),
    });
    expect(JSON.stringify(today).length).toBeLessThan(JSON.stringify(whole).length);
  });

  it('a usual workday is that of the workdays before today', async () => {
    const answers = await seeded();
    const dayMs = 86_400_000;
    // Sunday was off; Saturday 28 February 2026 was worked in exchange.
    for (const back of [1, 2, 3, 4, 5]) await appendEvents(db, [span(-back * dayMs - 60_000, -back * dayMs)], clock);
    expect((await answers['today.read']()).usual).toEqual({ days: 4, ms: 60_000 });
  });

  it('backup, erase and restore give the same day; restoring twice adds nothing', async () => {
    const answers = await seeded();
    const before = await answers['day.read'](day);
    const backup = JSON.parse(JSON.stringify(await answers['backup.read']()));
    await answers['ledger.erase']();
    expect((await answers['day.read'](day)).systems).toEqual([]);
    expect(told).toEqual([false]);
    expect(await answers['backup.restore'](backup)).toMatchObject({ added: 2, alreadyThere: 0, days: 1 });
    expect(await answers['day.read'](day)).toEqual(before);
    expect(await answers['backup.restore'](backup)).toMatchObject({ added: 0, alreadyThere: 2, days: 1 });
    expect(await answers['day.read'](day)).toEqual(before);
  });

  it.each([
    ['nothing', null, 'this is no backup'],
    ['another file', { format: 'x' }, 'this is no backup'],
    ['a later version', { format: 'fingertip-ledger-backup', version: 9 }, 'version "9" is newer'],
    ['a torn one', { format: 'fingertip-ledger-backup', version: 1 }, 'rows or systems are missing'],
    [
      'a strange row',
      { format: 'fingertip-ledger-backup', version: 1, rows: [{ kind: 'value' }], systems: [] },
      'row 1: kind "value" is unknown',
    ],
    [
      'a strange system',
      { format: 'fingertip-ledger-backup', version: 1, rows: [], systems: [{ key: 'x' }] },
      'system 1: "key" is malformed',
    ],
  ])('refuses to restore %s and leaves what was there', async (_name, backup, said) => {
    const answers = await seeded();
    await expect(answers['backup.restore'](backup)).rejects.toThrow(said);
    expect((await answers['day.read'](day)).attentionMs).toBe(50_000);
  });

  it('"that was not me" drops what reaches into the last minutes', async () => {
    const answers = await seeded();
    expect(await answers['ledger.dropLast'](0.2)).toMatchObject({ rows: 1 });
    expect((await answers['day.read'](day)).attentionMs).toBe(38_000);
  });

  it('a deleted day is gone', async () => {
    const answers = await seeded();
    expect(await answers['days.erase'](day, day)).toMatchObject({ rows: 2 });
    expect((await answers['state.read']()).firstDay).toBeNull();
  });

  it('what the owner reports is counted and can be taken back', async () => {
    const answers = await seeded();
    const { seq } = await answers['self.add']('chain', 10);
    expect((await answers['day.read'](day)).selfReported).toEqual({ chain: { count: 1, minutes: 10 } });
    await answers['self.remove'](seq);
    expect((await answers['day.read'](day)).selfReported).toEqual({});
  });

  it('a month is exported the same each time, and its door takes it', async () => {
    const answers = await seeded();
    const which = { year: 2026, month: 3, level: 'standard' } as const;
    const first = await answers['month.export'](which);
    expect(first).toMatchObject({ fileName: 'fingertip-ledger-2026-03.json', partial: true });
    expect(await answers['month.export'](which)).toEqual(first);
    expect(parseMonthReport(first.bytes).card).toMatchObject({ attention: '0-5h', repeatShare: 'withheld' });
    expect(first.bytes).not.toContain('gansu');
  });

  it('an unknown setting is refused', async () => {
    const answers = await seeded();
    await expect(answers['settings.write']({ colour: 'red' } as never)).rejects.toThrow('unknown setting "colour"');
  });

  it('sample data is marked for good', async () => {
    const answers = await seeded();
    expect((await answers['state.read']()).sample).toBe(false);
    const backup = { ...(await answers['backup.read']()), sample: true };
    await answers['backup.restore'](backup);
    expect((await answers['state.read']()).sample).toBe(true);
  });
});
