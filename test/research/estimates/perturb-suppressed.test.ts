/** What is kept back stays so in the estimates, and doesn't bend them. */
import { expect, it } from 'vitest';
import { blur, keptBackOf } from '../../../src/research/estimates/perturb-suppressed.ts';

const n = [40, 31, 6, 3];
const hidden = [false, false, true, true];
const secrets = Array.from({ length: 4000 }, (_, i) => `secret ${i}`);
const drawn = (secret: string, k = 10) => keptBackOf(secret, '2026-03/card/attention/all/all', n, hidden, k);
const middles = [2.5, 7.5, 15, 30];
const meanOf = (v: Float64Array) => v.reduce((sum, x, i) => sum + x * (middles[i] as number), 0) / 80;
const blurred = (secret: string) => {
  const full = Float64Array.from(n);
  blur(drawn(secret), full, []);
  return full;
};

it('the same count of the same store is drawn for alike, so that asking again tells nothing', () => {
  expect(drawn('a')).toEqual(drawn('a'));
  expect(drawn('a').moves).not.toEqual(drawn('b').moves);
});

it('what is shown stays, and the sum of what is not', () => {
  const full = blurred('a');
  expect([...full.subarray(0, 2)]).toEqual([40, 31]);
  expect((full[2] as number) + (full[3] as number)).toBeCloseTo(9, 10);
});

it('bends no mean: over many secrets it is the true one', () => {
  const truth = meanOf(Float64Array.from(n));
  const means = secrets.map((secret) => meanOf(blurred(secret)));
  const average = means.reduce((a, b) => a + b, 0) / means.length;
  const spread = Math.sqrt(means.reduce((sum, x) => sum + (x - average) ** 2, 0) / means.length);
  expect(spread).toBeGreaterThan(0.1);
  expect(Math.abs(average - truth)).toBeLessThan((3 * spread) / Math.sqrt(means.length));
});

it.each([10, 20])('a count solved from a mean is off by k = %i within 95 %%', (k) => {
  const errors = secrets.map((secret) => drawn(secret, k).moves[0] as number);
  const deviation = Math.sqrt(errors.reduce((sum, x) => sum + x * x, 0) / errors.length);
  expect(2 * 1.96 * deviation).toBeGreaterThan(0.95 * k);
  expect(2 * 1.96 * deviation).toBeLessThan(1.05 * k);
});

it('nothing is drawn where nothing, or one empty column, is kept back', () => {
  expect(keptBackOf('a', 'row', [40, 31], [false, false], 10).columns).toEqual([]);
  expect(keptBackOf('a', 'row', [40, 31, 0, 0], [false, false, true, true], 10).columns).toEqual([]);
});
