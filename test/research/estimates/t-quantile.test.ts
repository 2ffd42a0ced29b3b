/** Compares quantiles of Student's t with a published table. */
import { expect, it } from 'vitest';
import { tQuantile } from '../../../src/research/estimates/t-quantile.ts';

// The column for 97.5 % of a table of Student's t.
it.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [5, 2.571],
  [7, 2.365],
  [10, 2.228],
  [20, 2.086],
  [31, 2.0395],
  [63, 1.9983],
  [1000, 1.9623],
])('for %i degrees of freedom, returns %f', (degrees, expected) => {
  expect(Math.abs(tQuantile(degrees) - expected)).toBeLessThan(0.001);
});
