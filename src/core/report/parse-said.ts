/** What the owner chose to say, as it arrives: words of the known lists and nothing else. */

import { type Check, count, flag, nullOr, oneOf } from '../checks.ts';
import type { Said } from './build-report.ts';
import { attentionBuckets, posts, regions, shareBands, tiers } from './report-format.ts';

const answers: Readonly<Record<string, Check>> = {
  burden: (v) => count(5)(v) && v !== 0,
  share: oneOf(shareBands),
  recalled: oneOf(attentionBuckets),
  shared: flag,
};
const words: Readonly<Record<string, Check>> = {
  tier: nullOr(oneOf(tiers)),
  region: oneOf(regions),
  post: oneOf(posts),
  answers: (v) => known(v, answers),
};
const known = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, v]) => Object.hasOwn(checks, key) && (checks[key] as Check)(v));

/** Throws when it is anything else. */
export function checkSaid(value: unknown): Said {
  if (!known(value, words)) throw new Error('Cannot keep what was said: it is none of the words offered');
  return value as Said;
}
