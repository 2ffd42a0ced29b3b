/**
 * `estimates/` computes means, totals and other statistics with 95 % intervals from the count cube.
 *
 * It uses the delete-a-group jackknife (Kott 2001; Wolter, Introduction to Variance Estimation, chapter 4). The
 * estimate is repeated without each block in turn, and the spread of these replicates gives the variance. Blocks are
 * random groups of people, or recruitment batches when people of one unit sent together.
 */
import { tQuantile } from './t-quantile.ts';

/** An estimate with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly blocks: number;
}

/**
 * Sums over all blocks (`full`), and, for each block, the sums over all other blocks (`without`). All vectors have the
 * same length.
 */
export interface Replicates {
  readonly full: Float64Array;
  readonly without: readonly Float64Array[];
}

/** Returns the replicates for sums by block. */
export function replicatesOf(blocks: readonly Float64Array[]): Replicates {
  const full = new Float64Array(blocks[0]?.length ?? 0);
  for (const block of blocks)
    for (let i = 0; i < full.length; i++) full[i] = (full[i] as number) + (block[i] as number);
  const without = blocks.map((block) => {
    const rest = new Float64Array(full.length);
    for (let i = 0; i < rest.length; i++) rest[i] = (full[i] as number) - (block[i] as number);
    return rest;
  });
  return { full, without };
}

/** Possible values of a statistic: any number, only positive ones, or those between two bounds. */
export type Scale = 'any' | 'positive' | readonly [least: number, most: number];

/** Factor of the standard error for 95 % of a normal distribution. */
const z95 = 1.96;

/**
 * Returns the estimate and its 95 % interval. The interval is symmetric on the scale `any`, on logarithms for
 * `positive` and on log odds between bounds, so that it holds possible values only. `filled` is the number of blocks
 * that hold any report. This number limits the degrees of freedom. `extraVariance` is variance that the blocks don't
 * contain. Returns null when a replicate can't be computed.
 */
export function jackknife(
  { full, without }: Replicates,
  estimator: (sums: Float64Array) => number,
  scale: Scale,
  { filled = without.length, extraVariance = 0 }: { readonly filled?: number; readonly extraVariance?: number } = {},
): Interval | null {
  const value = estimator(full);
  if (!Number.isFinite(value)) return null;
  const replicates = without.map(estimator);
  const blocks = replicates.length;
  if (blocks < 2 || filled < 2 || !replicates.every(Number.isFinite)) return null;
  const mean = replicates.reduce((a, b) => a + b, 0) / blocks;
  const variance = ((blocks - 1) / blocks) * replicates.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const standardError = Math.sqrt(variance + extraVariance);
  const degrees = degreesOfFreedom(replicates, mean, filled);
  const halfWidth = Math.hypot(tQuantile(degrees) * Math.sqrt(variance), z95 * Math.sqrt(extraVariance));
  const [low, high] = intervalEnds(value, halfWidth, scale);
  return { value, low, high, standardError, blocks };
}

/**
 * Returns the degrees of freedom of the variance: the number of filled blocks minus one, or fewer when a few blocks
 * cause most of the spread. The variance of a variance grows with the kurtosis (O'Neill 2014, Some useful moment
 * results in sampling problems).
 */
function degreesOfFreedom(replicates: readonly number[], mean: number, filled: number): number {
  const most = filled - 1;
  const blocks = replicates.length;
  let second = 0;
  let fourth = 0;
  for (const x of replicates) {
    const square = (x - mean) ** 2;
    second += square / blocks;
    fourth += (square * square) / blocks;
  }
  if (second === 0) return most;
  const degrees = (2 * blocks) / (fourth / (second * second) - (blocks - 3) / (blocks - 1));
  return degrees > 0 && degrees < most ? Math.max(3, Math.round(degrees)) : most;
}

function intervalEnds(value: number, halfWidth: number, scale: Scale): [number, number] {
  if (typeof scale !== 'string') {
    const [least, most] = scale;
    const share = (value - least) / (most - least);
    if (!(share > 0 && share < 1)) return [value - halfWidth, value + halfWidth];
    const logOdds = Math.log(share / (1 - share));
    const halfLogOdds = halfWidth / ((most - least) * share * (1 - share));
    const fromLogOdds = (x: number) => least + (most - least) / (1 + Math.exp(-x));
    return [fromLogOdds(logOdds - halfLogOdds), fromLogOdds(logOdds + halfLogOdds)];
  }
  // On the logarithmic scale, the upper end of such a wide interval would be far too high.
  if (scale === 'positive' && halfWidth > value) return [Math.max(0, value - halfWidth), value + halfWidth];
  if (scale === 'positive' && value > 0)
    return [value * Math.exp(-halfWidth / value), value * Math.exp(halfWidth / value)];
  return [value - halfWidth, value + halfWidth];
}
