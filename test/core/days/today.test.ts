/** Tests the figures for the popup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySummary, QuarterHour, SystemDay } from '../../../src/core/days/day-summary.ts';
import { quartersOf, todayOf } from '../../../src/core/days/today.ts';
import { completeDay } from '../../support/complete-backup.ts';

const system = (id: string, activeMs: number, watchingMs: number): SystemDay => ({
  ...(completeDay().systems[0] as SystemDay),
  id,
  purpose: id === 'a.gov.cn' ? 'study' : null,
  activeMs,
  watchingMs,
});
const quarter = (
  start: number,
  of: string,
  activeMs: number,
  watchingMs: number,
  afterHoursMs: number,
): QuarterHour => ({
  start,
  system: of,
  activeMs,
  watchingMs,
  afterHoursMs,
});

describe('today', () => {
  const day: DaySummary = {
    ...completeDay(),
    systems: [system('a.gov.cn', 5, 7), system('b.gov.cn', 0, 3), system('c.gov.cn', 0, 0)],
    quarterHours: [
      quarter(540, 'a.gov.cn', 100, 20, 0),
      quarter(540, 'b.gov.cn', 3, 4, 7),
      quarter(1125, 'a.gov.cn', 50, 0, 50),
    ],
    attentionMs: 177,
    afterHoursMs: 57,
    entries: { ...completeDay().entries, total: 9, repeatSameSystem: 2, repeatOtherSystem: 3 },
    fragmentation: { systems: 2, switches: 1, logins: 0 },
    selfReported: { chat: { count: 2, minutes: 11 }, received: { count: 1, minutes: 0 } },
  };

  it('adds up the times of all systems in a quarter hour', () => {
    expect(quartersOf(day)).toEqual([
      { start: 540, ms: 127, afterMs: 7 },
      { start: 1125, ms: 50, afterMs: 50 },
    ]);
    expect(quartersOf({ quarterHours: [] })).toEqual([]);
  });

  it('returns the figures of the day, with only the systems that have attention, and no other data', () => {
    expect(todayOf(day)).toEqual({
      day: day.day,
      attentionMs: 177,
      afterHoursMs: 57,
      entries: 9,
      repeats: 5,
      portals: 2,
      quarters: quartersOf(day),
      systems: [
        { host: 'a.gov.cn', purpose: 'study', ms: 12 },
        { host: 'b.gov.cn', purpose: null, ms: 3 },
      ],
      selfReported: { chat: 2, received: 1 },
    });
  });

  it('adds up the times of all systems in any quarter hour without losing a millisecond', () => {
    const ms = fc.integer({ min: 0, max: 900_000 });
    const some = fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
        system: fc.constantFrom('a', 'b', 'c'),
        activeMs: ms,
        watchingMs: ms,
        afterHoursMs: ms,
      }),
    );
    fc.assert(
      fc.property(some, (quarterHours) => {
        const quarters = quartersOf({ quarterHours });
        const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
        expect(new Set(quarters.map((q) => q.start)).size).toBe(quarters.length);
        expect(sum(quarters.map((q) => q.ms))).toBe(sum(quarterHours.map((q) => q.activeMs + q.watchingMs)));
        expect(sum(quarters.map((q) => q.afterMs))).toBe(sum(quarterHours.map((q) => q.afterHoursMs)));
      }),
    );
  });
});
