/** What is estimated from a field's sums of weights by bucket. */
import { type Range, rangeOf } from '../format/buckets.ts';
import type { Scale } from './jackknife.ts';

export interface Wanted {
  readonly statistic: string;
  readonly unit: string;
  readonly scale: Scale;
  readonly of: (sums: Float64Array) => number;
}

export const unitOf = (label: string): string =>
  /h/.test(label)
    ? 'hours'
    : /min/.test(label)
      ? 'minutes'
      : /%/.test(label)
        ? 'percent'
        : /day/.test(label)
          ? 'days'
          : 'times';

export function dot(sums: Float64Array, values: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i] as number) * (sums[i] as number);
  return total;
}

const total = (sums: Float64Array, columns: number) => {
  let sum = 0;
  for (let i = 0; i < columns; i++) sum += sums[i] as number;
  return sum;
};

/** Where share `q` of the weights is reached, linear within buckets; NaN beyond the last closed edge. */
export function quantile(sums: ArrayLike<number>, ranges: readonly (Range | null)[], q: number): number {
  let all = 0;
  for (let i = 0; i < ranges.length; i++) if (ranges[i] !== null) all += sums[i] as number;
  let below = 0;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i] ?? null;
    if (range === null) continue;
    const here = sums[i] as number;
    if (below + here >= q * all && here > 0)
      return range.high === null ? Number.NaN : range.low + ((range.high - range.low) * (q * all - below)) / here;
    below += here;
  }
  return Number.NaN;
}

/** Statistics of a bucketed field among those that have it. */
export function wantedWithin(
  labels: readonly string[],
  hidden: readonly boolean[],
  record: string,
  field: string,
): readonly Wanted[] {
  const columns = labels.length;
  const ranges = labels.map(rangeOf);
  const shares = labels.flatMap((label, c): Wanted[] =>
    hidden[c]
      ? []
      : [
          {
            statistic: `share ${label}`,
            unit: 'share',
            scale: [0, 1],
            of: (s) => (s[c] as number) / total(s, columns),
          },
        ],
  );
  // Overlap: form families that more than one system asks.
  if (field === 'systems' && !hidden[0])
    shares.push({
      statistic: 'share asked by 2 systems or more',
      unit: 'share',
      scale: [0, 1],
      of: (s) => 1 - (s[0] as number) / total(s, columns),
    });
  if (ranges.every((range) => range === null)) return shares;
  const there = ranges.map((range) => (range === null ? 0 : 1));
  const mean = (values: readonly number[]) => (s: Float64Array) => dot(s, values) / dot(s, there);
  const unit = unitOf((labels.at(-1) === 'withheld' ? labels[0] : labels.at(-1)) as string);
  const open = ranges.some((range) => range !== null && range.high === null);
  const meanBy = (statistic: string, edge: (range: Range) => number): Wanted => {
    const given = ranges.flatMap((range) => (range === null ? [] : [edge(range)]));
    const scale: Scale = open ? 'positive' : [Math.min(...given), Math.max(...given)];
    return { statistic, unit, scale, of: mean(ranges.map((range) => (range === null ? 0 : edge(range)))) };
  };
  const means = [meanBy('mean', (range) => range.middle), meanBy('mean at least', (range) => range.low)];
  if (!open) means.push(meanBy('mean at most', (range) => range.high ?? range.low));
  const ordered = record === 'card' || record === 'answers' || field === 'attention' || field === 'minutes';
  const quantiles =
    !ordered || unit === 'times'
      ? []
      : ([0.25, 0.5, 0.75] as const).map(
          (q): Wanted => ({
            statistic: q === 0.5 ? 'median' : `quantile ${q}`,
            unit,
            scale: 'positive',
            of: (s) => quantile(s, ranges, q),
          }),
        );
  return [...shares, ...means, ...quantiles];
}
