/** Puts values into the buckets of a month report. Only this file has the edges of the buckets. */
import {
  type AfterHoursBucket,
  type AttentionBucket,
  afterHoursBuckets,
  attentionBuckets,
  type ChangeBand,
  type CountBucket,
  changeBands,
  countBuckets,
  coverageBuckets,
  type In,
  minuteBuckets,
  type ShareBucket,
  shareBuckets,
  systemBuckets,
} from './report-format.ts';

/** Returns the bucket of a value. Each edge is the smallest value of the next bucket. */
const bucketOf = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;

/** Returns the bucket for the hours of attention in a month. */
export const attentionBucketOf = (hours: number): AttentionBucket =>
  bucketOf(hours, [5, 10, 20, 40, 80], attentionBuckets);
/** Returns the bucket for the hours of attention outside the standard working hours in a month. */
export const afterHoursBucketOf = (hours: number): AfterHoursBucket => bucketOf(hours, [1, 5, 20], afterHoursBuckets);
/** Returns the bucket for the share of repeat entries, 0 to 1. */
export const shareBucketOf = (share: number): ShareBucket => bucketOf(share, [0.1, 0.3, 0.6], shareBuckets);
/** Returns the bucket for the number of days with a record. */
export const coverageBucketOf = (days: number): In<typeof coverageBuckets> => bucketOf(days, [10], coverageBuckets);
/** Returns the bucket for a count of at least 1. */
export const countBucketOf = (count: number): CountBucket => bucketOf(count, [5, 20, 100], countBuckets);
/** Returns the bucket for the minutes of one submission. */
export const minuteBucketOf = (minutes: number): In<typeof minuteBuckets> =>
  bucketOf(minutes, [5, 15, 60], minuteBuckets);
/** Returns the bucket for a number of systems, at least 1. */
export const systemBucketOf = (systems: number): In<typeof systemBuckets> => bucketOf(systems, [2, 3], systemBuckets);
/**
 * Returns the band for the attention of this month divided by that of the previous month: below ½, below ⅘, below 5⁄4,
 * below 2, or 2 and above.
 */
export const changeBandOf = (ms: number, previousMonthMs: number): ChangeBand =>
  bucketOf(ms / Math.max(1, previousMonthMs), [0.5, 0.8, 1.25, 2], changeBands);
