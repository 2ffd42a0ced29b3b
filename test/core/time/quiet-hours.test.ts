/** Tests the daily periods in which nothing is recorded. */
import { expect, test } from 'vitest';
import type { EpochMs } from '../../../src/core/events.ts';
import { nextQuiet, quietUntil } from '../../../src/core/time/quiet-hours.ts';

const zone = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`2026-10-30T${time}:00+08:00`) as EpochMs;
const lunch = [[720, 840]] as const;

test.each([
  ['11:59', null],
  ['12:00', '14:00'],
  ['13:59', '14:00'],
  ['14:00', null],
] as const)('at %s, the current quiet period ends at %s', (now, until) => {
  expect(quietUntil(lunch, at(now), zone)).toBe(until === null ? null : at(until));
});

test.each([
  ['11:59', '2026-10-30T12:00'],
  ['12:00', '2026-10-31T12:00'],
  ['23:00', '2026-10-31T12:00'],
])('on 2026-10-30 at %s, the next quiet period begins at %s', (now, start) => {
  expect(nextQuiet(lunch, at(now), zone)?.start).toBe(Date.parse(`${start}:00+08:00`));
});

test('finds no quiet period if the owner set no quiet hours', () => {
  expect([quietUntil([], at('12:00'), zone), nextQuiet([], at('12:00'), zone)]).toEqual([null, null]);
});
