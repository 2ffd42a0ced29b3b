/** Tests how the attention of a month is compared with that of the previous month. */
import { expect, it } from 'vitest';
import { changeBandOf } from '../../../src/core/report/bucket-of.ts';

it.each([
  [0, 100, 'much-less'],
  [49, 100, 'much-less'],
  [50, 100, 'less'],
  [79, 100, 'less'],
  [80, 100, 'same'],
  [124, 100, 'same'],
  [125, 100, 'more'],
  [199, 100, 'more'],
  [200, 100, 'much-more'],
  [5, 0, 'much-more'],
  [0, 0, 'much-less'],
  [1, 0, 'same'],
])('compares %d ms with %d ms in the previous month as %s', (ms, previous, band) =>
  expect(changeBandOf(ms, previous)).toBe(band),
);
