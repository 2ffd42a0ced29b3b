/** Tests local days and times, also around a change of the clock. */
import { describe, expect, it } from 'vitest';
import type { Day, EpochMs, LogEvent, SystemKey, TabKey } from '../../../src/core/events.ts';
import { dayOf, instantAt, nextDay, splitAtMidnight, startOfDay } from '../../../src/core/time/local-time.ts';

const hour = 3_600_000;
const length = (day: string, zone: string) =>
  (startOfDay(nextDay(day as Day), zone) - startOfDay(day as Day, zone)) / hour;

describe('local days', () => {
  it.each([
    ['2026-11-25', 'Asia/Shanghai', 24],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-09-06', 'America/Santiago', 23],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
  ])('the day %s in %s has %d hours', (day, zone, hours) => {
    expect(length(day, zone)).toBe(hours);
    expect(dayOf(startOfDay(day as Day, zone), zone)).toBe(day);
    expect(dayOf((startOfDay(day as Day, zone) - 1) as EpochMs, zone)).not.toBe(day);
  });

  it('finds 09:00 local time on a day with a change of the clock', () => {
    const nine = instantAt('2026-03-29' as Day, 540, 'Europe/Berlin');
    expect(new Date(nine).toISOString()).toBe('2026-03-29T07:00:00.000Z');
  });
});

describe('splitAtMidnight', () => {
  const span = (start: string, end: string): LogEvent => ({
    kind: 'span',
    of: 'presence',
    start: Date.parse(start) as EpochMs,
    end: Date.parse(end) as EpochMs,
    system: 's' as SystemKey,
    tab: 't' as TabKey,
  });
  const cut = (start: string, end: string, zone = 'Asia/Shanghai') =>
    splitAtMidnight(span(start, end), zone).map((e) =>
      e.kind === 'span' ? [dayOf(e.start, zone), (e.end - e.start) / hour] : [],
    );

  it.each([
    ['2026-11-25T10:00+08:00', '2026-11-25T11:00+08:00', [['2026-11-25', 1]]],
    [
      '2026-11-25T23:00+08:00',
      '2026-11-26T02:00+08:00',
      [
        ['2026-11-25', 1],
        ['2026-11-26', 2],
      ],
    ],
    ['2026-11-25T23:00+08:00', '2026-11-26T00:00+08:00', [['2026-11-25', 1]]],
    [
      '2026-11-25T12:00+08:00',
      '2026-11-27T12:00+08:00',
      [
        ['2026-11-25', 12],
        ['2026-11-26', 24],
        ['2026-11-27', 12],
      ],
    ],
  ])('splits the span from %s to %s at each local midnight', (start, end, expected) => {
    expect(cut(start, end)).toEqual(expected);
  });

  it('does not split a day of 25 hours', () => {
    expect(cut('2026-10-24T12:00Z', '2026-10-26T12:00Z', 'Europe/Berlin').map(([, h]) => h)).toEqual([10, 25, 13]);
  });
});

describe('the local day of an instant', () => {
  it.each([
    ['2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-01-01T04:59:00Z', 'America/New_York', '2025-12-31'],
  ])('the instant %s in %s belongs to the day %s', (instant, timeZone, day) => {
    expect(dayOf(Date.parse(instant) as EpochMs, timeZone)).toBe(day);
  });

  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'every day in %s starts at its first instant, directly after the previous day',
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
