/** Sampling: weights, parts and orders are checked exactly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertAtRandom,
  partChances,
  pickPart,
  stochasticWeight,
  weightDrawRange,
} from '../../../../src/core/report/draws/sampling.ts';
import { reportParts } from '../../../../src/core/report/report-format.ts';

describe('weights', () => {
  it('are powers of two with the exact number as expectation', () => {
    const wrong: number[] = [];
    for (let n = 1; n <= 2047; n++) {
      let sum = 0;
      for (let u = 0; u < weightDrawRange; u++) {
        const weight = stochasticWeight(n, u);
        sum += (weight & (weight - 1)) === 0 ? weight : Number.NaN;
      }
      if (sum / weightDrawRange !== n) wrong.push(n);
    }
    expect(wrong).toEqual([]);
  });
});

describe('parts', () => {
  it('are drawn with their exact probabilities, which are powers of two', () => {
    const seen = Array.from({ length: 16 }, (_, u) => pickPart(u));
    for (const part of reportParts) {
      expect(seen.filter((p) => p === part).length).toBe(partChances[part]);
      expect(Number.isInteger(Math.log2(partChances[part]))).toBe(true);
    }
  });
});

/** The orders of these groups for all sequences of draws, which are equally likely. */
function allOrders(groups: readonly (readonly string[])[]): string[][] {
  const orders: string[][] = [];
  const walk = (order: readonly string[], rest: readonly string[]) => {
    const [item, ...later] = rest;
    if (item === undefined) orders.push([...order]);
    else
      for (let index = 0; index <= order.length; index++)
        walk(
          insertAtRandom(order, [item], () => index),
          later,
        );
  };
  walk([], groups.flat());
  return orders;
}

describe('sampling', () => {
  it('is uniform over the items that exist, whatever was added or removed before', () => {
    const orders = allOrders([['a', 'b'], ['c', 'd'], ['e']]);
    expect(new Set(orders.map(String)).size).toBe(120);
    expect(orders.length).toBe(120);
    const there = ['b', 'd', 'e'];
    const firsts = orders.map((order) => order.find((item) => there.includes(item)));
    for (const item of there) expect(firsts.filter((first) => first === item).length).toBe(40);
  });

  it('keeps the sample when another item is erased', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.infiniteStream(fc.nat()), (items, stream) => {
        const order = insertAtRandom([], items, (below) => (stream.next().value as number) % below);
        const [sample, ...others] = order;
        const left = items.filter((item) => item !== others[0]);
        expect(order.find((item) => left.includes(item))).toBe(sample);
        expect(insertAtRandom(order, items, () => 0)).toEqual(order);
      }),
    );
  });
});
