/** Computes intervals whose ends can be computed or bounded by hand. */
import { describe, expect, it } from 'vitest';
import { jackknife, replicatesOf } from '../../../src/research/estimates/jackknife.ts';

/** Makes the replicates of blocks of ten reports with these means. A block is a sum and a number of reports. */
const blocksOf = (means: readonly number[]) => replicatesOf(means.map((mean) => Float64Array.of(10 * mean, 10)));
const mean = (sums: Float64Array) => (sums[0] as number) / (sums[1] as number);
const intervalOf = (means: readonly number[], scale: Parameters<typeof jackknife>[2]) => {
  const interval = jackknife(blocksOf(means), mean, scale);
  if (interval === null) throw new Error('no estimate');
  return interval;
};
/** The means of sixteen evenly spread blocks. */
const even = Array.from({ length: 16 }, (_, i) => 20 + (i % 2 === 0 ? i : -i - 1) / 4);

it('for blocks of equal size, gives their mean plus or minus Student’s t times the standard error', () => {
  const middle = even.reduce((a, b) => a + b, 0) / 16;
  const error = Math.sqrt(even.reduce((sum, x) => sum + (x - middle) ** 2, 0) / 15 / 16);
  const { value, low, high, standardError } = intervalOf(even, 'any');
  expect(value).toBeCloseTo(middle, 10);
  expect(standardError).toBeCloseTo(error, 10);
  expect(high - value).toBeCloseTo(2.131 * error, 3);
  expect(value - low).toBeCloseTo(2.131 * error, 3);
});

it('gives a wider interval relative to the standard error when one block causes most of the spread', () => {
  const relativeWidth = (means: readonly number[]) => {
    const { value, high, standardError } = intervalOf(means, 'any');
    return (high - value) / standardError;
  };
  expect(relativeWidth([...even.slice(1), 60])).toBeGreaterThan(1.1 * relativeWidth(even));
});

describe('the interval contains only possible values', () => {
  const rows = [
    ['for a share near 0', [0, 0, 0, 0.1, 0, 0, 0, 0.1], [0, 1]],
    ['for a share near 1', [1, 1, 0.9, 1, 1, 1, 0.8, 1], [0, 1]],
    ['for an answer from 1 to 5', [4.9, 4.8, 5, 5, 4.7, 5, 5, 4.9], [1, 5]],
  ] as const;
  it.each(rows)('%s', (_name, means, [least, most]) => {
    const { value, low, high } = intervalOf(means, [least, most]);
    expect(low).toBeGreaterThan(least);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(high).toBeLessThan(most);
  });
  it('for an amount near 0', () => {
    const { low, value } = intervalOf([1, 0.1, 2, 0.2, 9, 1, 0.4, 3], 'positive');
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(value);
  });
});

it('gives no interval when a replicate cannot be computed', () => {
  expect(jackknife(blocksOf([5]), mean, 'any')).toBeNull();
  expect(jackknife(replicatesOf([Float64Array.of(10, 1), Float64Array.of(0, 0)]), mean, 'any')).toBeNull();
});
