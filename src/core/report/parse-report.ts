/**
 * Parses month reports that come from outside. Only the exact format is accepted
 * (docs/schemas/month-report.schema.json). The message of an error is one line that names the wrong field.
 */

import { type Check, integerUpTo, isBoolean, nullable, oneOf } from '../checks.ts';
import { burdenForms, phoneBurdens } from '../events.ts';
import { afterHoursChannel, attentionChannel, type NoiseLevel, noiseLevels } from './draws/randomized-response.ts';
import {
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  drawsOnePart,
  fieldBuckets,
  isNoisyReport,
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
/** Accepts exactly this value. */
const exactly =
  (wanted: unknown): Check =>
  (v) =>
    v === wanted;

/** Required fields and optional fields. */
type Fields = readonly [required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>>];

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
  { id, e: exactly(e) },
  {
    catalogueVersion: integerUpTo(1000),
    tier,
    attention: integerUpTo(attentionChannel(e).outputs - 1),
    afterHours: integerUpTo(afterHoursChannel(e).outputs - 1),
  },
];
/** The fields of each sort of sample. The field `slip` of a sample names the sort. */
const samples: Readonly<Record<string, Fields>> = {
  unit: [
    { id, month, slip: exactly('unit'), kind: oneOf(unitKinds) },
    { tier, weight, attention: oneOf(attentionBuckets), entries: amount, submissions: amount, repeats: amount },
  ],
  obligation: [
    { id, month, slip: exactly('obligation') },
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
    { id, month, slip: exactly('act'), form: oneOf(burdenForms) },
    { tier, weight, count: oneOf(countBuckets), days: oneOf(dayBuckets) },
  ],
  phone: [
    { id, month, slip: exactly('phone'), burden: oneOf(phoneBurdens) },
    { tier, weight, count: oneOf(countBuckets) },
  ],
  answers: [
    { id, month, slip: exactly('answers') },
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
    format: exactly('fingertip-ledger-month-report'),
    schemaVersion: exactly(1),
    definitionsVersion: integerUpTo(1000),
    month,
    level: oneOf(reportLevels),
    partial: isBoolean,
    card: anything,
    slips: (v) => Array.isArray(v) && v.length <= 5,
  },
  { removed: integerUpTo(100), drawn: oneOf(reportParts) },
];

/**
 * Returns an untrusted value in a form that an error message may contain. The result is short and quoted, and control
 * characters for text direction are escaped.
 */
function showValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Throws an error that names the first field that is unknown, missing or not valid. `place` is the path of the object
 * in the report.
 */
function checkFields(value: unknown, [required, optional]: Fields, place: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(place === '' ? 'not a month report' : `field ${showValue(place)} can't be ${showValue(value)}`);
  const pathOf = (key: string) => showValue(place === '' ? key : `${place}.${key}`);
  for (const key of Object.keys(value))
    if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
      throw new Error(`field ${pathOf(key)} is unknown`);
  for (const key of Object.keys(required))
    if (!Object.hasOwn(value, key)) throw new Error(`field ${pathOf(key)} is missing`);
  for (const [key, check] of [...Object.entries(required), ...Object.entries(optional)]) {
    if (!Object.hasOwn(value, key)) continue;
    const found = (value as Record<string, unknown>)[key];
    if (!check(found)) throw new Error(`field ${pathOf(key)} can't be ${showValue(found)}`);
  }
}

/** Checks a value from outside. Throws an error whose message names the wrong field. */
export function checkMonthReport(value: unknown): MonthReport {
  checkFields(value, report, '');
  const found = value as MonthReport;
  const { level } = found;
  if (!drawsOnePart(level) && Object.hasOwn(found, 'drawn'))
    throw new Error(`field "drawn" belongs to level "${reportLevels.filter(drawsOnePart).join('" or "')}" only`);
  if (isNoisyReport(found)) {
    const { e } = (found.card ?? {}) as { e?: unknown };
    const known = noiseLevels.find((noise) => noise === e);
    if (e !== undefined && known === undefined) throw new Error(`field "card.e" can't be ${showValue(e)}`);
    checkFields(found.card, noisyCard(known ?? 3), 'card');
    if (found.slips.length > 0) throw new Error(`field "slips" must be empty at level "${level}"`);
    return found;
  }
  checkFields(found.card, coarseCard, 'card');
  if (!drawsOnePart(level) && found.slips.length > 0)
    throw new Error(`field "slips" must be empty at level "${level}"`);
  const seen = new Set<string>();
  for (const [i, sample] of (found.slips as readonly unknown[]).entries()) {
    const sort = (sample as { slip?: unknown } | null)?.slip;
    if (typeof sort !== 'string' || !Object.hasOwn(samples, sort))
      throw new Error(`field "slips[${i}].slip" can't be ${showValue(sort ?? null)}`);
    checkFields(sample, samples[sort] as Fields, `slips[${i}]`);
    if ((sample as { month: string }).month !== found.month)
      throw new Error(`field "slips[${i}].month" is not the report's month`);
    if (seen.has(sort)) throw new Error(`field "slips[${i}]" repeats slip "${sort}"`);
    seen.add(sort);
  }
  return found;
}

/**
 * Parses the text of a report. The text may start with a byte order mark. Throws an error whose message names the wrong
 * field.
 */
export function parseMonthReport(text: string): MonthReport {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new Error('not valid JSON');
  }
  return checkMonthReport(value);
}
