/**
 * Builds a month report from the figures of the month and the random draws of the month. The same figures, choices and
 * draws always give the same report. docs/measurement/month-report.md
 */
import { definitionsVersion } from '../days/day-summary.ts';
import type { BurdenForm, PhoneBurden } from '../events.ts';
import { lookBackDays } from '../forms/judge-repeats.ts';
import {
  afterHoursBucketOf,
  attentionBucketOf,
  changeBandOf,
  countBucketOf,
  coverageBucketOf,
  minuteBucketOf,
  shareBucketOf,
  systemBucketOf,
} from './bucket-of.ts';
import type { MonthDraws, SampledPart } from './draws/random-draws.ts';
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  drawNoisy,
  type NoiseChannel,
  type NoiseLevel,
} from './draws/randomized-response.ts';
import { partChances, pickPart, questionGroups, stochasticWeight } from './draws/sampling.ts';
import type { MonthFigures } from './month-figures.ts';
import {
  type AnswersSample,
  type AnySample,
  type Card,
  drawsOnePart,
  isPerturbed,
  type MonthReport,
  type NoisyCard,
  type ReportLevel,
  type Tier,
  type UnitKind,
} from './report-format.ts';

/** The statements that the owner makes in a report about himself or herself. All statements are empty by default. */
export interface OwnerStatements {
  readonly tier?: Tier | null;
  /** Region and kind of job are stated only for a study that asks for them. */
  readonly region?: Card['region'];
  readonly post?: Card['post'];
  readonly answers?: Pick<AnswersSample, 'burden' | 'share' | 'recalled' | 'shared'>;
}

/** The input of `buildReport`. */
export interface ReportInput {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly level: ReportLevel;
  /** The privacy parameter of a perturbed level; smaller means more noise. */
  readonly e: NoiseLevel;
  /** Whether the month is not closed yet. */
  readonly partial: boolean;
  readonly catalogueVersion: number;
  readonly figures: MonthFigures;
  readonly ledgerAgeDays: number;
  /** Attention in the previous month, or null when there is no record of it. */
  readonly previousAttentionMs: number | null;
  readonly statements: OwnerStatements;
  readonly draws: MonthDraws;
}

const hourMs = 3_600_000;

/** Builds the report of a month at the chosen level. */
export function buildReport(input: ReportInput): MonthReport {
  const { month, level, partial, draws } = input;
  const head = {
    format: 'fingertip-ledger-month-report',
    schemaVersion: 1,
    definitionsVersion,
    month,
    partial,
  } as const;
  if (isPerturbed(level)) return { ...head, level, card: noisyCard(input), slips: [] };
  if (!drawsOnePart(level)) return { ...head, level, card: cardOf(input), slips: [] };
  const drawn = pickPart(draws.part);
  if (drawn === 'overview') {
    // The overview has no tier. If it had one, 3 % of the people would have an overview that fewer than ten of 100,000
    // people have (`npm run reidentify`).
    const { tier: _, ...card } = cardOf(input);
    return { ...head, level, drawn, card, slips: [] };
  }
  const sample = drawn === 'answers' ? answersOf(input) : sampleOf(drawn, input);
  return { ...head, level, drawn, card: { id: draws.cardId }, slips: sample === null ? [] : [sample] };
}

function cardOf({ figures, statements, draws, catalogueVersion, ledgerAgeDays }: ReportInput): Card {
  return {
    id: draws.cardId,
    catalogueVersion,
    tier: statements.tier ?? null,
    coverage: coverageBucketOf(figures.days),
    attention: attentionBucketOf(figures.attentionMs / hourMs),
    afterHours: afterHoursBucketOf(figures.afterHoursMs / hourMs),
    repeatShare:
      ledgerAgeDays < lookBackDays || figures.eligible === 0
        ? 'withheld'
        : shareBucketOf(figures.repeated / figures.eligible),
    ...(statements.region === undefined ? {} : { region: statements.region }),
    ...(statements.post === undefined ? {} : { post: statements.post }),
  };
}

function noisyCard({ figures, statements, draws, catalogueVersion, e }: ReportInput): NoisyCard {
  const drawn = draws.noise.find((n) => n.e === e);
  if (drawn === undefined) throw new Error(`Cannot draw noise: no draw for e = "${e}"`);
  const output = (channel: NoiseChannel, hours: number, step: number, u: number) =>
    drawNoisy(channel, Math.min(channel.inputs - 1, Math.floor(hours / step)), () => u);
  return {
    id: draws.cardId,
    catalogueVersion,
    tier: statements.tier ?? null,
    e,
    attention: output(attentionChannel(e), figures.attentionMs / hourMs, attentionStepHours, drawn.attention),
    afterHours: output(afterHoursChannel(e), figures.afterHoursMs / hourMs, afterHoursStepHours, drawn.afterHours),
  };
}

/**
 * Returns the sample of a part: one item drawn from the items of the month, or null when the month has no such item.
 */
function sampleOf(part: SampledPart, { month, figures, draws }: ReportInput): AnySample | null {
  const candidates: Readonly<Record<SampledPart, ReadonlyMap<string, unknown>>> = {
    unit: figures.units,
    obligation: figures.families,
    act: figures.acts,
    phone: figures.phone,
  };
  const item = draws.orders[part].find((candidate) => candidates[part].has(candidate));
  if (item === undefined) return null;
  const weight = (16 / partChances[part]) * stochasticWeight(candidates[part].size, draws.weight);
  const head = { id: draws.slipId, month, weight };
  switch (part) {
    case 'unit': {
      const attentionMs = figures.units.get(item as UnitKind)?.attentionMs ?? 0;
      return { ...head, slip: part, kind: item as UnitKind, attention: attentionBucketOf(attentionMs / hourMs) };
    }
    case 'act':
      return { ...head, slip: part, form: item as BurdenForm, count: countBucketOf(figures.acts.get(item) ?? 1) };
    case 'phone':
      return { ...head, slip: part, burden: item as PhoneBurden, count: countBucketOf(figures.phone.get(item) ?? 1) };
    case 'obligation': {
      const family = figures.families.get(item) ?? { systems: new Set(), submissions: 1, ms: 0 };
      return {
        ...head,
        slip: part,
        frequency: countBucketOf(family.submissions),
        minutes: minuteBucketOf(family.ms / family.submissions / 60_000),
        systems: systemBucketOf(family.systems.size),
      };
    }
  }
}

/** Returns the answers to the drawn group of questions, or null when the owner skipped all questions of the group. */
function answersOf({ month, statements, draws, figures, previousAttentionMs }: ReportInput): AnswersSample | null {
  const change = previousAttentionMs === null ? {} : { change: changeBandOf(figures.attentionMs, previousAttentionMs) };
  const all: Readonly<Record<string, unknown>> = { ...statements.answers, ...change };
  const asked = (questionGroups[draws.questions] ?? []).filter((question) => all[question] !== undefined);
  if (asked.length === 0) return null;
  const answers = Object.fromEntries(asked.map((question) => [question, all[question]]));
  return { id: draws.slipId, month, slip: 'answers', ...answers };
}
