/** Makes the rows of the table of estimates from weighted sums. */
import type { FieldCounts } from '../store/count-cube.ts';
import { jackknife } from './jackknife.ts';
import { perturbationVariance } from './perturb-suppressed.ts';
import type { Population } from './rake.ts';
import type { Statistic } from './statistics.ts';
import type { SampleSize, WeightedSums } from './weighted-sums.ts';

/** A row of `estimates.csv`; output/output-tables.ts describes its columns. */
export interface Estimate {
  readonly month: string;
  readonly record: string;
  readonly by: string;
  readonly group: string;
  readonly field: string;
  readonly statistic: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Number of reports or slips that the estimate is computed from. */
  readonly reports: number;
  /** Number of jackknife blocks that hold any of these reports or slips. */
  readonly blocks: number;
  /** Kish's effective number of reports after raking; null without raking. */
  readonly effective: number | null;
}

/** What all estimates of a release depend on besides the counts. */
export interface EstimateOptions {
  readonly k: number;
  readonly population: Population | null;
  /** Price of an hour. */
  readonly tariff: number | null;
  /** Seed of the perturbation of suppressed counts. */
  readonly secret: string;
}

/** With fewer filled blocks than this, the variance cannot be estimated. */
const minFilledBlocks = 8;

/** No single slip may carry a larger share of a sum than this. This is the dominance rule of disclosure control. */
const maxShareOfOne = 1 / 3;

/** Whether one slip carries too large a share of a sum. Such a sum is not published. */
export const isDominated = ({ weight, maxWeight }: SampleSize): boolean => !(maxWeight <= maxShareOfOne * weight);

/** Returns an estimate for each of the given statistics that has a valid interval. */
export function estimatesOf(
  { month, record, field }: FieldCounts,
  by: string,
  group: string,
  { replicates, size, perturbation, effective }: WeightedSums,
  statistics: readonly Statistic[],
): Estimate[] {
  const { n: reports, filledBlocks: filled } = size;
  if (filled < minFilledBlocks) return [];
  return statistics.flatMap(({ statistic, unit, scale, estimator }) => {
    const extraVariance =
      perturbation === null
        ? 0
        : perturbationVariance(perturbation, replicates.full, estimator, estimator(replicates.full));
    const interval = jackknife(replicates, estimator, scale, { filled, extraVariance });
    if (interval === null) return [];
    const { value, low, high } = interval;
    if (scale === 'positive' && value < 0) return [];
    return [{ month, record, by, group, field, statistic, unit, value, low, high, reports, blocks: filled, effective }];
  });
}
