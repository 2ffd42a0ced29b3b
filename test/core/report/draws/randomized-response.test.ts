/** Tests randomized response by exact checks of the privacy bound and of the estimator. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  debias,
  drawNoisy,
  type NoiseChannel,
  noiseLevels,
} from '../../../../src/core/report/draws/randomized-response.ts';

const channels = noiseLevels.flatMap((e) => [
  ['attention', e, attentionChannel(e)] as const,
  ['afterHours', e, afterHoursChannel(e)] as const,
]);

/** Whether the chances of each output under any two inputs differ by a factor of at most `bound`. */
function isBounded(channel: NoiseChannel, bound: bigint): boolean {
  const inputs = Array.from({ length: channel.inputs }, (_, x) => x);
  const outputs = Array.from({ length: channel.outputs }, (_, y) => y);
  const total = (x: number) => outputs.reduce((sum, y) => sum + BigInt(channel.weight(x, y)), 0n);
  return inputs.every((x) =>
    inputs.every((other) =>
      outputs.every(
        (y) => BigInt(channel.weight(x, y)) * total(other) <= bound * BigInt(channel.weight(other, y)) * total(x),
      ),
    ),
  );
}

describe.each(channels)('the %s channel at e = %i', (_field, e, channel) => {
  it('keeps the factor between the chances of an output under any two inputs at most e, but not at most e − 1', () => {
    expect(isBounded(channel, BigInt(e))).toBe(true);
    expect(isBounded(channel, BigInt(e - 1))).toBe(false);
  });

  it('has integer weights, which have the same sum for every input', () => {
    for (let x = 0; x < channel.inputs; x++) {
      let sum = 0;
      for (let y = 0; y < channel.outputs; y++) sum += channel.weight(x, y);
      expect(sum).toBe(channel.total);
    }
  });

  it('draws every output exactly as often as the weight of the output says', () => {
    for (const x of [0, 7, channel.inputs - 1]) {
      const seen = new Array<number>(channel.outputs).fill(0);
      for (let u = 0; u < channel.total; u++) {
        const y = drawNoisy(channel, x, (below) => {
          expect(below).toBe(channel.total);
          return u;
        });
        seen[y] = (seen[y] ?? 0) + 1;
      }
      expect(seen).toEqual(Array.from({ length: channel.outputs }, (_, y) => channel.weight(x, y)));
    }
  });

  it('has an unbiased estimator of the mean', () => {
    const step = channel.inputs === 24 ? attentionStepHours : afterHoursStepHours;
    const dual = debias(channel, step);
    fc.assert(
      fc.property(fc.array(fc.nat(channel.inputs - 1), { minLength: 1, maxLength: 40 }), (people) => {
        const truth = people.reduce((sum, x) => sum + (x + 0.5) * step, 0) / people.length;
        const expected =
          people.reduce(
            (sum, x) => sum + dual.reduce((inner, v, y) => inner + (v * channel.weight(x, y)) / channel.total, 0),
            0,
          ) / people.length;
        expect(expected).toBeCloseTo(truth, 6);
      }),
    );
  });
});

it('refuses a value that is not a bucket', () => {
  expect(() => drawNoisy(attentionChannel(7), 24, () => 0)).toThrow('"24" is not a bucket');
  expect(() => drawNoisy(attentionChannel(7), 1.5, () => 0)).toThrow('"1.5" is not a bucket');
});
