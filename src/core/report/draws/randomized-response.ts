/**
 * Randomized response of level `noisy`: a discrete square wave (Li et al., SIGMOD 2020) over ordinal buckets. An output
 * near the true bucket has the integer weight `e`, and any other output has the weight 1. So the probabilities of an
 * output under two inputs differ by a factor of at most `e`. This is ε-local differential privacy with ε = ln e. A draw
 * uses one uniform integer. It uses no floating-point numbers, because the rounding of such numbers would allow an
 * attack (Mironov, CCS 2012).
 */

/**
 * A function that draws a uniform integer in `[0, below)`. The caller supplies this function. The function must use a
 * secure random source.
 */
export type DrawInteger = (below: number) => number;

/** The factors `e` that the owner can choose from; smaller means more noise. */
export const noiseLevels = [3, 7, 20] as const;
export type NoiseLevel = (typeof noiseLevels)[number];

/** A randomized response from buckets to outputs. */
export interface NoiseChannel {
  /** Number of buckets. */
  readonly inputs: number;
  readonly e: NoiseLevel;
  /** Outputs at most this far from the true bucket have the weight `e`. */
  readonly reach: number;
  /** Number of outputs: `inputs + 2 * reach`. Output `y` corresponds to bucket `y - reach`. */
  readonly outputs: number;
  /** The weight of output `y` for the true bucket `x`. For each `x` the weights add up to `total`. */
  readonly weight: (x: number, y: number) => number;
  readonly total: number;
}

/** Returns the channel for `inputs` buckets. Its reach is the optimum for a square wave, rounded down. */
export function noiseChannel(inputs: number, e: NoiseLevel): NoiseChannel {
  const epsilon = Math.log(e);
  const reach = Math.floor((inputs * (epsilon * e - e + 1)) / (2 * e * (e - 1 - epsilon)));
  const outputs = inputs + 2 * reach;
  return {
    inputs,
    e,
    reach,
    outputs,
    weight: (x, y) => (y >= x && y <= x + 2 * reach ? e : 1),
    total: outputs + (e - 1) * (2 * reach + 1),
  };
}

/**
 * Returns the channel for the hours of attention. The buckets are steps of 5 hours; the highest bucket starts at 115
 * hours.
 */
export const attentionChannel = (e: NoiseLevel): NoiseChannel => noiseChannel(24, e);
/**
 * Returns the channel for the hours outside the standard working hours. The buckets are steps of 2 hours; the highest
 * bucket starts at 38 hours.
 */
export const afterHoursChannel = (e: NoiseLevel): NoiseChannel => noiseChannel(20, e);
/** Width of a bucket of `attentionChannel`, in hours. */
export const attentionStepHours = 5;
/** Width of a bucket of `afterHoursChannel`, in hours. */
export const afterHoursStepHours = 2;

/** Draws an output for the true bucket `x`. Throws an error when `x` is not a bucket of the channel. */
export function drawNoisy(channel: NoiseChannel, x: number, draw: DrawInteger): number {
  if (!Number.isInteger(x) || x < 0 || x >= channel.inputs)
    throw new Error(`Cannot draw an output: "${x}" is not a bucket`);
  let left = draw(channel.total);
  for (let y = 0; ; y++) {
    left -= channel.weight(x, y);
    if (left < 0) return y;
  }
}

/**
 * Returns one number per output. The mean of these numbers over many reports is an unbiased estimate of the mean of
 * `(bucket + ½) * step`, for any distribution. Of all vectors with this property, the result has the smallest norm.
 */
export function debias(channel: NoiseChannel, step: number): readonly number[] {
  const rows = Array.from({ length: channel.inputs }, (_, x) =>
    Array.from({ length: channel.outputs }, (_, y) => channel.weight(x, y) / channel.total),
  );
  const gram = rows.map((a) => rows.map((b) => a.reduce((sum, p, y) => sum + p * (b[y] as number), 0)));
  const middles = rows.map((_, x) => (x + 0.5) * step);
  const factors = solve(gram, middles);
  return Array.from({ length: channel.outputs }, (_, y) =>
    rows.reduce((sum, row, x) => sum + (row[y] as number) * (factors[x] as number), 0),
  );
}

/** Solves a small regular system of linear equations by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i] as number) > Math.abs(best[i] as number) ? row : best));
    const index = rows.indexOf(pivot);
    [rows[i], rows[index]] = [pivot, rows[i] as number[]];
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const row = rows[j] as number[];
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k <= n; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}
