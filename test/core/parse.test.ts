import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/core/catalogue.ts';
import type { EpochMs } from '../../src/core/events.ts';
import { dayOf, nextDay, startOfDay } from '../../src/core/local-time.ts';
import { parsePageEvent } from '../../src/core/parse.ts';
import { labelRules, portals } from '../../src/data/index.ts';

const at = 1_770_000_000_000;
const field = {
  kind: 'field',
  at,
  field: 1,
  scope: 2,
  way: 'typed',
  fieldKind: 'phone',
  label: '0123456789abcdef',
  prints: [{ valueClass: 'phone', hash: '0123456789abcdef' }],
  characters: 11,
  focusMs: 3000,
};

describe('the door for page events', () => {
  it.each([
    ['a field', field, true],
    ['a span', { kind: 'span', of: 'input', start: at, end: at + 1 }, true],
    ['a span that ends before it starts', { kind: 'span', of: 'input', start: at, end: at - 1 }, false],
    ['an unknown kind', { kind: 'entry', at }, false],
    ['the name of an inherited property', { kind: 'toString' }, false],
    ['a field with something more', { ...field, value: 'secret' }, false],
    ['a field kind that is text', { ...field, fieldKind: '王建国的电话' }, false],
    ['a label that is text', { ...field, label: '联系电话' }, false],
    ['a print that is a value', { ...field, prints: [{ valueClass: 'phone', hash: '13900001111' }] }, false],
    ['a count that is no number', { kind: 'act', at, form: 'check-in', count: Number.NaN, ms: 0 }, false],
    ['nothing', null, false],
    ['a list', [], false],
  ])('%s', (_name, value, fine) => {
    expect(parsePageEvent(value) !== null).toBe(fine);
  });

  it('lets nothing through that it does not know, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePageEvent(value)).toBeNull();
      }),
    );
  });
});

describe('local days', () => {
  it.each([
    ['2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-01-01T04:59:00Z', 'America/New_York', '2025-12-31'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(dayOf(Date.parse(instant) as EpochMs, timeZone)).toBe(day);
  });

  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'in %s a day starts where the one before ends, at its first instant',
    (timeZone) => {
      let day = dayOf(Date.UTC(2026, 0, 1, 12) as EpochMs, timeZone);
      for (let i = 0; i < 400; i++) {
        const start = startOfDay(day, timeZone);
        expect(dayOf(start, timeZone)).toBe(day);
        expect(dayOf((start - 1) as EpochMs, timeZone)).not.toBe(day);
        day = nextDay(day);
      }
    },
  );
});

describe('the catalogue', () => {
  const standingOf = openCatalogue(portals, labelRules);
  it.each([
    ['lwzb.stats.gov.cn', 'stats-lwzb', 'declared'],
    ['www.stats.gov.cn', 'stats', 'declared'],
    ['stats.gov.cn', 'stats', 'declared'],
    ['zwfw.gansu.gov.cn:8443', 'zwfw-gansu', 'declared'],
    ['MZT.gansu.gov.cn', 'dept-62-mz', 'declared'],
    ['docs.qq.com', 'tencent-docs', 'optional'],
    ['10.20.30.40:8080', undefined, 'none'],
    ['notstats.gov.cn', undefined, 'none'],
    ['gov.cn', undefined, 'none'],
  ])('%s is %s, %s', (host, id, grant) => {
    const standing = standingOf(host);
    expect([standing.entry?.id, standing.grant]).toEqual([id, grant]);
  });

  it.each(['wsxf.gansu.gov.cn', '12345.gansu.gov.cn', 'a.12388.gov.cn', 'etax.gansu.gov.cn:8443'])(
    '%s is never recorded',
    (host) => {
      expect(standingOf(host).grant).toBe('never');
    },
  );

  it('oa.gansu.gov.cn is office automation by its label', () => {
    expect(standingOf('oa.gansu.gov.cn').kind).toBe('office-oa');
  });
});
