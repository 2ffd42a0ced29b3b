/** Computes all estimates of a release from the count cube and its safe tables. */
import type { SafeTable } from '../disclosure/safe-tables.ts';
import type { CountCube } from '../store/count-cube.ts';
import type { Estimate, EstimateOptions } from './estimate.ts';
import { fieldEstimates } from './field-estimates.ts';
import { monthChanges } from './month-changes.ts';
import { noisyMeans } from './noisy-means.ts';
import { slipSumEstimates } from './slip-sums.ts';

/**
 * Returns all estimates in the order of `estimates.csv`: fields, sums over slips, noisy means, changes between months.
 */
export function computeEstimates(
  cube: CountCube,
  tables: readonly SafeTable[],
  options: EstimateOptions,
): readonly Estimate[] {
  const summed = cube.fields.filter(({ field }) => field === 'things' || field === 'hours');
  const estimates = [
    ...tables
      .filter(({ counts }) => counts.field !== 'things')
      .flatMap((table) => fieldEstimates(table, cube, options)),
    ...summed.flatMap((counts) => slipSumEstimates(counts, cube, tables, options)),
    ...noisyMeans(cube, options),
  ];
  return [...estimates, ...monthChanges(estimates, cube.months)];
}
