/** Tests that perturbation hides suppressed counts in estimates and does not bias the estimates. */
import { expect, it } from 'vitest';
import { drawPerturbation, perturb } from '../../../src/research/estimates/perturb-suppressed.ts';

const counts = [40, 31, 6, 3];
const isSuppressed = [false, false, true, true];
const secrets = Array.from({ length: 4000 }, (_, i) => `secret ${i}`);
const draw = (secret: string, k = 10) =>
  drawPerturbation(secret, '2026-03/card/attention/all/all', counts, isSuppressed, k);
const middles = [2.5, 7.5, 15, 30];
const meanOf = (v: Float64Array) => v.reduce((sum, x, i) => sum + x * (middles[i] as number), 0) / 80;
const perturbed = (secret: string) => {
  const full = Float64Array.from(counts);
  perturb(draw(secret), full, []);
  return full;
};

it('gives the same draw for the same counts and secret, so that repeated runs reveal nothing', () => {
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a').shifts).not.toEqual(draw('b').shifts);
});

it('changes neither shown counts nor the sum of suppressed counts', () => {
  const full = perturbed('a');
  expect([...full.subarray(0, 2)]).toEqual([40, 31]);
  expect((full[2] as number) + (full[3] as number)).toBeCloseTo(9, 10);
});

it('does not bias a mean: its average over many secrets is the true mean', () => {
  const truth = meanOf(Float64Array.from(counts));
  const means = secrets.map((secret) => meanOf(perturbed(secret)));
  const average = means.reduce((a, b) => a + b, 0) / means.length;
  const spread = Math.sqrt(means.reduce((sum, x) => sum + (x - average) ** 2, 0) / means.length);
  expect(spread).toBeGreaterThan(0.1);
  expect(Math.abs(average - truth)).toBeLessThan((3 * spread) / Math.sqrt(means.length));
});

it.each([10, 20])('shifts a suppressed count so that its 95 %% interval is k = %i wide', (k) => {
  const errors = secrets.map((secret) => draw(secret, k).shifts[0] as number);
  const deviation = Math.sqrt(errors.reduce((sum, x) => sum + x * x, 0) / errors.length);
  expect(2 * 1.96 * deviation).toBeGreaterThan(0.95 * k);
  expect(2 * 1.96 * deviation).toBeLessThan(1.05 * k);
});

it('draws nothing when no report is suppressed', () => {
  expect(drawPerturbation('a', 'row', [40, 31], [false, false], 10).columns).toEqual([]);
  expect(drawPerturbation('a', 'row', [40, 31, 0, 0], [false, false, true, true], 10).columns).toEqual([]);
});
