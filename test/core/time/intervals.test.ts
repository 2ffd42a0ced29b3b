/** Tests the operations on sets of intervals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, measure, subtract, union } from '../../../src/core/time/intervals.ts';

const interval = fc.tuple(fc.nat(1000), fc.nat(100)).map(([start, long]) => ({ start, end: start + long }));
const set = fc.array(interval, { maxLength: 12 }).map((s) => union(s));

describe('sets of intervals', () => {
  it('have a union that does not depend on order and duplicates', () => {
    fc.assert(
      fc.property(fc.array(interval), (all) => {
        expect(union([...all].reverse(), all)).toEqual(union(all));
      }),
    );
  });

  it('are split by another set into an intersection and a difference', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(measure(intersect(a, b)) + measure(subtract(a, b))).toBe(measure(a));
        expect(union(intersect(a, b), subtract(a, b))).toEqual(a);
      }),
    );
  });

  it('have a union whose measure counts common parts once', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(measure(union(a, b))).toBe(measure(a) + measure(b) - measure(intersect(a, b)));
      }),
    );
  });
});
