/** Parses the owner's statements in a report. Accepts only values from fixed lists. */

import { type Check, integerUpTo, isBoolean, nullable, oneOf } from '../checks.ts';
import type { OwnerStatements } from './build-report.ts';
import { attentionBuckets, jobPosts, regions, shareBands, tiers } from './report-format.ts';

const answers: Readonly<Record<string, Check>> = {
  burden: (v) => integerUpTo(5)(v) && v !== 0,
  share: oneOf(shareBands),
  recalled: oneOf(attentionBuckets),
  shared: isBoolean,
};
const statements: Readonly<Record<string, Check>> = {
  tier: nullable(oneOf(tiers)),
  region: oneOf(regions),
  post: oneOf(jobPosts),
  answers: (v) => hasOnly(v, answers),
};
/** Whether all fields of an object are in `checks` and have an allowed value. */
const hasOnly = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, v]) => Object.hasOwn(checks, key) && (checks[key] as Check)(v));

/**
 * Returns the value as statements. Throws an error when the value has an unknown field or a field with a value that is
 * not allowed.
 */
export function parseStatements(value: unknown): OwnerStatements {
  if (!hasOnly(value, statements)) throw new Error('Cannot save statements: value is not one of the allowed options');
  return value as OwnerStatements;
}
