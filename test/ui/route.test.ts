import { expect, test } from 'vitest';
import type { Day } from '../../src/core/events.ts';
import { daysBetween, parseRoute, periodOf, routeHash, step } from '../../src/ui/route.ts';

const today = '2026-11-25' as Day;

test.each([
  ['', 'overview', 'month', '2026-11-25'],
  ['#/time/day/2026-02-28', 'time', 'day', '2026-02-28'],
  ['#/settings', 'settings', 'month', '2026-11-25'],
  ['#/nothing/decade/2026-13-45', 'overview', 'month', '2026-11-25'],
  ['#/time/day/2026-02-31x', 'time', 'day', '2026-11-25'],
])('parses the hash "%s" as tab %s, unit %s, day %s', (hash, tab, unit, day) => {
  expect(parseRoute(hash, today)).toEqual({ tab, unit, day });
});

test.each([
  ['day', '2026-11-25', '2026-11-25', '2026-11-25'],
  ['week', '2026-11-25', '2026-11-23', '2026-11-29'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
  ['week', '2026-01-01', '2025-12-29', '2026-01-04'],
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['year', '2026-11-25', '2026-01-01', '2026-12-31'],
] as const)('returns for the %s that contains %s the period from %s to %s', (unit, day, from, to) => {
  expect(periodOf(unit, day as Day)).toEqual({ from, to });
});

test('returns to the same period after a step forward and a step back, for every unit and at the end of a year', () => {
  for (const unit of ['day', 'week', 'month', 'year'] as const)
    for (const day of ['2026-01-01', '2026-03-31', '2024-02-29', '2026-12-31'] as Day[]) {
      const route = { tab: 'time', unit, day } as const;
      const back = step(step(route, 1), -1);
      expect(periodOf(unit, back.day)).toEqual(periodOf(unit, day));
      expect(parseRoute(routeHash(back), today)).toEqual(back);
    }
});

test('lists every day of a period exactly once', () => {
  expect(daysBetween('2024-02-27' as Day, '2024-03-01' as Day)).toEqual([
    '2024-02-27',
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ]);
});
