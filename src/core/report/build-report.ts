/** A month's figures and its draws → the report. Pure: the same figures, choices and draws give the same report. */

import { definitionsVersion } from '../days/day-summary.ts';
import type { BurdenForm, PhoneBurden } from '../events.ts';
import { lookBackDays } from '../forms/judge-repeats.ts';
import type { MonthFigures } from './month-figures.ts';
import type { MonthDraws, SampledPart } from './random-draws.ts';
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  drawNoisy,
  type NoiseChannel,
  type NoiseLevel,
} from './randomized-response.ts';
import {
  type AnswersSample,
  type AnySample,
  afterHoursBuckets,
  attentionBuckets,
  type Card,
  type ChangeBand,
  changeBands,
  countBuckets,
  coverageBuckets,
  type MonthReport,
  minuteBuckets,
  type NoisyCard,
  type ReportLevel,
  shareBuckets,
  systemBuckets,
  type Tier,
  type UnitKind,
} from './report-format.ts';
import { partChances, pickPart, questionGroups, stochasticWeight } from './sampling.ts';

/** What the owner chose to say. Everything is empty by default. */
export interface OwnerStatements {
  readonly tier?: Tier | null;
  /** Only for a study that asks. */
  readonly region?: Card['region'];
  readonly post?: Card['post'];
  readonly answers?: Pick<AnswersSample, 'burden' | 'share' | 'recalled' | 'shared'>;
}

export interface ReportInput {
  readonly month: string;
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly partial: boolean;
  readonly catalogueVersion: number;
  readonly figures: MonthFigures;
  readonly ledgerAgeDays: number;
  /** Last month's attention, or null when there is none to compare with. */
  readonly lastAttentionMs: number | null;
  readonly said: OwnerStatements;
  readonly draws: MonthDraws;
}

const hour = 3_600_000;
const bucket = <B>(value: number, edges: readonly number[], buckets: readonly B[]): B =>
  buckets[edges.filter((edge) => value >= edge).length] as B;
const attentionOf = (ms: number) => bucket(ms / hour, [5, 10, 20, 40, 80], attentionBuckets);
const countOf = (n: number) => bucket(n, [5, 20, 100], countBuckets);

/** Attention against last month's: below ½, below ⅘, up to 5⁄4, up to 2, above. */
export const changeBandOf = (ms: number, last: number): ChangeBand =>
  bucket(ms / Math.max(1, last), [0.5, 0.8, 1.25, 2], changeBands);

export function buildReport(input: ReportInput): MonthReport {
  const { month, level, partial, draws } = input;
  const head = {
    format: 'fingertip-ledger-month-report',
    schemaVersion: 1,
    definitionsVersion,
    month,
    partial,
  } as const;
  if (level === 'noisy') return { ...head, level, card: noisyCard(input), slips: [] };
  if (level === 'least') return { ...head, level, card: cardOf(input), slips: [] };
  const drawn = pickPart(draws.part);
  if (drawn === 'overview') {
    // With the tier, 3 % of the overviews would have fewer than ten like them among 100,000 (npm run reidentify).
    const { tier: _, ...card } = cardOf(input);
    return { ...head, level, drawn, card, slips: [] };
  }
  const slip = drawn === 'answers' ? answersOf(input) : slipOf(drawn, input);
  return { ...head, level, drawn, card: { id: draws.cardId }, slips: slip === null ? [] : [slip] };
}

function cardOf({ figures, said, draws, catalogueVersion, ledgerAgeDays }: ReportInput): Card {
  return {
    id: draws.cardId,
    catalogueVersion,
    tier: said.tier ?? null,
    coverage: bucket(figures.days, [10], coverageBuckets),
    attention: attentionOf(figures.attentionMs),
    afterHours: bucket(figures.afterHoursMs / hour, [1, 5, 20], afterHoursBuckets),
    repeatShare:
      ledgerAgeDays < lookBackDays || figures.eligible === 0
        ? 'withheld'
        : bucket(figures.repeated / figures.eligible, [0.1, 0.3, 0.6], shareBuckets),
    ...(said.region === undefined ? {} : { region: said.region }),
    ...(said.post === undefined ? {} : { post: said.post }),
  };
}

function noisyCard({ figures, said, draws, catalogueVersion, e }: ReportInput): NoisyCard {
  const drawn = draws.noise.find((n) => n.e === e);
  if (drawn === undefined) throw new Error(`Cannot draw noise: no draw for e = "${e}"`);
  const output = (channel: NoiseChannel, hours: number, step: number, u: number) =>
    drawNoisy(channel, Math.min(channel.inputs - 1, Math.floor(hours / step)), () => u);
  return {
    id: draws.cardId,
    catalogueVersion,
    tier: said.tier ?? null,
    e,
    attention: output(attentionChannel(e), figures.attentionMs / hour, attentionStepHours, drawn.attention),
    afterHours: output(afterHoursChannel(e), figures.afterHoursMs / hour, afterHoursStepHours, drawn.afterHours),
  };
}

/** The sampled one of a sort, or null when the month has none. */
function slipOf(sort: SampledPart, { month, figures, draws }: ReportInput): AnySample | null {
  const there: Readonly<Record<SampledPart, ReadonlyMap<string, unknown>>> = {
    unit: figures.units,
    obligation: figures.families,
    act: figures.acts,
    phone: figures.phone,
  };
  const sample = draws.orders[sort].find((item) => there[sort].has(item));
  if (sample === undefined) return null;
  const weight = (16 / partChances[sort]) * stochasticWeight(there[sort].size, draws.weight);
  const head = { id: draws.slipId, month, weight };
  switch (sort) {
    case 'unit': {
      const attentionMs = figures.units.get(sample as UnitKind)?.attentionMs ?? 0;
      return { ...head, slip: sort, kind: sample as UnitKind, attention: attentionOf(attentionMs) };
    }
    case 'act':
      return { ...head, slip: sort, form: sample as BurdenForm, count: countOf(figures.acts.get(sample) ?? 1) };
    case 'phone':
      return { ...head, slip: sort, burden: sample as PhoneBurden, count: countOf(figures.phone.get(sample) ?? 1) };
    case 'obligation': {
      const family = figures.families.get(sample) ?? { systems: new Set(), submissions: 1, ms: 0 };
      return {
        ...head,
        slip: sort,
        frequency: countOf(family.submissions),
        minutes: bucket(family.ms / family.submissions / 60_000, [5, 15, 60], minuteBuckets),
        systems: bucket(family.systems.size, [2, 3], systemBuckets),
      };
    }
  }
}

/** The drawn group of the answers; null when all of it was skipped. */
function answersOf({ month, said, draws, figures, lastAttentionMs }: ReportInput): AnswersSample | null {
  const change = lastAttentionMs === null ? {} : { change: changeBandOf(figures.attentionMs, lastAttentionMs) };
  const all: Readonly<Record<string, unknown>> = { ...said.answers, ...change };
  const asked = (questionGroups[draws.questions] ?? []).filter((question) => all[question] !== undefined);
  if (asked.length === 0) return null;
  const answers = Object.fromEntries(asked.map((question) => [question, all[question]]));
  return { id: draws.slipId, month, slip: 'answers', ...answers };
}
