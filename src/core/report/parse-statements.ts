/** What the owner chose to say, as it arrives: words of the known lists and nothing else. */

import { type Check, integerUpTo, isBoolean, nullable, oneOf } from '../checks.ts';
import type { OwnerStatements } from './build-report.ts';
import { attentionBuckets, jobPosts, regions, shareBands, tiers } from './report-format.ts';

const answers: Readonly<Record<string, Check>> = {
  burden: (v) => integerUpTo(5)(v) && v !== 0,
  share: oneOf(shareBands),
  recalled: oneOf(attentionBuckets),
  shared: isBoolean,
};
const words: Readonly<Record<string, Check>> = {
  tier: nullable(oneOf(tiers)),
  region: oneOf(regions),
  post: oneOf(jobPosts),
  answers: (v) => known(v, answers),
};
const known = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, v]) => Object.hasOwn(checks, key) && (checks[key] as Check)(v));

/** Throws when it is anything else. */
export function parseStatements(value: unknown): OwnerStatements {
  if (!known(value, words)) throw new Error('Cannot keep what was said: it is none of the words offered');
  return value as OwnerStatements;
}
