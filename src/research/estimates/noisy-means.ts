/** Means of the fields of level `noisy`, debiased. There are no quantiles, because noise would bias them. */
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  debias,
} from '../../core/report/draws/randomized-response.ts';
import type { CountCube } from '../store/count-cube.ts';
import { type Estimate, type EstimateOptions, estimatesOf } from './estimate.ts';
import { dot } from './statistics.ts';
import { bucketSums } from './weighted-sums.ts';

/** Returns the debiased means of all noisy fields with at least k reports. */
export function noisyMeans(cube: CountCube, options: EstimateOptions): Estimate[] {
  return cube.noisy.flatMap((counts) => {
    const isAttention = counts.field === 'attention';
    const channel = isAttention ? attentionChannel(counts.e) : afterHoursChannel(counts.e);
    // This holds one value for each output of the channel. The mean of these values over the reports is an unbiased
    // estimate of the mean of the inputs.
    const dual = debias(channel, isAttention ? attentionStepHours : afterHoursStepHours);
    const ones = dual.map(() => 1);
    const sums = bucketSums(counts.cells, channel.outputs, null, null, options.population);
    if (sums.size.n < options.k) return [];
    return estimatesOf(counts, 'all', 'all', sums, [
      {
        statistic: `mean through noise e=${counts.e}`,
        unit: 'hours',
        scale: 'any',
        estimator: (s) => dot(s, dual) / dot(s, ones),
      },
    ]);
  });
}
