/**
 * Perturbation of suppressed counts in estimates. A mean is published with five digits. If only two of its counts are
 * suppressed, a reader could compute both from the mean and the other counts. Guesses from neighbouring buckets instead
 * of the suppressed counts would be safe but biased. So a secret normal draw is added to each suppressed count before
 * the estimate is computed. As a result, estimates stay unbiased, and no estimate narrows a suppressed count to a 95 %
 * interval shorter than k. The published interval contains the variance of the draws.
 *
 * A draw depends only on the store's secret and on the count (Thompson, Broadfoot & Elazar 2013, the method of the
 * Australian TableBuilder). The same count gets the same draw in every run, so averaging repeated runs doesn't remove
 * the draw.
 */
import { createHash } from 'node:crypto';

/** The perturbation of one row of a table. */
export interface Perturbation {
  /**
   * The suppressed columns. Empty if there is only one suppressed column, or if the suppressed columns hold no report.
   */
  readonly columns: readonly number[];
  /** The number of reports that is added to the count of each of these columns. The shifts add up to 0. */
  readonly shifts: readonly number[];
  /** Standard deviation of the draws before their mean was subtracted. */
  readonly deviation: number;
  /** Reports in all these columns. */
  readonly reports: number;
}

const none: Perturbation = { columns: [], shifts: [], deviation: 0, reports: 0 };

/** Returns a standard normal number that is computed from the digest of a text (Box and Muller). */
function normalFrom(text: string): number {
  const bytes = createHash('sha256').update(text).digest();
  const first = (bytes.readUIntBE(0, 6) + 1) / 2 ** 48;
  const second = bytes.readUIntBE(6, 6) / 2 ** 48;
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}

/**
 * Draws the perturbation of one row of a table. `row` names table and row; `n` and `isSuppressed` are indexed by
 * column.
 */
export function drawPerturbation(
  secret: string,
  row: string,
  n: readonly number[],
  isSuppressed: readonly boolean[],
  k: number,
): Perturbation {
  const columns = isSuppressed.flatMap((suppressed, c) => (suppressed ? [c] : []));
  const reports = columns.reduce((total, c) => total + (n[c] as number), 0);
  if (columns.length < 2 || reports === 0) return none;
  const deviation = k / (2 * 1.96) / Math.sqrt(1 - 1 / columns.length);
  const draws = columns.map((c) => deviation * normalFrom(`${secret}\n${row}\n${c}\n${n[c]}`));
  // The row's total is published, so the shifts must not change it.
  const mean = draws.reduce((a, b) => a + b, 0) / columns.length;
  return { columns, shifts: draws.map((draw) => draw - mean), deviation, reports };
}

const massOf = (columns: readonly number[], vector: Float64Array) =>
  columns.reduce((total, c) => total + (vector[c] as number), 0);

/**
 * Perturbs the suppressed columns. In every vector, distributes the sum of these columns over the columns by the same
 * shares. These are the shares in `full` after the shifts. So no replicate shows how many reports a single block holds
 * in a suppressed column. Changes the vectors in place.
 */
export function perturb(perturbation: Perturbation, full: Float64Array, others: readonly Float64Array[]): void {
  const { columns, shifts, reports } = perturbation;
  const mass = massOf(columns, full);
  if (mass === 0) return;
  const weightOfReport = mass / reports;
  const shares = columns.map((c, i) => ((full[c] as number) + (shifts[i] as number) * weightOfReport) / mass);
  for (const vector of [full, ...others]) {
    const massHere = massOf(columns, vector);
    columns.forEach((c, i) => {
      vector[c] = massHere * (shares[i] as number);
    });
  }
}

/**
 * Returns the variance that the replicates no longer contain after `perturb`: the variance of the split of the
 * suppressed sum over its columns, and the variance of the draws. `full` is the vector after `perturb`. `value` is the
 * estimate from this vector.
 */
export function perturbationVariance(
  { columns, deviation, reports }: Perturbation,
  full: Float64Array,
  estimator: (sums: Float64Array) => number,
  value: number,
): number {
  if (columns.length === 0) return 0;
  const mass = massOf(columns, full);
  if (mass === 0) return 0;
  const weightOfReport = mass / reports;
  // How much one more report in a column changes the estimate.
  const effects = columns.map((c) => {
    const more = Float64Array.from(full);
    more[c] = (more[c] as number) + weightOfReport;
    return estimator(more) - value;
  });
  const varianceOfEffect = (shares: readonly number[]) => {
    const mean = effects.reduce((total, effect, i) => total + effect * (shares[i] as number), 0);
    return effects.reduce((total, effect, i) => total + (shares[i] as number) * (effect - mean) ** 2, 0);
  };
  const even = columns.map(() => 1 / columns.length);
  const drawVariance = deviation ** 2 * columns.length * varianceOfEffect(even);
  // The shifts make the computed variance of the split too small by the variance of the draws divided by `reports`; the
  // final factor adds this missing part. Negative shares count as 0, which makes the variance of the split slightly too
  // large; this offsets an opposite error, because the split treats people of one unit as independent.
  const positive = columns.map((c) => Math.max(0, full[c] as number));
  const total = positive.reduce((a, b) => a + b, 0);
  return reports * varianceOfEffect(positive.map((x) => x / total)) + drawVariance * (1 + 1 / reports);
}
