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
/** For each call of `publishRecordingState`, whether the settings in the call contain consent. */
let published: boolean[] = [];
const context = (): LedgerContext =>
  fakeLedgerContext(db, clock, {
    publishRecordingState: async (settings) => {
      published.push(settings.consent !== null);
    },
  });
beforeEach(async () => {
  db = await openLedger();
  published = [];
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
  return ownHandlers(context());
};

describe("the handlers of messages from the extension's own pages", () => {
  it('read a day from its rows, with hosts as ids of systems', async () => {
    const summary = await (await seeded())['day.read'](day);
    expect(summary).toMatchObject({
      day,
      attentionMs: 50_000,
      systems: [{ id: 'mzt.gansu.gov.cn', watchingMs: 50_000 }],
    });
  });

  it('return an empty summary for a day without rows, and refuse a text that is not a date', async () => {
    const handlers = await seeded();
    expect(await handlers['day.read']('2026-03-01' as Day)).toMatchObject({ attentionMs: 0, systems: [] });
    await expect(handlers['day.read']('yesterday' as Day)).rejects.toThrow('Cannot read day "yesterday"');
  });

  it('return a short summary of today', async () => {
    const handlers = await seeded();
    await handlers['self.add']('chain', null);
    const whole = await handlers['day.read'](day);
    const today = await handlers['today.read']();
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
      names: await handlers['names.read'](),
    });
    expect(JSON.stringify(today).length).toBeLessThan(JSON.stringify(whole).length);
  });

  it('compare today with earlier workdays', async () => {
    const handlers = await seeded();
    const dayMs = 86_400_000;
    // Sunday 1 March 2026 is a rest day; Saturday 28 February is a workday in exchange for a holiday.
    for (const back of [1, 2, 3, 4, 5]) await appendEvents(db, [span(-back * dayMs - 60_000, -back * dayMs)], clock);
    expect((await handlers['today.read']()).usual).toEqual({ days: 4, ms: 60_000 });
  });

  it('restore a day from a backup after erasure, and add nothing when the backup is restored again', async () => {
    const handlers = await seeded();
    const before = await handlers['day.read'](day);
    const backup = JSON.parse(JSON.stringify(await handlers['backup.read']()));
    await handlers['ledger.erase']();
    expect((await handlers['day.read'](day)).systems).toEqual([]);
    expect(published).toEqual([false]);
    expect(await handlers['backup.restore'](backup)).toMatchObject({ added: 2, alreadyThere: 0, days: 1 });
    expect(await handlers['day.read'](day)).toEqual(before);
    expect(await handlers['backup.restore'](backup)).toMatchObject({ added: 0, alreadyThere: 2, days: 1 });
    expect(await handlers['day.read'](day)).toEqual(before);
  });

  it.each([
    ['nothing', null, 'not a backup'],
    ['another file', { format: 'x' }, 'not a backup'],
    ['a later version', { format: 'fingertip-ledger-backup', version: 9 }, 'version "9" is newer'],
    ['a truncated backup', { format: 'fingertip-ledger-backup', version: 1 }, 'rows or systems are missing'],
    [
      'a row of an unknown kind',
      { format: 'fingertip-ledger-backup', version: 1, rows: [{ kind: 'value' }], systems: [] },
      'row 1: kind "value" is unknown',
    ],
    [
      'a system with a malformed key',
      { format: 'fingertip-ledger-backup', version: 1, rows: [], systems: [{ key: 'x' }] },
      'system 1: "key" is malformed',
    ],
  ])('refuse to restore %s, and change nothing', async (_name, backup, reason) => {
    const handlers = await seeded();
    await expect(handlers['backup.restore'](backup)).rejects.toThrow(reason);
    expect((await handlers['day.read'](day)).attentionMs).toBe(50_000);
  });

  it('delete rows of the last minutes, and cut a span that reaches into these minutes', async () => {
    const handlers = await seeded();
    expect(await handlers['ledger.dropLast'](0.2)).toMatchObject({ rows: 1 });
    expect((await handlers['day.read'](day)).attentionMs).toBe(38_000);
  });

  it('erase a day', async () => {
    const handlers = await seeded();
    expect(await handlers['days.erase'](day, day)).toMatchObject({ rows: 2 });
    expect((await handlers['state.read']()).firstDay).toBeNull();
  });

  it('count a self-report, and can remove it', async () => {
    const handlers = await seeded();
    const { seq } = await handlers['self.add']('chain', 10);
    expect((await handlers['day.read'](day)).selfReported).toEqual({ chain: { count: 1, minutes: 10 } });
    await handlers['self.remove'](seq);
    expect((await handlers['day.read'](day)).selfReported).toEqual({});
  });

  it('export a month as a valid report, with the same bytes each time', async () => {
    const handlers = await seeded();
    const which = { year: 2026, month: 3, level: 'standard' } as const;
    const first = await handlers['month.export'](which);
    expect(first).toMatchObject({ fileName: 'fingertip-ledger-2026-03.json', partial: true });
    expect(await handlers['month.export'](which)).toEqual(first);
    expect(parseMonthReport(first.bytes).card).toMatchObject({ attention: '0-5h', repeatShare: 'withheld' });
    expect(first.bytes).not.toContain('gansu');
  });

  it('refuse an unknown setting', async () => {
    const handlers = await seeded();
    await expect(handlers['settings.write']({ colour: 'red' } as never)).rejects.toThrow('unknown setting "colour"');
  });

  it('mark the ledger as sample data after a backup with sample data is restored', async () => {
    const handlers = await seeded();
    expect((await handlers['state.read']()).sample).toBe(false);
    const backup = { ...(await handlers['backup.read']()), sample: true };
    await handlers['backup.restore'](backup);
    expect((await handlers['state.read']()).sample).toBe(true);
  });
});
