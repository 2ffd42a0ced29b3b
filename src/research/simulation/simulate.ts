/**
 * Synthetic people and the reports they would send, with the truth beside them: to plan a study, and to try whether
 * the estimates find what is known. Nothing here is measured; every table of it must say so.
 */
import { burdenForms, phoneBurdens } from '../../core/events.ts';
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  drawNoisy,
  type NoiseLevel,
} from '../../core/report/randomized-response.ts';
import {
  type AnySample,
  afterHoursBuckets,
  attentionBuckets,
  changeBands,
  countBuckets,
  coverageBuckets,
  dayBuckets,
  fieldBuckets,
  type MonthReport,
  minuteBuckets,
  type ReportLevel,
  shareBands,
  shareBuckets,
  systemBuckets,
  type Tier,
  tiers,
  unitKinds,
} from '../../core/report/report-format.ts';
import { partChances, pickPart, stochasticWeight, weightDrawRange } from '../../core/report/sampling.ts';
import { rangeOf } from '../format/buckets.ts';
import { type Random, seeded } from './random.ts';

export interface Study {
  readonly reports: number;
  readonly seed: number;
  readonly month: string;
  readonly level: ReportLevel | 'mixed';
  readonly e: NoiseLevel;
  /** People of one unit; 0 for independent people. */
  readonly perCluster: number;
  /** How alike people of one unit are: the share of variance between units. */
  readonly icc: number;
  /** Times the hours of other months. */
  readonly busier?: number;
  /** Another seed for what is drawn when reports are made: the same people in another month. */
  readonly draws?: number;
}

/** What each simulated person truly did, as the estimates would see it without sampling and noise. */
export interface Truth {
  people: number;
  /** Sums over people of bucket middles and of exact hours. */
  attentionMiddle: number;
  attentionHours: number;
  afterHoursMiddle: number;
  afterHoursHours: number;
  /** Sums over people of what their parts hold in full. */
  kinds: number;
  unitMiddleHours: number;
  office: number;
  families: number;
  obligationMiddleHours: number;
  acts: number;
  /** Sum of self-rated burden, 1 to 5. */
  burden: number;
  actMiddleCount: number;
  attentionBuckets: number[];
  /** Sum of true bucket middles in the noise channel's steps. */
  noisyAttentionMiddle: number;
  noisyAfterHoursMiddle: number;
}

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

interface Family {
  readonly kind: number;
  readonly frequency: number;
  readonly minutes: number;
  readonly fields: number;
  readonly systems: number;
}
interface Person {
  readonly tier: Tier | null;
  readonly days: number;
  readonly attention: number;
  readonly afterHours: number;
  readonly repeatShare: number;
  /** Hours by kind. */
  readonly units: readonly (readonly [kind: number, hours: number])[];
  readonly families: readonly Family[];
  /** Counts by burden form. */
  readonly acts: readonly (readonly [form: number, count: number])[];
  readonly phone: readonly (readonly [burden: number, count: number])[];
  readonly burden: 1 | 2 | 3 | 4 | 5;
}

const bucket = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;
const middle = (label: string) => rangeOf(label)?.middle ?? 0;
const attentionOf = (hours: number) => bucket(hours, [5, 10, 20, 40, 80], attentionBuckets);
const afterHoursOf = (hours: number) => bucket(hours, [1, 5, 20], afterHoursBuckets);
const countOf = (n: number) => bucket(n, [5, 20, 100], countBuckets);

function subset(random: Random, n: number, most: number): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < most; i++) {
    const j = i + random.below(n - i);
    [all[i], all[j]] = [all[j] as number, all[i] as number];
  }
  return all.slice(0, most);
}

function personOf(random: Random, latent: number, busier: number): Person {
  const drawnTier = random.uniform();
  const tier = drawnTier < 0.15 ? null : (tiers[drawnTier < 0.3 ? 0 : drawnTier < 0.6 ? 1 : 2] as Tier);
  const township = tier === 'township' ? 0.25 : 0;
  const attention = Math.min(200, busier * Math.exp(2.7 + township + 0.7 * latent));
  const second = 0.5 * latent + Math.sqrt(0.75) * random.normal();
  const afterHours = attention * Math.min(0.6, 0.12 * Math.exp(0.6 * second));
  const kindsUsed = Math.min(unitKinds.length, 1 + random.poisson(Math.exp(0.8 + 0.25 * latent)));
  const chosen = subset(random, unitKinds.length, kindsUsed);
  const pulls = chosen.map(() => -Math.log(1 - random.uniform()));
  const sum = pulls.reduce((a, b) => a + b, 0);
  const families = Array.from({ length: random.poisson(Math.exp(1.2 + 0.3 * latent)) }, () => ({
    kind: random.below(unitKinds.length),
    frequency: 1 + random.poisson(4 * Math.exp(0.4 * random.normal())),
    minutes: Math.exp(2 + 0.8 * random.normal()),
    fields: 1 + random.poisson(12),
    systems: 1 + random.poisson(0.6),
  }));
  const acts = subset(
    random,
    burdenForms.length,
    Math.min(burdenForms.length, random.poisson(Math.exp(0.9 + 0.3 * latent))),
  ).map((form) => [form, 1 + random.poisson(8 * Math.exp(0.5 * random.normal()))] as const);
  const phone = subset(random, phoneBurdens.length, Math.min(phoneBurdens.length, random.poisson(1.2))).map(
    (burden) => [burden, 1 + random.poisson(6)] as const,
  );
  return {
    tier,
    days: Math.min(23, 4 + random.poisson(14)),
    attention,
    afterHours,
    repeatShare: Math.min(0.95, 0.2 * Math.exp(0.6 * second)),
    units: chosen.map((kind, i) => [kind, (attention * (pulls[i] as number)) / sum]),
    families,
    acts,
    phone,
    burden: Math.max(1, Math.min(5, Math.round(3 + latent + 0.7 * random.normal()))) as Person['burden'],
  };
}

function addTruth(truth: Truth, person: Person): void {
  truth.people++;
  truth.attentionHours += person.attention;
  truth.attentionMiddle += middle(attentionOf(person.attention));
  (truth.attentionBuckets[attentionBuckets.indexOf(attentionOf(person.attention))] as number)++;
  truth.afterHoursHours += person.afterHours;
  truth.afterHoursMiddle += middle(afterHoursOf(person.afterHours));
  truth.kinds += person.units.length;
  for (const [kind, hours] of person.units) {
    truth.unitMiddleHours += middle(attentionOf(hours));
    if (kind === 0) truth.office++;
  }
  truth.families += person.families.length;
  for (const family of person.families)
    truth.obligationMiddleHours +=
      (middle(countOf(family.frequency)) * middle(bucket(family.minutes, [5, 15, 60], minuteBuckets))) / 60;
  truth.acts += person.acts.length;
  truth.burden += person.burden;
  for (const [, count] of person.acts) truth.actMiddleCount += middle(countOf(count));
  truth.noisyAttentionMiddle +=
    (Math.min(23, Math.floor(person.attention / attentionStepHours)) + 0.5) * attentionStepHours;
  truth.noisyAfterHoursMiddle +=
    (Math.min(19, Math.floor(person.afterHours / afterHoursStepHours)) + 0.5) * afterHoursStepHours;
}

function slipOf(
  random: Random,
  person: Person,
  month: string,
  drawn: 'unit' | 'obligation' | 'act' | 'phone',
): AnySample | null {
  const items = { unit: person.units, obligation: person.families, act: person.acts, phone: person.phone }[drawn];
  if (items.length === 0) return null;
  const at = random.below(items.length);
  const weight = (16 / partChances[drawn]) * stochasticWeight(items.length, random.below(weightDrawRange));
  const head = { id: random.hex(4), month, weight };
  if (drawn === 'unit') {
    const [kind, hours] = person.units[at] as readonly [number, number];
    return { ...head, slip: drawn, kind: unitKinds[kind] as (typeof unitKinds)[number], attention: attentionOf(hours) };
  }
  if (drawn === 'act') {
    const [form, count] = person.acts[at] as readonly [number, number];
    const days = bucket(Math.ceil(count / 2), [3, 10], dayBuckets);
    return {
      ...head,
      slip: drawn,
      form: burdenForms[form] as (typeof burdenForms)[number],
      count: countOf(count),
      days,
    };
  }
  if (drawn === 'phone') {
    const [burden, count] = person.phone[at] as readonly [number, number];
    return {
      ...head,
      slip: drawn,
      burden: phoneBurdens[burden] as (typeof phoneBurdens)[number],
      count: countOf(count),
    };
  }
  const family = person.families[at] as Family;
  return {
    ...head,
    slip: 'obligation',
    kind: unitKinds[family.kind] as (typeof unitKinds)[number],
    frequency: countOf(family.frequency),
    minutes: bucket(family.minutes, [5, 15, 60], minuteBuckets),
    fields: bucket(family.fields, [6, 16, 41], fieldBuckets),
    repeatShare: bucket(person.repeatShare, [0.1, 0.3, 0.6], shareBuckets),
    systems: bucket(family.systems, [2, 3], systemBuckets),
  };
}

function reportOf(random: Random, study: Study, person: Person): MonthReport {
  const level =
    study.level === 'mixed' ? (['standard', 'standard', 'least', 'noisy'] as const)[random.below(4)] : study.level;
  const head = {
    format: 'fingertip-ledger-month-report',
    schemaVersion: 1,
    definitionsVersion: 1,
    month: study.month,
    partial: false,
  } as const;
  const id = random.hex(4);
  if (level === 'noisy') {
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
    coverage: bucket(person.days, [10], coverageBuckets),
    attention: attentionOf(person.attention),
    afterHours: afterHoursOf(person.afterHours),
    repeatShare: bucket(person.repeatShare, [0.1, 0.3, 0.6], shareBuckets),
  } as const;
  if (level === 'least') return { ...head, level, card, slips: [] };
  const drawn = pickPart(random.below(16));
  if (drawn === 'overview') return { ...head, level: 'standard', drawn, card, slips: [] };
  const slip: AnySample | null =
    drawn === 'answers'
      ? {
          id: random.hex(4),
          month: study.month,
          slip: 'answers',
          burden: person.burden,
          share: shareBands[random.below(5)] as (typeof shareBands)[number],
          recalled: attentionOf(person.attention * Math.exp(0.4 * random.normal())),
          shared: random.uniform() < 0.1,
          change: changeBands[random.below(5)] as (typeof changeBands)[number],
        }
      : slipOf(random, person, study.month, drawn);
  return { ...head, level: 'standard', drawn, card: { id }, slips: slip === null ? [] : [slip] };
}

/** One person's report after the other; `cluster` counts units from 0. Adds to `truth` as it goes. */
export function* simulate(study: Study, truth: Truth): Generator<{ report: MonthReport; cluster: number }> {
  const random = seeded(study.seed);
  const drawing = study.draws === undefined ? random : seeded(study.draws);
  let unit = 0;
  for (let i = 0; i < study.reports; i++) {
    const cluster = study.perCluster === 0 ? i : Math.floor(i / study.perCluster);
    if (study.perCluster > 0 && i % study.perCluster === 0) unit = random.normal();
    const own = random.normal();
    const latent = study.perCluster === 0 ? own : Math.sqrt(study.icc) * unit + Math.sqrt(1 - study.icc) * own;
    const person = personOf(random, latent, study.busier ?? 1);
    addTruth(truth, person);
    yield { report: reportOf(drawing, study, person), cluster };
  }
}
