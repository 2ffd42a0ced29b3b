/**
 * Delete-a-group jackknife (Kott 2001; Wolter, Introduction to Variance Estimation, ch. 4): the estimate is made
 * again without each block in turn, and the spread of these says how sure it is. Blocks are random groups of people,
 * or recruitment batches when people of one unit came together.
 */
import { tQuantile } from './t-quantile.ts';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly blocks: number;
}

/** Sums over all blocks, and the same without each block in turn. */
export interface Replicates {
  readonly full: Float64Array;
  readonly without: readonly Float64Array[];
}

/** Adds up blocks, and subtracts each in turn. All vectors are of one length. */
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

export type Scale = 'any' | 'positive' | readonly [least: number, most: number];

/**
 * The estimate and its 95 % interval: symmetric on the scale itself, on logarithms for `positive`, on log odds between
 * a least and a most value, so that no interval leaves the possible. `filled`: blocks that hold anything, which is what
 * the spread is known from; `more`: variance that the blocks can't show. Null when there is nothing to estimate from.
 */
export function jackknife(
  { full, without }: Replicates,
  estimator: (sums: Float64Array) => number,
  scale: Scale,
  { filled = without.length, more = 0 }: { readonly filled?: number; readonly more?: number } = {},
): Interval | null {
  const value = estimator(full);
  if (!Number.isFinite(value)) return null;
  const again = without.map(estimator);
  const blocks = again.length;
  // Without some block there is no estimate: how sure it is can't be told.
  if (blocks < 2 || filled < 2 || !again.every(Number.isFinite)) return null;
  const mean = again.reduce((a, b) => a + b, 0) / blocks;
  const variance = ((blocks - 1) / blocks) * again.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const standardError = Math.sqrt(variance + more);
  const degrees = degreesOf(again, mean, filled);
  const reach = Math.hypot(tQuantile(degrees) * Math.sqrt(variance), 1.96 * Math.sqrt(more));
  const [low, high] = ends(value, reach, scale);
  return { value, low, high, standardError, blocks };
}

/**
 * How much the spread of the blocks is worth: blocks less one, and fewer the heavier its tails are (O'Neill 2014, Some
 * useful moment results in sampling problems: the variance of a variance goes with the kurtosis).
 */
function degreesOf(again: readonly number[], mean: number, filled: number): number {
  const most = filled - 1;
  const blocks = again.length;
  let second = 0;
  let fourth = 0;
  for (const x of again) {
    const square = (x - mean) ** 2;
    second += square / blocks;
    fourth += (square * square) / blocks;
  }
  if (second === 0) return most;
  const degrees = (2 * blocks) / (fourth / (second * second) - (blocks - 3) / (blocks - 1));
  return degrees > 0 && degrees < most ? Math.max(3, Math.round(degrees)) : most;
}

function ends(value: number, reach: number, scale: Scale): [number, number] {
  if (typeof scale !== 'string') {
    const [least, most] = scale;
    const part = (value - least) / (most - least);
    if (!(part > 0 && part < 1)) return [value - reach, value + reach];
    const odds = Math.log(part / (1 - part));
    const by = reach / ((most - least) * part * (1 - part));
    const at = (x: number) => least + (most - least) / (1 + Math.exp(-x));
    return [at(odds - by), at(odds + by)];
  }
  // Beyond that, logarithms would reach to the sky: half the amounts there are.
  if (scale === 'positive' && reach > value) return [Math.max(0, value - reach), value + reach];
  if (scale === 'positive' && value > 0) return [value * Math.exp(-reach / value), value * Math.exp(reach / value)];
  return [value - reach, value + reach];
}
