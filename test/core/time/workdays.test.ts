/** Tests the calendar of rest days. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagedCalendar, workdaysData } from '../../../scripts/workdays.ts';
import type { Day } from '../../../src/core/events.ts';
import { calendarThrough, dayMark, isInCalendar, isRestDay } from '../../../src/core/time/workdays.ts';

describe('the calendar of rest days', () => {
  it.each([
    ['2026-01-01', true, 'rest'],
    ['2026-01-03', true, null],
    ['2026-01-04', false, 'work'],
    ['2026-02-14', false, 'work'],
    ['2026-02-16', true, 'rest'],
    ['2026-02-28', false, 'work'],
    ['2026-10-07', true, 'rest'],
    ['2026-10-08', false, null],
    ['2026-10-10', false, 'work'],
    ['2026-11-25', false, null],
    ['2026-11-28', true, null],
  ] as const)('for %s, isRestDay returns %s and dayMark returns %s', (day, off, mark) => {
    expect([isRestDay(day as Day), dayMark(day as Day)]).toEqual([off, mark]);
  });

  it('covers the days up to the end of the latest year in the calendar; gives no mark to later days', () => {
    const after = `${calendarThrough + 1}-01-01` as Day;
    expect(isInCalendar(after)).toBe(false);
    expect(dayMark(after)).toBeNull();
    expect(isInCalendar(`${calendarThrough}-12-31` as Day)).toBe(true);
  });

  it('the calendar in the source equals the one that is generated from the package', () => {
    const source = readFileSync(new URL('../../../src/core/time/workdays-data.ts', import.meta.url), 'utf8');
    expect(source).toBe(workdaysData(packagedCalendar()));
  });
});
