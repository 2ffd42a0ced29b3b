/** Intervals whose ends can be worked out, or bounded, on paper. */
import { describe, expect, it } from 'vitest';
import { jackknife, replicatesOf } from '../../../src/research/estimates/jackknife.ts';

/** A mean over blocks: sums and numbers of ten reports each. */
const blocksOf = (means: readonly number[]) => replicatesOf(means.map((mean) => Float64Array.of(10 * mean, 10)));
const mean = (sums: Float64Array) => (sums[0] as number) / (sums[1] as number);
const found = (means: readonly number[], scale: Parameters<typeof jackknife>[2]) => {
  const interval = jackknife(blocksOf(means), mean, scale);
  if (interval === null) throw new Error('nothing was estimated');
  return interval;
};
/** Sixteen blocks, evenly spread; a mean of equal blocks has the error of the blocks' means. */
const even = Array.from({ length: 16 }, (_, i) => 20 + (i % 2 === 0 ? i : -i - 1) / 4);

it('of equal blocks: their mean, and Student’s t times its error', () => {
  const middle = even.reduce((a, b) => a + b, 0) / 16;
  const error = Math.sqrt(even.reduce((sum, x) => sum + (x - middle) ** 2, 0) / 15 / 16);
  const { value, low, high, standardError } = found(even, 'any');
  expect(value).toBeCloseTo(middle, 10);
  expect(standardError).toBeCloseTo(error, 10);
  expect(high - value).toBeCloseTo(2.131 * error, 3);
  expect(value - low).toBeCloseTo(2.131 * error, 3);
});

it('trusts a spread that one block makes less than one that all make', () => {
  const reach = (means: readonly number[]) => {
    const { value, high, standardError } = found(means, 'any');
    return (high - value) / standardError;
  };
  expect(reach([...even.slice(1), 60])).toBeGreaterThan(1.1 * reach(even));
});

describe('no interval leaves the possible', () => {
  const rows = [
    ['a share near nothing', [0, 0, 0, 0.1, 0, 0, 0, 0.1], [0, 1]],
    ['a share near all', [1, 1, 0.9, 1, 1, 1, 0.8, 1], [0, 1]],
    ['an answer from 1 to 5', [4.9, 4.8, 5, 5, 4.7, 5, 5, 4.9], [1, 5]],
  ] as const;
  it.each(rows)('%s', (_name, means, [least, most]) => {
    const { value, low, high } = found(means, [least, most]);
    expect(low).toBeGreaterThan(least);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(high).toBeLessThan(most);
  });
  it('an amount', () => {
    const { low, value } = found([1, 0.1, 2, 0.2, 9, 1, 0.4, 3], 'positive');
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(value);
  });
});

it('says nothing where some block can’t be left out', () => {
  expect(jackknife(blocksOf([5]), mean, 'any')).toBeNull();
  expect(jackknife(replicatesOf([Float64Array.of(10, 1), Float64Array.of(0, 0)]), mean, 'any')).toBeNull();
});
