import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../../src/background/ledger/database.ts';
import { appendEvents } from '../../../../src/background/ledger/rows.ts';
import { ownHandlers } from '../../../../src/background/owner/handlers.ts';
import { drawWith } from '../../../../src/background/owner/month-store.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../../src/core/events.ts';
import { parseMonthReport } from '../../../../src/core/report/parse-report.ts';
import { fakeLedgerContext } from '../../../support/worker-context.ts';

const at = (text: string) => Date.parse(text) as EpochMs;
const system = '00112233aabb' as SystemKey;
let now = at('2026-03-20T04:00:00Z');
let seed = 1;
const clock: Clock = {
  now: () => now,
  timeZone: () => 'Asia/Shanghai',
  random: (bytes) =>
    Array.from({ length: bytes }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return (seed >>> 24).toString(16).padStart(2, '0');
    }).join(''),
};
const hours = (day: string, from: number, to: number): LogEvent[] =>
  (['presence', 'input'] as const).map((of) => ({
    kind: 'span',
    of,
    start: (at(`${day}T00:00:00+08:00`) + from * 3_600_000) as EpochMs,
    end: (at(`${day}T00:00:00+08:00`) + to * 3_600_000) as EpochMs,
    system,
    tab: 't1' as TabKey,
  }));

let db: Database;
beforeEach(async () => {
  now = at('2026-03-20T04:00:00Z');
  db = await openLedger();
  await db.put('systems', {
    key: system,
    host: 'mzt.gansu.gov.cn',
    catalogueId: 'dept-62-mz',
    kind: 'civil-affairs',
    purpose: null,
    exempt: false,
  });
  await appendEvents(db, [...hours('2026-03-02', 9, 12), ...hours('2026-03-03', 9, 13)], clock);
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const handlers = () => ownHandlers(fakeLedgerContext(db, clock));
const least = { month: '2026-03', level: 'least' } as const;
const cardOf = (bytes: string | null) => parseMonthReport(bytes ?? '').card;

describe('the file of a month', () => {
  it('has the same bytes in preview, export and save, because random draws are made once', async () => {
    for (const level of ['least', 'standard', 'noisy'] as const) {
      const preview = await handlers()['month.lines']({ month: '2026-03', level });
      const exported = await handlers()['month.export']({ year: 2026, month: 3, level });
      expect(exported.bytes).toBe(preview.bytes);
      expect((await handlers()['month.export']({ year: 2026, month: 3, level })).bytes).toBe(preview.bytes);
      expect(preview.size).toBe(new TextEncoder().encode(exported.bytes).length);
      expect(preview.code).toMatch(/^[0-9a-f]{8}$/);
    }
    const preview = await handlers()['month.lines'](least);
    const saved = await handlers()['month.save'](least, 'json');
    expect(saved).toMatchObject({
      bytes: preview.bytes,
      code: preview.code,
      fileName: 'fingertip-ledger-2026-03.json',
    });
  });

  it('contains no host, day or time zone', async () => {
    for (const level of ['least', 'standard', 'noisy'] as const) {
      const { bytes } = await handlers()['month.export']({ year: 2026, month: 3, level });
      expect(bytes).not.toMatch(/gansu|\d{4}-\d\d-\d\d|Shanghai/);
    }
  });
});

describe('the first save of a month', () => {
  it('fixes the level, the removed lines and the statements of the owner', async () => {
    await handlers()['month.save']({ ...least, removed: ['card.afterHours'] }, 'json');
    await expect(handlers()['month.lines']({ ...least, level: 'noisy' })).rejects.toThrow(
      'it was saved at level "least"',
    );
    const again = await handlers()['month.lines']({ ...least, removed: [] });
    expect(again).toMatchObject({ removed: ['card.afterHours'], differs: false });
    expect(cardOf(again.bytes)).not.toHaveProperty('afterHours');
    await expect(handlers()['month.say']('2026-03', { tier: 'county' })).rejects.toThrow('it was saved already');
  });

  it('fixes the privacy parameter of a noisy report', async () => {
    await handlers()['month.save']({ month: '2026-03', level: 'noisy', e: 3 }, 'json');
    await expect(handlers()['month.lines']({ month: '2026-03', level: 'noisy', e: 20 })).rejects.toThrow('was saved');
  });

  it('does not fix the figures: after a day is erased, the file changes and is marked as different', async () => {
    const before = await handlers()['month.save'](least, 'json');
    await handlers()['days.erase']('2026-03-03' as Day, '2026-03-03' as Day);
    const after = await handlers()['month.lines'](least);
    expect(after.differs).toBe(true);
    expect(cardOf(before.bytes)).toMatchObject({ id: cardOf(after.bytes).id, attention: '5-10h' });
    expect(cardOf(after.bytes)).toMatchObject({ attention: '0-5h' });
  });
});

describe('a month', () => {
  it.each([
    ['2026-03-31T15:59:00Z', true],
    ['2026-04-01T15:59:00Z', true],
    ['2026-04-01T16:00:00Z', false],
  ])('is partial at %s: %s, and cannot be sealed while it is partial', async (when, partial) => {
    now = at(when);
    expect((await handlers()['month.lines'](least)).partial).toBe(partial);
    const sealing = handlers()['month.save'](least, 'sealed');
    if (partial) await expect(sealing).rejects.toThrow('not closed yet');
    else expect((await sealing).fileName).toBe('fingertip-ledger-2026-03.age');
  });
});

describe('the lines of a month', () => {
  it('include a line with the number of removed lines, and this line can be removed too', async () => {
    const removed = ['card.afterHours', 'card.coverage', 'card.id', 'report.month', 'nothing'];
    const withCount = await handlers()['month.lines']({ ...least, removed });
    expect(withCount.report).toMatchObject({ removed: 2, month: '2026-03' });
    expect(withCount.lines.find(({ path }) => path === 'report.removed')).toMatchObject({ value: 2, removable: true });
    const withoutCount = await handlers()['month.lines']({ ...least, removed: [...removed, 'report.removed'] });
    expect(withoutCount.report).not.toHaveProperty('removed');
    expect(parseMonthReport(withoutCount.bytes ?? '')).toEqual(withoutCount.report);
  });

  it('give no file when all of them are removed', async () => {
    const all = (await handlers()['month.lines'](least)).lines
      .filter((line) => line.removable)
      .map((line) => line.path);
    const nothing = await handlers()['month.lines']({ ...least, removed: all });
    expect(nothing).toMatchObject({ bytes: null, report: null, size: 0 });
    await expect(handlers()['month.save']({ ...least, removed: all }, 'json')).rejects.toThrow(
      'every line was removed',
    );
    expect(await handlers()['saves.read']()).toEqual([]);
  });

  it('cannot be exported when nothing is recorded in the month or the month does not exist', async () => {
    await expect(handlers()['month.export']({ year: 2026, month: 1, level: 'least' })).rejects.toThrow(
      'nothing is recorded',
    );
    await expect(handlers()['month.export']({ year: 2026, month: 13, level: 'least' })).rejects.toThrow(
      'not a month in the form YYYY-MM',
    );
  });
});

describe('forgetting a month', () => {
  it('deletes its random draws, the code of its file and the log of its saves, and forbids another export', async () => {
    const { code, bytes } = await handlers()['month.save'](least, 'json');
    await handlers()['month.forget']('2026-03');
    await expect(handlers()['month.export']({ year: 2026, month: 3, level: 'least' })).rejects.toThrow('forgotten');
    expect(await handlers()['saves.read']()).toEqual([]);
    const stored = JSON.stringify(await db.getAll('meta'));
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(cardOf(bytes).id);
    expect(await handlers()['months.read']()).toMatchObject([{ month: '2026-03', forgotten: true, lock: null }]);
  });
});

describe('statements of the owner', () => {
  it('are exported; a statement that is not an allowed option is refused', async () => {
    await handlers()['month.lines'](least);
    await handlers()['month.say']('2026-03', { tier: 'township' });
    expect((await handlers()['month.lines'](least)).report?.card).toMatchObject({ tier: 'township' });
    await expect(handlers()['month.say']('2026-03', { tier: '王家村' } as never)).rejects.toThrow(
      'not one of the allowed options',
    );
    await expect(handlers()['month.say']('2026-03', { name: '王' } as never)).rejects.toThrow(
      'not one of the allowed options',
    );
  });

  it('can add and remove a study by its name; a mistyped key or a missing name is refused', async () => {
    const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    expect(await handlers()['study.add'](`某大学负担研究\n${key} asks=post,region`)).toEqual({
      name: '某大学负担研究',
      key,
      asks: ['region', 'post'],
    });
    await expect(handlers()['study.add'](`x ${key.replace('ql3', 'ql4')}`)).rejects.toThrow('no complete key');
    await expect(handlers()['study.add'](key)).rejects.toThrow('missing name');
    expect(await handlers()['studies.read']()).toHaveLength(1);
    await handlers()['study.remove']('某大学负担研究');
    expect(await handlers()['studies.read']()).toEqual([]);
  });
});

it('rejects random digits that would make low integers more frequent', () => {
  const digits = ['ffffffffffff', '000000000007'];
  const draw = drawWith({ ...clock, random: () => digits.shift() ?? '' });
  expect(draw(10)).toBe(7);
  expect(digits).toEqual([]);
});
