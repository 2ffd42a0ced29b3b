/** Builds the report that an invented person would send. */
import { burdenForms, phoneBurdens } from '../../core/events.ts';
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  drawNoisy,
} from '../../core/report/draws/randomized-response.ts';
import { partChances, pickPart, stochasticWeight, weightDrawRange } from '../../core/report/draws/sampling.ts';
import {
  type AnySample,
  changeBands,
  coverageBuckets,
  dayBuckets,
  drawsOnePart,
  fieldBuckets,
  isPerturbed,
  type MonthReport,
  type ReportLevel,
  reportLevels,
  shareBands,
  shareBuckets,
  systemBuckets,
  unitKinds,
} from '../../core/report/report-format.ts';
import type { Family, Person } from './people.ts';
import type { Random } from './seeded-random.ts';
import type { SimulatedStudy } from './simulated-study.ts';
import { afterHoursBucket, attentionBucket, bucketOf, countBucket, minuteBucket } from './value-buckets.ts';

/**
 * Returns the slip of a sampled part: one of the person's items, chosen at random. Null when the person has no item.
 */
function drawSlip(
  random: Random,
  person: Person,
  month: string,
  drawn: 'unit' | 'obligation' | 'act' | 'phone',
): AnySample | null {
  const items = { unit: person.units, obligation: person.families, act: person.acts, phone: person.phone }[drawn];
  if (items.length === 0) return null;
  const index = random.below(items.length);
  const weight = (16 / partChances[drawn]) * stochasticWeight(items.length, random.below(weightDrawRange));
  const head = { id: random.hex(4), month, weight };
  if (drawn === 'unit') {
    const [kind, hours] = person.units[index] as readonly [number, number];
    return {
      ...head,
      slip: drawn,
      kind: unitKinds[kind] as (typeof unitKinds)[number],
      attention: attentionBucket(hours),
    };
  }
  if (drawn === 'act') {
    const [form, count] = person.acts[index] as readonly [number, number];
    const days = bucketOf(Math.ceil(count / 2), [3, 10], dayBuckets);
    return {
      ...head,
      slip: drawn,
      form: burdenForms[form] as (typeof burdenForms)[number],
      count: countBucket(count),
      days,
    };
  }
  if (drawn === 'phone') {
    const [burden, count] = person.phone[index] as readonly [number, number];
    return {
      ...head,
      slip: drawn,
      burden: phoneBurdens[burden] as (typeof phoneBurdens)[number],
      count: countBucket(count),
    };
  }
  const family = person.families[index] as Family;
  return {
    ...head,
    slip: 'obligation',
    kind: unitKinds[family.kind] as (typeof unitKinds)[number],
    frequency: countBucket(family.frequency),
    minutes: minuteBucket(family.minutes),
    fields: bucketOf(family.fields, [6, 16, 41], fieldBuckets),
    repeatShare: bucketOf(person.repeatShare, [0.1, 0.3, 0.6], shareBuckets),
    systems: bucketOf(family.systems, [2, 3], systemBuckets),
  };
}

/** The levels from which `mixed` draws. A level that draws one part is in the list twice, each other level once. */
const mixedLevels = [
  ...reportLevels.filter(drawsOnePart).flatMap((level) => [level, level]),
  ...reportLevels.filter((level) => !drawsOnePart(level)),
];

/** Returns the report of one person. Draws level, sampled part and noise from `random`. */
export function buildReport(random: Random, study: SimulatedStudy, person: Person): MonthReport {
  const level = study.level === 'mixed' ? (mixedLevels[random.below(mixedLevels.length)] as ReportLevel) : study.level;
  const head = {
    format: 'fingertip-ledger-month-report',
    schemaVersion: 1,
    definitionsVersion: 1,
    month: study.month,
    partial: false,
  } as const;
  const id = random.hex(4);
  if (isPerturbed(level)) {
    const attention = Math.min(23, Math.floor(person.attention / attentionStepHours));
    const afterHours = Math.min(19, Math.floor(person.afterHours / afterHoursStepHours));
    const card = {
      id,
      catalogueVersion: 1,
      tier: person.tier,
      e: study.e,
      attention: drawNoisy(attentionChannel(study.e), attention, random.below),
      afterHours: drawNoisy(afterHoursChannel(study.e), afterHours, random.below),
    };
    return { ...head, level, card, slips: [] };
  }
  const card = {
    id,
    catalogueVersion: 1,
    tier: person.tier,
    coverage: bucketOf(person.days, [10], coverageBuckets),
    attention: attentionBucket(person.attention),
    afterHours: afterHoursBucket(person.afterHours),
    repeatShare: bucketOf(person.repeatShare, [0.1, 0.3, 0.6], shareBuckets),
  } as const;
  if (!drawsOnePart(level)) return { ...head, level, card, slips: [] };
  const drawn = pickPart(random.below(16));
  if (drawn === 'overview') return { ...head, level, drawn, card, slips: [] };
  const slip: AnySample | null =
    drawn === 'answers'
      ? {
          id: random.hex(4),
          month: study.month,
          slip: 'answers',
          burden: person.burden,
          share: shareBands[random.below(5)] as (typeof shareBands)[number],
          recalled: attentionBucket(person.attention * Math.exp(0.4 * random.normal())),
          shared: random.uniform() < 0.1,
          change: changeBands[random.below(5)] as (typeof changeBands)[number],
        }
      : drawSlip(random, person, study.month, drawn);
  return { ...head, level, drawn, card: { id }, slips: slip === null ? [] : [slip] };
}
