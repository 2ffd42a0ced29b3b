/** The statistics of a bucketed field, each as a function of the sums of weights by bucket. */
import { type Range, rangeOf } from '../format/buckets.ts';
import type { Scale } from './jackknife.ts';

/** A statistic of a field that can be computed from sums of weights by bucket. */
export interface Statistic {
  /** Name in the tables. */
  readonly statistic: string;
  readonly unit: string;
  readonly scale: Scale;
  /** NaN where it is not defined. */
  readonly estimator: (sums: Float64Array) => number;
}

/** Returns the unit of a bucket from the bucket's label. */
export function unitOf(label: string): string {
  if (/h/.test(label)) return 'hours';
  if (/min/.test(label)) return 'minutes';
  if (/%/.test(label)) return 'percent';
  return /day/.test(label) ? 'days' : 'times';
}

/** Returns the sum of `values` weighted by `sums`. */
export function dot(sums: Float64Array, values: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i] as number) * (sums[i] as number);
  return total;
}

const totalOf = (sums: Float64Array, columns: number) => {
  let total = 0;
  for (let i = 0; i < columns; i++) total += sums[i] as number;
  return total;
};

/**
 * Returns the value below which the share `q` of the weights lies, interpolated linearly within its bucket. NaN if that
 * bucket is open. Ignores buckets without a range.
 */
export function quantile(sums: ArrayLike<number>, ranges: readonly (Range | null)[], q: number): number {
  let total = 0;
  for (let i = 0; i < ranges.length; i++) if (ranges[i] !== null) total += sums[i] as number;
  let below = 0;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i] ?? null;
    if (range === null) continue;
    const here = sums[i] as number;
    if (below + here >= q * total && here > 0)
      return range.high === null ? Number.NaN : range.low + ((range.high - range.low) * (q * total - below)) / here;
    below += here;
  }
  return Number.NaN;
}

/** Returns the shares of the buckets that are not suppressed, and the share of forms that several systems ask for. */
function shareStatistics(labels: readonly string[], isSuppressed: readonly boolean[], field: string): Statistic[] {
  const columns = labels.length;
  const share = (statistic: string, estimator: Statistic['estimator']): Statistic => ({
    statistic,
    unit: 'share',
    scale: [0, 1],
    estimator,
  });
  const shares = labels.flatMap((label, c) =>
    isSuppressed[c] ? [] : [share(`share ${label}`, (sums) => (sums[c] as number) / totalOf(sums, columns))],
  );
  // The first bucket of this field is one system, so the rest is overlap.
  if (field === 'systems' && !isSuppressed[0])
    shares.push(share('share asked by 2 systems or more', (sums) => 1 - (sums[0] as number) / totalOf(sums, columns)));
  return shares;
}

/**
 * Returns the shares, means and quantiles of a field among the reports or slips that have the field; only the shares if
 * its labels are not numbers.
 */
export function fieldStatistics(
  labels: readonly string[],
  isSuppressed: readonly boolean[],
  record: string,
  field: string,
): readonly Statistic[] {
  const ranges = labels.map(rangeOf);
  const shares = shareStatistics(labels, isSuppressed, field);
  if (ranges.every((range) => range === null)) return shares;
  const hasRange = ranges.map((range) => (range === null ? 0 : 1));
  const unit = unitOf((labels.at(-1) === 'withheld' ? labels[0] : labels.at(-1)) as string);
  const isOpen = ranges.some((range) => range !== null && range.high === null);
  const mean = (statistic: string, edgeOf: (range: Range) => number): Statistic => {
    const possible = ranges.flatMap((range) => (range === null ? [] : [edgeOf(range)]));
    const scale: Scale = isOpen ? 'positive' : [Math.min(...possible), Math.max(...possible)];
    const values = ranges.map((range) => (range === null ? 0 : edgeOf(range)));
    return { statistic, unit, scale, estimator: (sums) => dot(sums, values) / dot(sums, hasRange) };
  };
  const means = [mean('mean', (range) => range.middle), mean('mean at least', (range) => range.low)];
  if (!isOpen) means.push(mean('mean at most', (range) => range.high ?? range.low));
  const hasQuantiles = record === 'card' || record === 'answers' || field === 'attention' || field === 'minutes';
  if (!hasQuantiles || unit === 'times') return [...shares, ...means];
  const quantiles = ([0.25, 0.5, 0.75] as const).map(
    (q): Statistic => ({
      statistic: q === 0.5 ? 'median' : `quantile ${q}`,
      unit,
      scale: 'positive',
      estimator: (sums) => quantile(sums, ranges, q),
    }),
  );
  return [...shares, ...means, ...quantiles];
}
