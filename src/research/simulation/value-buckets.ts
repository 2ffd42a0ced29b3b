/** Puts exact values into buckets, with the functions of the extension. */
import { rangeOf } from '../format/buckets.ts';

export {
  afterHoursBucketOf as afterHoursBucket,
  attentionBucketOf as attentionBucket,
  countBucketOf as countBucket,
  minuteBucketOf as minuteBucket,
} from '../../core/report/bucket-of.ts';

/** Returns the bucket of a value; `edges` are the lower edges of all buckets but the first. */
export const bucketOf = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;
/** Returns the midpoint of a bucket. */
export const middleOf = (label: string): number => rangeOf(label)?.middle ?? 0;
