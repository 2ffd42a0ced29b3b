/** Puts values into the buckets of a month report. The edges of the buckets are here only. */
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

/** The bucket of a value; each edge is the smallest value of the next bucket. */
const bucketOf = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;

/** Hours of attention in the month. */
export const attentionBucketOf = (hours: number): AttentionBucket =>
  bucketOf(hours, [5, 10, 20, 40, 80], attentionBuckets);
/** Hours outside the fixed standard in the month. */
export const afterHoursBucketOf = (hours: number): AfterHoursBucket => bucketOf(hours, [1, 5, 20], afterHoursBuckets);
/** Share of repeat entries, 0 to 1. */
export const shareBucketOf = (share: number): ShareBucket => bucketOf(share, [0.1, 0.3, 0.6], shareBuckets);
/** Days with a record. */
export const coverageBucketOf = (days: number): In<typeof coverageBuckets> => bucketOf(days, [10], coverageBuckets);
/** A count of at least 1. */
export const countBucketOf = (count: number): CountBucket => bucketOf(count, [5, 20, 100], countBuckets);
/** Minutes of one submission. */
export const minuteBucketOf = (minutes: number): In<typeof minuteBuckets> =>
  bucketOf(minutes, [5, 15, 60], minuteBuckets);
/** Number of systems, at least 1. */
export const systemBucketOf = (systems: number): In<typeof systemBuckets> => bucketOf(systems, [2, 3], systemBuckets);
/** Attention of this month against last month's: below ½, below ⅘, up to 5⁄4, up to 2, above. */
export const changeBandOf = (ms: number, lastMonthMs: number): ChangeBand =>
  bucketOf(ms / Math.max(1, lastMonthMs), [0.5, 0.8, 1.25, 2], changeBands);
