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

test('a pause counts from its beginning to its end, on the days it covers', () => {
  const begun = notePause(noPauses, 'resume', at('29T23:30'), zone);
  expect(between(begun, at('30T00:10'))).toEqual([30, 10]);
  const over = notePause(begun, null, at('30T01:00'), zone);
  expect(between(over, at('30T18:00'))).toEqual([30, 60]);
});

test('a pause that was to end ends then, though nobody said so', () => {
  const begun = notePause(noPauses, at('30T12:30'), at('30T12:00'), zone);
  expect(between(begun, at('30T18:00'))).toEqual([0, 30]);
  const again = notePause(begun, at('30T15:00'), at('30T14:00'), zone);
  expect(between(again, at('30T18:00'))).toEqual([0, 90]);
});

test('lengthening a pause counts its minutes once', () => {
  const begun = notePause(noPauses, at('30T12:30'), at('30T12:00'), zone);
  expect(between(notePause(begun, 'resume', at('30T12:10'), zone), at('30T13:00'))).toEqual([0, 60]);
});

test('a day that is erased takes its sum along, and no instant of a pause that is over is kept', () => {
  const over = notePause(notePause(noPauses, 'resume', at('29T12:00'), zone), null, at('29T12:05'), zone);
  expect(over).toEqual({ open: null, days: { [thursday]: 300_000 } });
  expect(withoutDays(over, thursday, thursday)).toEqual(noPauses);
});
