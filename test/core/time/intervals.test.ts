/** Sets of intervals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, measure, subtract, union } from '../../../src/core/time/intervals.ts';

const interval = fc.tuple(fc.nat(1000), fc.nat(100)).map(([start, long]) => ({ start, end: start + long }));
const set = fc.array(interval, { maxLength: 12 }).map((s) => union(s));

describe('sets of intervals', () => {
  it('has a union that does not depend on order and duplicates', () => {
    fc.assert(
      fc.property(fc.array(interval), (all) => {
        expect(union([...all].reverse(), all)).toEqual(union(all));
      }),
    );
  });

  it('splits a set into intersection and difference', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(measure(intersect(a, b)) + measure(subtract(a, b))).toBe(measure(a));
        expect(union(intersect(a, b), subtract(a, b))).toEqual(a);
      }),
    );
  });

  it('measures nothing twice', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(measure(union(a, b))).toBe(measure(a) + measure(b) - measure(intersect(a, b)));
      }),
    );
  });
});
