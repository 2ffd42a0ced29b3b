/** Tests that all sealed reports have the same size. */
import { expect, it } from 'vitest';
import { padReport, sealedBytes } from '../../../src/core/report/pad-sealed.ts';

it('pads every report to the same size, and refuses a larger report', () => {
  for (const length of [0, 1, sealedBytes - 1, sealedBytes]) {
    const text = padReport('x'.repeat(length));
    expect(text).toHaveLength(sealedBytes);
    expect(text.trimEnd()).toBe('x'.repeat(length));
    if (length < sealedBytes) expect(text.endsWith('\n')).toBe(true);
  }
  expect(() => padReport('x'.repeat(sealedBytes + 1))).toThrow('the report is over 2048 bytes');
});
