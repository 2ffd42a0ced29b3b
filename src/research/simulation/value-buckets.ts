/** The buckets of exact values, as the extension makes them. */
import { afterHoursBuckets, attentionBuckets, countBuckets, minuteBuckets } from '../../core/report/report-format.ts';
import { rangeOf } from '../format/buckets.ts';

/** The bucket of a value; `edges` are the lower edges of all buckets but the first. */
export const bucketOf = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;
/** The midpoint of a bucket. */
export const middleOf = (label: string): number => rangeOf(label)?.middle ?? 0;

export const attentionBucket = (hours: number) => bucketOf(hours, [5, 10, 20, 40, 80], attentionBuckets);
export const afterHoursBucket = (hours: number) => bucketOf(hours, [1, 5, 20], afterHoursBuckets);
export const countBucket = (n: number) => bucketOf(n, [5, 20, 100], countBuckets);
export const minuteBucket = (minutes: number) => bucketOf(minutes, [5, 15, 60], minuteBuckets);
