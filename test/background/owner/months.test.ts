import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../src/background/ledger/database.ts';
import { drawWith } from '../../../src/background/ledger/month-store.ts';
import { appendEvents } from '../../../src/background/ledger/rows.ts';
import { ownHandlers } from '../../../src/background/owner/handlers.ts';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { parseMonthReport } from '../../../src/core/report/parse-report.ts';
import { fakeLedgerContext } from '../../support/worker-context.ts';

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
const answers = () => ownHandlers(fakeLedgerContext(db, clock));
const least = { month: '2026-03', level: 'least' } as const;
const cardOf = (bytes: string | null) => parseMonthReport(bytes ?? '').card;

describe('a month is drawn once', () => {
  it('preview, export and saved file are the same bytes, each time', async () => {
    for (const level of ['least', 'standard', 'noisy'] as const) {
      const preview = await answers()['month.lines']({ month: '2026-03', level });
      const exported = await answers()['month.export']({ year: 2026, month: 3, level });
      expect(exported.bytes).toBe(preview.bytes);
      expect((await answers()['month.export']({ year: 2026, month: 3, level })).bytes).toBe(preview.bytes);
      expect(preview.size).toBe(new TextEncoder().encode(exported.bytes).length);
      expect(preview.code).toMatch(/^[0-9a-f]{8}$/);
    }
    const preview = await answers()['month.lines'](least);
    const saved = await answers()['month.save'](least, 'json');
    expect(saved).toMatchObject({
      bytes: preview.bytes,
      code: preview.code,
      fileName: 'fingertip-ledger-2026-03.json',
    });
  });

  it('no file names a host, a day or a zone', async () => {
    for (const level of ['least', 'standard', 'noisy'] as const) {
      const { bytes } = await answers()['month.export']({ year: 2026, month: 3, level });
      expect(bytes).not.toMatch(/gansu|\d{4}-\d\d-\d\d|Shanghai/);
    }
  });
});

describe('the first save decides', () => {
  it('level and selection stay', async () => {
    await answers()['month.save']({ ...least, removed: ['card.afterHours'] }, 'json');
    await expect(answers()['month.lines']({ ...least, level: 'noisy' })).rejects.toThrow(
      'it was saved at level "least"',
    );
    const again = await answers()['month.lines']({ ...least, removed: [] });
    expect(again).toMatchObject({ removed: ['card.afterHours'], differs: false });
    expect(cardOf(again.bytes)).not.toHaveProperty('afterHours');
    await expect(answers()['month.say']('2026-03', { tier: 'county' })).rejects.toThrow('it was saved already');
  });

  it('a noisy month stays at its noise', async () => {
    await answers()['month.save']({ month: '2026-03', level: 'noisy', e: 3 }, 'json');
    await expect(answers()['month.lines']({ month: '2026-03', level: 'noisy', e: 20 })).rejects.toThrow('was saved');
  });

  it('a day deleted afterwards gives another file from the same draws, and says so', async () => {
    const before = await answers()['month.save'](least, 'json');
    await answers()['days.erase']('2026-03-03' as Day, '2026-03-03' as Day);
    const after = await answers()['month.lines'](least);
    expect(after.differs).toBe(true);
    expect(cardOf(before.bytes)).toMatchObject({ id: cardOf(after.bytes).id, attention: '5-10h' });
    expect(cardOf(after.bytes)).toMatchObject({ attention: '0-5h' });
  });
});

describe('closed months', () => {
  it.each([
    ['2026-03-31T15:59:00Z', true],
    ['2026-04-01T15:59:00Z', true],
    ['2026-04-01T16:00:00Z', false],
  ])('at %s partial is %s', async (when, partial) => {
    now = at(when);
    expect((await answers()['month.lines'](least)).partial).toBe(partial);
    const sealing = answers()['month.save'](least, 'sealed');
    if (partial) await expect(sealing).rejects.toThrow('not closed yet');
    else expect((await sealing).fileName).toBe('fingertip-ledger-2026-03.age');
  });
});

describe('what is taken out', () => {
  it('is counted, and the count can be taken out', async () => {
    const removed = ['card.afterHours', 'card.coverage', 'card.id', 'report.month', 'nothing'];
    const two = await answers()['month.lines']({ ...least, removed });
    expect(two.report).toMatchObject({ removed: 2, month: '2026-03' });
    expect(two.lines.find(({ path }) => path === 'report.removed')).toMatchObject({ value: 2, removable: true });
    const silent = await answers()['month.lines']({ ...least, removed: [...removed, 'report.removed'] });
    expect(silent.report).not.toHaveProperty('removed');
    expect(parseMonthReport(silent.bytes ?? '')).toEqual(silent.report);
  });

  it('nothing left: no file', async () => {
    const all = (await answers()['month.lines'](least)).lines.filter((line) => line.removable).map((line) => line.path);
    const nothing = await answers()['month.lines']({ ...least, removed: all });
    expect(nothing).toMatchObject({ bytes: null, report: null, size: 0 });
    await expect(answers()['month.save']({ ...least, removed: all }, 'json')).rejects.toThrow('every line was removed');
    expect(await answers()['saves.read']()).toEqual([]);
  });

  it('a month without a record has no file', async () => {
    await expect(answers()['month.export']({ year: 2026, month: 1, level: 'least' })).rejects.toThrow(
      'nothing is recorded',
    );
    await expect(answers()['month.export']({ year: 2026, month: 13, level: 'least' })).rejects.toThrow(
      'not a month in the form YYYY-MM',
    );
  });
});

describe('finish and forget', () => {
  it('leaves no draw, code or log entry, and no export afterwards', async () => {
    const { code, bytes } = await answers()['month.save'](least, 'json');
    await answers()['month.forget']('2026-03');
    await expect(answers()['month.export']({ year: 2026, month: 3, level: 'least' })).rejects.toThrow('forgotten');
    expect(await answers()['saves.read']()).toEqual([]);
    const kept = JSON.stringify(await db.getAll('meta'));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(cardOf(bytes).id);
    expect(await answers()['months.read']()).toMatchObject([{ month: '2026-03', forgotten: true, lock: null }]);
  });
});

describe('what the owner says', () => {
  it('travels, and only known words do', async () => {
    await answers()['month.lines'](least);
    await answers()['month.say']('2026-03', { tier: 'township' });
    expect((await answers()['month.lines'](least)).report?.card).toMatchObject({ tier: 'township' });
    await expect(answers()['month.say']('2026-03', { tier: '王家村' } as never)).rejects.toThrow('none of the words');
    await expect(answers()['month.say']('2026-03', { name: '王' } as never)).rejects.toThrow('none of the words');
  });

  it('a study is kept by name; a mistyped key is not', async () => {
    const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    expect(await answers()['study.add'](`某大学负担研究\n${key} asks=post,region`)).toEqual({
      name: '某大学负担研究',
      key,
      asks: ['region', 'post'],
    });
    await expect(answers()['study.add'](`x ${key.replace('ql3', 'ql4')}`)).rejects.toThrow('no whole key');
    await expect(answers()['study.add'](key)).rejects.toThrow('it has no name');
    expect(await answers()['studies.read']()).toHaveLength(1);
    await answers()['study.remove']('某大学负担研究');
    expect(await answers()['studies.read']()).toEqual([]);
  });
});

it('integers are drawn by rejection: a digit that would favour low ones is drawn again', () => {
  const digits = ['ffffffffffff', '000000000007'];
  const draw = drawWith({ ...clock, random: () => digits.shift() ?? '' });
  expect(draw(10)).toBe(7);
  expect(digits).toEqual([]);
});
