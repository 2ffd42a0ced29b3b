/** Tests sampling by exact checks of the weights, parts and orders. */
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

describe('stochasticWeight', () => {
  it('returns powers of two whose mean over all draws is exactly the number of candidates', () => {
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

describe('pickPart', () => {
  it('picks each part with exactly its stated probability, which is a power of two', () => {
    const seen = Array.from({ length: 16 }, (_, u) => pickPart(u));
    for (const part of reportParts) {
      expect(seen.filter((p) => p === part).length).toBe(partChances[part]);
      expect(Number.isInteger(Math.log2(partChances[part]))).toBe(true);
    }
  });
});

/** Returns the order of the items for every sequence of draws. All sequences are equally likely. */
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
  it('selects each existing item equally often, even if other items were added or removed earlier', () => {
    const orders = allOrders([['a', 'b'], ['c', 'd'], ['e']]);
    expect(new Set(orders.map(String)).size).toBe(120);
    expect(orders.length).toBe(120);
    const existing = ['b', 'd', 'e'];
    const firsts = orders.map((order) => order.find((item) => existing.includes(item)));
    for (const item of existing) expect(firsts.filter((first) => first === item).length).toBe(40);
  });

  it('keeps the selected item when another item is removed', () => {
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
