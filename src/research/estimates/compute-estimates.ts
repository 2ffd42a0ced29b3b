/**
 * Estimates with their uncertainty, from the cube of counts. What a row keeps back takes part in them blurred
 * (kept-back.ts), so that no mean or quantile can be solved for it.
 */
import {
  afterHoursChannel,
  afterHoursStepHours,
  attentionChannel,
  attentionStepHours,
  debias,
} from '../../core/report/randomized-response.ts';
import { type SafeRow, type SafeTable, tableName } from '../disclosure/safe-tables.ts';
import { rangeOf } from '../format/buckets.ts';
import { slipBook } from '../format/codebook.ts';
import type { Cube, Fact, Figure } from '../store/count-cube.ts';
import { blurVariance, keptBackOf } from './perturb-suppressed.ts';
import { type Interval, jackknife } from './jackknife.ts';
import type { Population } from './rake.ts';
import { sumsOf, type Tally, type Weighed, weigh } from './weighted-sums.ts';
import { dot, unitOf, type Wanted, wantedWithin } from './statistics.ts';

export interface Estimate {
  readonly month: string;
  readonly record: string;
  readonly by: string;
  readonly group: string;
  readonly field: string;
  readonly statistic: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Reports or slips behind it. */
  readonly reports: number;
  /** Blocks of the jackknife that hold any of them. */
  readonly blocks: number;
  /** Raked to the population, or null. */
  readonly effective: number | null;
}

export interface Study {
  readonly k: number;
  readonly population: Population | null;
  /** Money for an hour. */
  readonly tariff: number | null;
  /** Of the store: what draws for kept-back counts depend on. */
  readonly secret: string;
}

/** No single slip may carry more of a sum than this. */
const dominance = 1 / 3;

/**
 * Amounts whose last bucket is open are shown from this many times k reports on: what moves a kept-back count by a few
 * reports moves their mean by as much as it is, when only some dozen are behind it.
 */
const openTimes = 10;

/** Fewer filled blocks than this tell nothing about their spread. */
const fewestBlocks = 8;

const isBalanced = ({ w, heaviest }: Tally) => heaviest <= dominance * w;

function estimatesOf(
  table: Pick<SafeTable, 'figure' | 'byName'>,
  group: string,
  { replicates, tally, kept, effective }: Weighed,
  wanted: readonly Wanted[],
): Estimate[] {
  const { month, record, field } = table.figure;
  const { n: reports, filled } = tally;
  if (filled < fewestBlocks) return [];
  return wanted.flatMap(({ statistic, unit, scale, of }) => {
    const more = kept === null ? 0 : blurVariance(kept, replicates.full, of, of(replicates.full));
    const interval: Interval | null = jackknife(replicates, of, scale, { filled, more });
    if (interval === null) return [];
    const { value, low, high } = interval;
    if (scale === 'positive' && value < 0) return [];
    const where = { month, record, by: table.byName, group, field, statistic, unit };
    return [{ ...where, value, low, high, reports, blocks: filled, effective }];
  });
}

/** Facts by the code of a partition. */
function factsBy(table: SafeTable): ReadonlyMap<number, readonly Fact[]> {
  const { by, figure } = table;
  if (by === 'all') return new Map([[table.rows[0]?.code ?? 0, figure.facts]]);
  const found = new Map<number, Fact[]>();
  figure.facts.forEach((fact) => {
    const list = found.get(fact[by]);
    if (list === undefined) found.set(fact[by], [fact]);
    else list.push(fact);
  });
  return found;
}

/**
 * By the number of reports alone, and not all in one bucket. Were it by what the row keeps back, a mean would be shown
 * when large counts are many and missing when they are few: its estimates would come out too high.
 */
const isShown = (row: SafeRow, k: number) => !row.hiddenTotal && row.total >= k && Math.max(...row.n) < row.total;

/** Fields whose values add up over the things of a person. */
const summable = new Set(['attention', 'entries', 'submissions', 'repeats', 'frequency', 'count']);

/** Estimates of one table of counts, row by row. */
function tableEstimates(table: SafeTable, cube: Cube, study: Study): Estimate[] {
  const { figure, columns } = table;
  const sampled = ['unit', 'obligation', 'act', 'phone'].includes(figure.record);
  const byCode = factsBy(table);
  return table.rows.flatMap((row) => {
    if (!isShown(row, study.k)) return [];
    const facts = byCode.get(row.code) ?? [];
    // A slip's tier is known only where there is a slip, so the people behind a tier's slips aren't.
    const standard = sampled && table.by !== 'tier' ? (cube.standard.get(figure.month) ?? null) : null;
    const population = figure.record === 'card' ? study.population : null;
    const kept = keptBackOf(
      study.secret,
      `${tableName(figure, table.byName)}/${row.group}`,
      row.n,
      row.hidden,
      study.k,
    );
    // Answers carry no weight: all have the same chance.
    const weightOf = figure.record === 'answers' ? (fact: Fact) => fact.n : (fact: Fact) => fact.w;
    const found = weigh(facts, columns.length, kept, standard, population, weightOf);
    const wanted = [...wantedWithin(columns, row.hidden, figure.record, figure.field)];
    if (standard !== null && isBalanced(found.tally) && summable.has(figure.field)) {
      const at = columns.length;
      const ranges = columns.map(rangeOf);
      const unit = unitOf(columns.at(-1) as string);
      const middles = ranges.map((r) => r?.middle ?? 0);
      const lows = ranges.map((r) => r?.low ?? 0);
      const people = (s: Float64Array) => s[at] as number;
      const all = people(found.replicates.full);
      wanted.push(
        { statistic: 'per person', unit: `${unit} a month`, scale: 'positive', of: (s) => dot(s, middles) / people(s) },
        {
          statistic: 'per person at least',
          unit: `${unit} a month`,
          scale: 'positive',
          of: (s) => dot(s, lows) / people(s),
        },
        {
          statistic: 'total of the senders',
          unit: `${unit} a month`,
          scale: 'positive',
          of: (s) => (all * dot(s, middles)) / people(s),
        },
      );
    }
    const isEnough = found.tally.n >= openTimes * study.k;
    return estimatesOf(
      table,
      row.group,
      found,
      wanted.filter(({ scale }) => isEnough || scale !== 'positive'),
    );
  });
}

/** Things per person (kinds of portals, form families…) and, for obligations, hours: only sums over many slips. */
function slipSums(figure: Figure, cube: Cube, tables: readonly SafeTable[], study: Study): Estimate[] {
  const standard = cube.standard.get(figure.month);
  if (standard === undefined || figure.record === 'answers') return [];
  const subjectName = slipBook.find((entry) => entry.slip === figure.record)?.subject?.[0] ?? 'subject';
  // A subject's sum is shown where its number of slips is: one that isn't could be told from the others and the whole.
  const counted = tables.find(
    (t) => t.figure.month === figure.month && t.figure.record === figure.record && t.figure.field === 'things',
  );
  const row = counted?.rows[0];
  const groups: (readonly [by: string, group: string, facts: readonly Fact[]])[] = [['all', 'all', figure.facts]];
  counted?.columns.forEach((name, code) => {
    if (row !== undefined && !row.hidden[code])
      groups.push([subjectName, name, figure.facts.filter((fact) => fact.subject === code)]);
  });
  const { scores, wanted } = scoresOf(figure.field);
  return groups.flatMap(([by, group, facts]) => {
    const found = sumsOf(facts, scores, standard);
    if (found.tally.n < study.k || !isBalanced(found.tally)) return [];
    const people = scores.length;
    const shown = wanted.filter(({ money }) => !money || study.tariff !== null);
    return estimatesOf(
      { figure, byName: by },
      group,
      found,
      shown.map(({ statistic, unit, score, money, total }) => {
        const factor = (money ? (study.tariff as number) : 1) * (total ? (found.replicates.full[people] as number) : 1);
        const of = (s: Float64Array) => (factor * (s[score] as number)) / (s[people] as number);
        return { statistic, unit, scale: 'positive', of };
      }),
    );
  });
}

interface WantedSum {
  readonly statistic: string;
  readonly unit: string;
  /** Place in the scores. */
  readonly score: number;
  readonly money: boolean;
  /** Of all senders together, not of one. */
  readonly total: boolean;
}

/** What a slip counts for. Hours of an obligation: frequency × minutes ÷ 60, by middles, and by lower edges (Standard Cost Model). */
function scoresOf(field: string): {
  readonly scores: readonly ((fact: Fact) => number)[];
  readonly wanted: readonly WantedSum[];
} {
  if (field === 'things')
    return {
      scores: [() => 1],
      wanted: [{ statistic: 'things per person', unit: 'things a month', score: 0, money: false, total: false }],
    };
  const book = slipBook.find((entry) => entry.slip === 'obligation');
  const ranges = (name: string) => (book?.fields.find(([f]) => f === name)?.[1] ?? []).map(rangeOf);
  const frequency = ranges('frequency');
  const minutes = ranges('minutes');
  const product = (pick: 'low' | 'middle') => (fact: Fact) =>
    ((frequency[Math.floor(fact.bucket / 16) - 1]?.[pick] ?? 0) * (minutes[(fact.bucket % 16) - 1]?.[pick] ?? 0)) / 60;
  const hours = { unit: 'hours a month', money: false };
  const cost = { unit: 'money a month', money: true };
  return {
    scores: [product('middle'), product('low')],
    wanted: [
      { statistic: 'person-hours per person', score: 0, total: false, ...hours },
      { statistic: 'person-hours per person at least', score: 1, total: false, ...hours },
      { statistic: 'person-hours of the senders', score: 0, total: true, ...hours },
      { statistic: 'cost per person', score: 0, total: false, ...cost },
      { statistic: 'cost per person at least', score: 1, total: false, ...cost },
      { statistic: 'cost of the senders', score: 0, total: true, ...cost },
    ],
  };
}

/** Debiased means of the noisy fields; no quantiles, which noise would bias. */
function noisyEstimates(cube: Cube, study: Study): Estimate[] {
  return cube.noisy.flatMap((figure) => {
    const hours = figure.field === 'attention';
    const channel = hours ? attentionChannel(figure.e) : afterHoursChannel(figure.e);
    const dual = debias(channel, hours ? attentionStepHours : afterHoursStepHours);
    const ones = dual.map(() => 1);
    const found = weigh(figure.facts, channel.outputs, null, null, study.population);
    if (found.tally.n < study.k) return [];
    return estimatesOf({ figure, byName: 'all' }, 'all', found, [
      {
        statistic: `mean through noise e=${figure.e}`,
        unit: 'hours',
        scale: 'any',
        of: (s) => dot(s, dual) / dot(s, ones),
      },
    ]);
  });
}

const compared = new Set(['mean', 'median', 'per person', 'things per person', 'person-hours per person']);

/** Differences between neighbouring months, as if the two samples were independent. */
function changes(estimates: readonly Estimate[], months: readonly string[]): Estimate[] {
  const key = (e: Estimate) => [e.record, e.by, e.group, e.field, e.statistic].join('|');
  const isCompared = (e: Estimate) => compared.has(e.statistic) || e.statistic.startsWith('mean through noise');
  const half = (e: Estimate) => (e.high - e.low) / 2;
  return months.slice(1).flatMap((month, i) => {
    const then = new Map(estimates.filter((e) => e.month === months[i] && isCompared(e)).map((e) => [key(e), e]));
    return estimates.flatMap((now) => {
      const before = now.month === month ? then.get(key(now)) : undefined;
      if (before === undefined) return [];
      const value = now.value - before.value;
      const reach = Math.hypot(half(now), half(before));
      const statistic = `${now.statistic} against ${before.month}`;
      return [{ ...now, statistic, value, low: value - reach, high: value + reach }];
    });
  });
}

export function allEstimates(cube: Cube, tables: readonly SafeTable[], study: Study): readonly Estimate[] {
  const sums = cube.figures.filter((figure) => figure.field === 'things' || figure.field === 'hours');
  const found = [
    ...tables.filter((table) => table.figure.field !== 'things').flatMap((table) => tableEstimates(table, cube, study)),
    ...sums.flatMap((figure) => slipSums(figure, cube, tables, study)),
    ...noisyEstimates(cube, study),
  ];
  return [...found, ...changes(found, cube.months)];
}
