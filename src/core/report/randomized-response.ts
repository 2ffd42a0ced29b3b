/**
 * The finite integer channel of level `noisy`: a discrete square wave (Li et al., SIGMOD 2020) over ordinal buckets.
 * Every output has the integer weight `e` when it lies near the true bucket and 1 when it doesn't, so that no two
 * inputs give any output with chances more than `e` to 1 apart: ε-local differential privacy with ε = ln e. A draw
 * is one uniform integer: no floating point, hence no attack through its gaps (Mironov, CCS 2012).
 */

/** A uniform integer in `[0, below)`, from the machine's random source. Whoever calls hands it in. */
export type DrawInteger = (below: number) => number;

export const noiseLevels = [3, 7, 20] as const;
export type NoiseLevel = (typeof noiseLevels)[number];

export interface NoiseChannel {
  readonly inputs: number;
  readonly e: NoiseLevel;
  /** Outputs within `reach` on either side of the true bucket weigh `e`. */
  readonly reach: number;
  /** `inputs + 2 * reach`; output `y` stands over input `y - reach`. */
  readonly outputs: number;
  /** The integer weight of output `y` when the true bucket is `x`; for each `x` they sum to `total`. */
  readonly weight: (x: number, y: number) => number;
  readonly total: number;
}

/** The channel over `inputs` buckets; its reach is the square wave's best, rounded down. */
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

/** Hours of attention in steps of 5, up to 120 and above. */
export const attentionChannel = (e: NoiseLevel): NoiseChannel => noiseChannel(24, e);
/** Hours after work in steps of 2, up to 40 and above. */
export const afterHoursChannel = (e: NoiseLevel): NoiseChannel => noiseChannel(20, e);
export const attentionStepHours = 5;
export const afterHoursStepHours = 2;

/** Draws the output for true bucket `x`. Throws when `x` is no bucket. */
export function drawNoisy(channel: NoiseChannel, x: number, draw: DrawInteger): number {
  if (!Number.isInteger(x) || x < 0 || x >= channel.inputs) throw new Error(`Cannot draw: "${x}" is no bucket`);
  let left = draw(channel.total);
  for (let y = 0; ; y++) {
    left -= channel.weight(x, y);
    if (left < 0) return y;
  }
}

/**
 * The linear dual of the channel for the middles of the buckets: the mean of `dual[output]` over reports has the
 * true mean of `(bucket + ½) * step` as its expectation, whatever the distribution. Of all such vectors the shortest.
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

/** Solves a small regular system by elimination with row exchange. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i] as number) > Math.abs(best[i] as number) ? row : best));
    const at = rows.indexOf(pivot);
    [rows[i], rows[at]] = [pivot, rows[i] as number[]];
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const row = rows[j] as number[];
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k <= n; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}
