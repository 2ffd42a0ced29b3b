/** Tests the random draws of a month. */
import { expect, it } from 'vitest';
import { extendDraws, firstDraws } from '../../../../src/core/report/draws/random-draws.ts';

it('makes the draws of a new month without candidates, and later inserts new candidates at random positions', () => {
  const ranges: number[] = [];
  const draw = (below: number) => {
    ranges.push(below);
    return below - 1;
  };
  const first = firstDraws(draw);
  expect(first.orders).toEqual({ unit: [], obligation: [], act: [], phone: [] });
  expect([first.cardId, first.slipId]).toEqual(['f'.repeat(32), 'f'.repeat(32)]);
  expect([first.part, first.questions, first.weight]).toEqual([15, 2, 1023]);
  expect(first.noise.map((n) => n.e)).toEqual([3, 7, 20]);
  ranges.length = 0;
  const more = extendDraws(first, { unit: ['a', 'b'], obligation: ['c'], act: [], phone: ['d'] }, draw);
  expect(more).toEqual({ ...first, orders: { unit: ['a', 'b'], obligation: ['c'], act: [], phone: ['d'] } });
  expect(ranges).toEqual([1, 2, 1, 1]);
  expect(extendDraws(more, { unit: ['b', 'e'], obligation: [], act: [], phone: [] }, () => 0).orders.unit).toEqual([
    'e',
    'a',
    'b',
  ]);
});
