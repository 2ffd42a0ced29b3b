import { expect, test } from 'vitest';
import { noPauses, notePause, pausedBetween, withoutDays } from '../../../src/background/ledger/pauses.ts';
import type { Day, EpochMs } from '../../../src/core/events.ts';

const zone = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`2026-10-${time}:00+08:00`) as EpochMs;
const [thursday, friday] = ['2026-10-29' as Day, '2026-10-30' as Day];
const between = (pauses: typeof noPauses, now: EpochMs) => [
  pausedBetween(pauses, thursday, thursday, now, zone) / 60_000,
  pausedBetween(pauses, friday, friday, now, zone) / 60_000,
];

test('counts the minutes of a pause, split by day', () => {
  const started = notePause(noPauses, 'resume', at('29T23:30'), zone);
  expect(between(started, at('30T00:10'))).toEqual([30, 10]);
  const ended = notePause(started, null, at('30T01:00'), zone);
  expect(between(ended, at('30T18:00'))).toEqual([30, 60]);
});

test('ends a pause at its planned end, without a call of `notePause`', () => {
  const started = notePause(noPauses, at('30T12:30'), at('30T12:00'), zone);
  expect(between(started, at('30T18:00'))).toEqual([0, 30]);
  const again = notePause(started, at('30T15:00'), at('30T14:00'), zone);
  expect(between(again, at('30T18:00'))).toEqual([0, 90]);
});

test('counts each minute once when a pause is extended', () => {
  const started = notePause(noPauses, at('30T12:30'), at('30T12:00'), zone);
  expect(between(notePause(started, 'resume', at('30T12:10'), zone), at('30T13:00'))).toEqual([0, 60]);
});

test('stores of an ended pause only the sum of each day, and removes the sum of a day that is erased', () => {
  const ended = notePause(notePause(noPauses, 'resume', at('29T12:00'), zone), null, at('29T12:05'), zone);
  expect(ended).toEqual({ open: null, days: { [thursday]: 300_000 } });
  expect(withoutDays(ended, thursday, thursday)).toEqual(noPauses);
});
