import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packUp, unpackUp } from '../../src/core/pack-day.ts';
import type { RollUp } from '../../src/core/roll-up.ts';
import { wholeDay } from '../support/whole-backup.ts';

const ms = fc.integer({ min: 0, max: 900_000 });
const quarter = fc.record({
  start: fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
  system: fc.constantFrom('0123456789ab', 'ba9876543210', ''),
  activeMs: ms,
  watchingMs: ms,
  afterHoursMs: ms,
});
const day = fc.array(quarter, { maxLength: 40 }).map((quarterHours) => ({ ...wholeDay(), quarterHours }));
const rollUp: fc.Arbitrary<RollUp> = fc.record({
  by: fc.constant('1.2 60000 09:00'),
  own: day,
  exported: fc.option(day),
  repeats: fc.constant([]),
});

it('what was packed is unpacked the same, in order, whatever stands in it', () => {
  fc.assert(
    fc.property(rollUp, (up) => {
      expect(unpackUp(packUp(up))).toEqual(up);
      expect(unpackUp(structuredClone(packUp(up)))).toEqual(up);
    }),
  );
});

it('a packed day names no field of a quarter hour', () => {
  const own = {
    ...wholeDay(),
    quarterHours: [
      { start: 540, system: 'b', activeMs: 60_000, watchingMs: 0, afterHoursMs: 0 },
      { start: 540, system: 'a', activeMs: 1, watchingMs: 2, afterHoursMs: 3 },
      { start: 555, system: 'b', activeMs: 900_000, watchingMs: 0, afterHoursMs: 900_000 },
    ],
  };
  expect(packUp({ by: '', own, exported: null, repeats: [] }).own.quarterHours).toEqual({
    systems: ['b', 'a'],
    numbers: [540, 0, 60_000, 0, 0, 540, 1, 1, 2, 3, 555, 0, 900_000, 0, 900_000],
  });
});
