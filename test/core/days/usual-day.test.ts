/** Tests the attention of the owner's usual workday. */
import { expect, test } from 'vitest';
import type { DayBrief } from '../../../src/core/days/day-brief.ts';
import { usualDay } from '../../../src/core/days/usual-day.ts';
import type { Day } from '../../../src/core/events.ts';

const days = (...minutes: readonly (number | 'rest')[]) =>
  minutes.map(
    (m, i) =>
      ({
        day: `2026-10-${String(i + 10)}` as Day,
        rest: m === 'rest',
        attentionMs: m === 'rest' ? 600_000_000 : m * 60_000,
      }) as DayBrief,
  );

test.each([
  ['returns null for fewer than three workdays', [60, 60], null],
  ['leaves out rest days', [60, 'rest', 90, 'rest', 120], { days: 3, ms: 90 * 60_000 }],
  ['leaves out days without a record', [60, 0, 90, 120], { days: 3, ms: 90 * 60_000 }],
  ['uses only the latest seven workdays', [9000, 60, 60, 60, 60, 60, 60, 60], { days: 7, ms: 60 * 60_000 }],
] as const)('%s', (_rule, minutes, usual) => {
  expect(usualDay(days(...minutes))).toEqual(usual);
});
