/** The truth of a simulated study: the values that estimates should find. */
import { afterHoursStepHours, attentionStepHours } from '../../core/report/draws/randomized-response.ts';
import { attentionBuckets } from '../../core/report/report-format.ts';
import type { Person } from './people.ts';
import { afterHoursBucket, attentionBucket, countBucket, middleOf, minuteBucket } from './value-buckets.ts';

/**
 * Sums over all people. Estimates would give these values if there were no sampling and no noise. `truth.json` has the
 * same keys.
 */
export interface Truth {
  people: number;
  /** In hours: by the midpoints of buckets, and exact. */
  attentionMiddle: number;
  attentionHours: number;
  afterHoursMiddle: number;
  afterHoursHours: number;
  /** Kinds of portals used. */
  kinds: number;
  unitMiddleHours: number;
  /** People who used the first kind of portal. */
  office: number;
  /** Form families. */
  families: number;
  obligationMiddleHours: number;
  /** Burden forms that occurred. */
  acts: number;
  /** Self-rated burden, 1 to 5. */
  burden: number;
  actMiddleCount: number;
  /** People by bucket of attention. */
  attentionBuckets: number[];
  /** In hours: by the midpoints of the steps that randomized response takes as inputs. */
  noisyAttentionMiddle: number;
  noisyAfterHoursMiddle: number;
}

/** Returns the truth of a study without people. */
export const noTruth = (): Truth => ({
  people: 0,
  attentionMiddle: 0,
  attentionHours: 0,
  afterHoursMiddle: 0,
  afterHoursHours: 0,
  kinds: 0,
  unitMiddleHours: 0,
  office: 0,
  families: 0,
  obligationMiddleHours: 0,
  acts: 0,
  burden: 0,
  actMiddleCount: 0,
  attentionBuckets: attentionBuckets.map(() => 0),
  noisyAttentionMiddle: 0,
  noisyAfterHoursMiddle: 0,
});

/** Adds one person to the sums. */
export function addTruth(truth: Truth, person: Person): void {
  truth.people++;
  truth.attentionHours += person.attention;
  truth.attentionMiddle += middleOf(attentionBucket(person.attention));
  (truth.attentionBuckets[attentionBuckets.indexOf(attentionBucket(person.attention))] as number)++;
  truth.afterHoursHours += person.afterHours;
  truth.afterHoursMiddle += middleOf(afterHoursBucket(person.afterHours));
  truth.kinds += person.units.length;
  for (const [kind, hours] of person.units) {
    truth.unitMiddleHours += middleOf(attentionBucket(hours));
    if (kind === 0) truth.office++;
  }
  truth.families += person.families.length;
  for (const family of person.families)
    truth.obligationMiddleHours +=
      (middleOf(countBucket(family.frequency)) * middleOf(minuteBucket(family.minutes))) / 60;
  truth.acts += person.acts.length;
  truth.burden += person.burden;
  for (const [, count] of person.acts) truth.actMiddleCount += middleOf(countBucket(count));
  truth.noisyAttentionMiddle +=
    (Math.min(23, Math.floor(person.attention / attentionStepHours)) + 0.5) * attentionStepHours;
  truth.noisyAfterHoursMiddle +=
    (Math.min(19, Math.floor(person.afterHours / afterHoursStepHours)) + 0.5) * afterHoursStepHours;
}
