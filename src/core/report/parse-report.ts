/** The only door for month reports from elsewhere: exactly the known shape, or one line that says where it isn't. */

import { type Check, integerUpTo, isBoolean, nullable, oneOf } from '../checks.ts';
import { burdenForms, phoneBurdens } from '../events.ts';
import { afterHoursChannel, attentionChannel, type NoiseLevel, noiseLevels } from './randomized-response.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  fieldBuckets,
  jobPosts,
  type MonthReport,
  minuteBuckets,
  regions,
  reportLevels,
  reportParts,
  shareBands,
  shareBuckets,
  systemBuckets,
  tiers,
  unitKinds,
} from './report-format.ts';

const id: Check = (v) => typeof v === 'string' && /^[0-9a-f]{32}$/.test(v);
const month: Check = (v) => typeof v === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(v);
const tier = nullable(oneOf(tiers));
const amount = oneOf([...countBuckets, '0']);
const repeatShare = oneOf([...shareBuckets, 'withheld']);
const weight: Check = (v) => integerUpTo(65_536)(v) && Number.isInteger(Math.log2(v as number));
const is =
  (wanted: unknown): Check =>
  (v) =>
    v === wanted;

/** Fields that must be there, and fields that may. */
type Fields = readonly [must: Readonly<Record<string, Check>>, may: Readonly<Record<string, Check>>];

const coarseCard: Fields = [
  { id },
  {
    catalogueVersion: integerUpTo(1000),
    tier,
    coverage: oneOf(coverageBuckets),
    attention: oneOf(attentionBuckets),
    afterHours: oneOf(afterHoursBuckets),
    repeatShare,
    region: oneOf(regions),
    post: oneOf(jobPosts),
  },
];
const noisyCard = (e: NoiseLevel): Fields => [
  { id, e: is(e) },
  {
    catalogueVersion: integerUpTo(1000),
    tier,
    attention: integerUpTo(attentionChannel(e).outputs - 1),
    afterHours: integerUpTo(afterHoursChannel(e).outputs - 1),
  },
];
const slips: Readonly<Record<string, Fields>> = {
  unit: [
    { id, month, slip: is('unit'), kind: oneOf(unitKinds) },
    { tier, weight, attention: oneOf(attentionBuckets), entries: amount, submissions: amount, repeats: amount },
  ],
  obligation: [
    { id, month, slip: is('obligation') },
    {
      tier,
      weight,
      kind: oneOf(unitKinds),
      frequency: oneOf(countBuckets),
      minutes: oneOf(minuteBuckets),
      fields: oneOf(fieldBuckets),
      repeatShare,
      systems: oneOf(systemBuckets),
    },
  ],
  act: [
    { id, month, slip: is('act'), form: oneOf(burdenForms) },
    { tier, weight, count: oneOf(countBuckets), days: oneOf(dayBuckets) },
  ],
  phone: [
    { id, month, slip: is('phone'), burden: oneOf(phoneBurdens) },
    { tier, weight, count: oneOf(countBuckets) },
  ],
  answers: [
    { id, month, slip: is('answers') },
    {
      tier,
      burden: (v) => integerUpTo(5)(v) && v !== 0,
      share: oneOf(shareBands),
      recalled: oneOf(attentionBuckets),
      shared: isBoolean,
      change: oneOf(changeBands),
    },
  ],
};
const anything: Check = () => true;
const report: Fields = [
  {
    format: is('fingertip-ledger-month-report'),
    schemaVersion: is(1),
    definitionsVersion: integerUpTo(1000),
    month,
    level: oneOf(reportLevels),
    partial: isBoolean,
    card: anything,
    slips: (v) => Array.isArray(v) && v.length <= 5,
  },
  { removed: integerUpTo(100), drawn: oneOf(reportParts) },
];

/** A stranger's value as a message may show it: short, quoted, without signs that turn a terminal's text around. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function examine(value: unknown, [must, may]: Fields, place: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(place === '' ? 'it is no report' : `field ${shown(place)} can't be ${shown(value)}`);
  const under = (key: string) => shown(place === '' ? key : `${place}.${key}`);
  for (const key of Object.keys(value))
    if (!Object.hasOwn(must, key) && !Object.hasOwn(may, key)) throw new Error(`field ${under(key)} is unknown`);
  for (const key of Object.keys(must))
    if (!Object.hasOwn(value, key)) throw new Error(`field ${under(key)} is missing`);
  for (const [key, check] of [...Object.entries(must), ...Object.entries(may)]) {
    if (!Object.hasOwn(value, key)) continue;
    const found = (value as Record<string, unknown>)[key];
    if (!check(found)) throw new Error(`field ${under(key)} can't be ${shown(found)}`);
  }
}

/** Checks a value that came from outside. Throws an `Error` whose message names the place. */
export function checkMonthReport(value: unknown): MonthReport {
  examine(value, report, '');
  const found = value as MonthReport;
  if (found.level !== 'standard' && Object.hasOwn(found, 'drawn'))
    throw new Error('field "drawn" belongs to level "standard" only');
  if (found.level === 'noisy') {
    const { e } = (found.card ?? {}) as { e?: unknown };
    const known = noiseLevels.find((level) => level === e);
    if (e !== undefined && known === undefined) throw new Error(`field "card.e" can't be ${shown(e)}`);
    examine(found.card, noisyCard(known ?? 3), 'card');
    if (found.slips.length > 0) throw new Error('field "slips" must be empty at level "noisy"');
    return found;
  }
  examine(found.card, coarseCard, 'card');
  if (found.level === 'least' && found.slips.length > 0)
    throw new Error('field "slips" must be empty at level "least"');
  const seen = new Set<string>();
  for (const [i, slip] of (found.slips as readonly unknown[]).entries()) {
    const sort = (slip as { slip?: unknown } | null)?.slip;
    if (typeof sort !== 'string' || !Object.hasOwn(slips, sort))
      throw new Error(`field "slips[${i}].slip" can't be ${shown(sort ?? null)}`);
    examine(slip, slips[sort] as Fields, `slips[${i}]`);
    if ((slip as { month: string }).month !== found.month)
      throw new Error(`field "slips[${i}].month" is not the report's month`);
    if (seen.has(sort)) throw new Error(`field "slips[${i}]" is a second slip of one sort`);
    seen.add(sort);
  }
  return found;
}

/** Parses a report's text. Throws an `Error` whose message names the place. */
export function parseMonthReport(text: string): MonthReport {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new Error('it is no JSON');
  }
  return checkMonthReport(value);
}
