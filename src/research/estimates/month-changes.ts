/** Changes from one month to the next. */
import type { Estimate } from './estimate.ts';

const comparedStatistics: ReadonlySet<string> = new Set([
  'mean',
  'median',
  'per person',
  'things per person',
  'person-hours per person',
]);

const isCompared = ({ statistic }: Estimate) =>
  comparedStatistics.has(statistic) || statistic.startsWith('mean through noise');
const keyOf = (e: Estimate) => [e.record, e.by, e.group, e.field, e.statistic].join('|');
const halfWidth = (e: Estimate) => (e.high - e.low) / 2;

/**
 * Returns the differences between each month and the previous one in `months`. The intervals of these differences treat
 * the samples of the two months as independent.
 */
export function monthChanges(estimates: readonly Estimate[], months: readonly string[]): Estimate[] {
  return months.slice(1).flatMap((month, i) => {
    const earlier = new Map(estimates.filter((e) => e.month === months[i] && isCompared(e)).map((e) => [keyOf(e), e]));
    return estimates.flatMap((now) => {
      const before = now.month === month ? earlier.get(keyOf(now)) : undefined;
      if (before === undefined) return [];
      const value = now.value - before.value;
      const half = Math.hypot(halfWidth(now), halfWidth(before));
      const statistic = `${now.statistic} against ${before.month}`;
      return [{ ...now, statistic, value, low: value - half, high: value + half }];
    });
  });
}
