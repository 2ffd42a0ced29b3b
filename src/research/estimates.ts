/**
 * Estimates with their uncertainty. Everything here is computed from counts that are released: what a row keeps
 * back is spread over its buckets by what its neighbours show, so that no mean or quantile can be solved for it.
 */
import { afterHoursChannel, afterHoursStepHours, attentionChannel, attentionStepHours, debias } from '../core/noise.ts';
import { rangeOf } from './buckets.ts';
import { slipBook } from './codebook.ts';
import type { SafeRow, SafeTable } from './counts.ts';
import { type Cube, type Fact, type Figure, groupsOf } from './facts.ts';
import { type Interval, jackknife, type Replicates, replicatesOf, type Scale } from './jackknife.ts';
import { effectiveNumber, type Population, rake, type Stratum } from './rake.ts';

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
  readonly blocks: number;
  /** Raked to the population, or null. */
  readonly effective: number | null;
}

export interface Study {
  readonly k: number;
  readonly population: Population | null;
  /** Money for an hour. */
  readonly tariff: number | null;
}

/** No single slip may carry more of a sum than this. */
const dominance = 1 / 3;

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const unitOf = (label: string) =>
  /h/.test(label)
    ? 'hours'
    : /min/.test(label)
      ? 'minutes'
      : /%/.test(label)
        ? 'percent'
        : /day/.test(label)
          ? 'days'
          : 'times';

/** Sums of weights by bucket, then the standard reports, block by block; raked when there is a population. */
function replicates(
  facts: readonly Fact[],
  columns: number,
  row: SafeRow | null,
  standard: ReadonlyMap<number, number> | null,
  population: Population | null,
): { readonly replicates: Replicates; readonly effective: number | null } {
  const length = columns + 1;
  const blocks = new Map<number, Map<string, Float64Array>>();
  const strata = new Map<string, Stratum>();
  const sized = new Map<string, number>();
  for (const fact of facts) {
    const stratum = population === null ? '' : `${fact.tier}/${fact.region}/${fact.post}`;
    if (!strata.has(stratum)) strata.set(stratum, fact);
    sized.set(stratum, (sized.get(stratum) ?? 0) + fact.n);
    const block = blocks.get(fact.block) ?? new Map<string, Float64Array>();
    blocks.set(fact.block, block);
    const vector = block.get(stratum) ?? new Float64Array(length);
    block.set(stratum, vector);
    vector[fact.bucket - 1] = (vector[fact.bucket - 1] as number) + fact.w;
  }
  for (const [id, people] of standard ?? []) {
    const block = blocks.get(id) ?? new Map<string, Float64Array>();
    blocks.set(id, block);
    const vector = block.get('') ?? new Float64Array(length);
    block.set('', vector);
    vector[columns] = people;
  }
  const fill = row === null ? [] : fillOf(row.n, row.hidden);
  const blur = (vector: Float64Array) => {
    const mass = fill.reduce((total, part, c) => (part > 0 ? total + (vector[c] as number) : total), 0);
    fill.forEach((part, c) => {
      if (part > 0) vector[c] = part * mass;
    });
    return vector;
  };
  if (population === null) {
    const vectors = [...blocks.values()].map((block) => blur(block.get('') ?? new Float64Array(length)));
    return { replicates: replicatesOf(vectors), effective: null };
  }
  const keys = [...strata.keys()];
  const cells = keys.map((key) => strata.get(key) as Stratum);
  const byStratum = keys.map((key) => [...blocks.values()].map((block) => block.get(key) ?? new Float64Array(length)));
  const stratumSums = byStratum.map(replicatesOf);
  const combine = (pick: (r: Replicates) => Float64Array) => {
    const vectors = stratumSums.map(pick);
    const factors = rake(cells, vectors.map(sum), population);
    const total = new Float64Array(length);
    vectors.forEach((vector, s) => {
      for (let i = 0; i < length; i++) total[i] = (total[i] as number) + (vector[i] as number) * (factors[s] as number);
    });
    return blur(total);
  };
  const sizes = keys.map((key) => sized.get(key) ?? 0);
  const factors = rake(
    cells,
    stratumSums.map((r) => sum(r.full)),
    population,
  );
  return {
    replicates: {
      full: combine((r) => r.full),
      without: [...blocks.keys()].map((_, b) => combine((r) => r.without[b] as Float64Array)),
    },
    effective: effectiveNumber(factors, sizes),
  };
}

/**
 * How what is kept back is spread over its buckets: between published neighbours by their geometric mean, beyond the
 * last by going on as they fall, at most a third a step. From published counts alone, so it tells nothing new.
 */
export function fillOf(n: readonly number[], hidden: readonly boolean[]): readonly number[] {
  if (!hidden.some((hide) => hide) || hidden.every((hide) => hide)) return hidden.map(() => 0);
  const next = (from: number, step: 1 | -1): number | null => {
    for (let c = from + step; c >= 0 && c < n.length; c += step) if (!hidden[c]) return c;
    return null;
  };
  const guess = n.map((_, c) => {
    if (!hidden[c]) return 0;
    const left = next(c, -1);
    const right = next(c, 1);
    if (left !== null && right !== null) return Math.sqrt((n[left] as number) * (n[right] as number));
    const near = (left ?? right) as number;
    const far = next(near, left === null ? 1 : -1);
    const falls = far === null ? 1 / 3 : Math.min(1 / 3, (n[near] as number) / (n[far] as number));
    return (n[near] as number) * falls ** Math.abs(c - near);
  });
  const total = guess.reduce((a, x) => a + x, 0);
  return guess.map((x) => x / total);
}

interface Wanted {
  readonly statistic: string;
  readonly unit: string;
  readonly scale: Scale;
  readonly of: (sums: Float64Array) => number;
}

const dot = (sums: Float64Array, values: readonly number[]) =>
  values.reduce((total, x, i) => total + x * (sums[i] as number), 0);

/** Where share `q` of the weights is reached, linear within buckets; NaN beyond the last closed edge. */
function quantile(sums: Float64Array, labels: readonly string[], q: number): number {
  const ranges = labels.map(rangeOf);
  const total = ranges.reduce((t, range, i) => (range === null ? t : t + (sums[i] as number)), 0);
  let below = 0;
  for (const [i, range] of ranges.entries()) {
    if (range === null) continue;
    const here = sums[i] as number;
    if (below + here >= q * total && here > 0)
      return range.high === null ? Number.NaN : range.low + ((range.high - range.low) * (q * total - below)) / here;
    below += here;
  }
  return Number.NaN;
}

/** Statistics of a bucketed field among those that have it. */
function wantedWithin(labels: readonly string[], hidden: readonly boolean[], record: string): readonly Wanted[] {
  const columns = labels.length;
  const ranges = labels.map(rangeOf);
  const all = (sums: Float64Array) => sum(sums.subarray(0, columns));
  const shares = labels.flatMap((label, c): Wanted[] =>
    hidden[c]
      ? []
      : [{ statistic: `share ${label}`, unit: 'share', scale: 'share', of: (s) => (s[c] as number) / all(s) }],
  );
  if (ranges.every((range) => range === null)) return shares;
  const there = ranges.map((range) => (range === null ? 0 : 1));
  const mean = (values: readonly number[]) => (s: Float64Array) => dot(s, values) / dot(s, there);
  const unit = unitOf(labels.at(-1) === 'withheld' ? (labels[0] as string) : (labels.at(-1) as string));
  const open = ranges.some((range) => range !== null && range.high === null);
  const means: Wanted[] = [
    { statistic: 'mean', unit, scale: 'positive', of: mean(ranges.map((range) => range?.middle ?? 0)) },
    { statistic: 'mean at least', unit, scale: 'positive', of: mean(ranges.map((range) => range?.low ?? 0)) },
  ];
  if (!open)
    means.push({
      statistic: 'mean at most',
      unit,
      scale: 'positive',
      of: mean(ranges.map((range) => range?.high ?? 0)),
    });
  const ordered = record === 'card' || record === 'answers';
  const quantiles =
    !ordered || unit === 'times'
      ? []
      : ([0.25, 0.5, 0.75] as const).map(
          (q): Wanted => ({
            statistic: q === 0.5 ? 'median' : `quantile ${q}`,
            unit,
            scale: 'positive',
            of: (s) => quantile(s, labels, q),
          }),
        );
  return [...shares, ...means, ...quantiles];
}

function estimatesOf(
  table: Pick<SafeTable, 'figure' | 'byName'>,
  group: string,
  reports: number,
  found: ReturnType<typeof replicates>,
  wanted: readonly Wanted[],
): Estimate[] {
  const { month, record, field } = table.figure;
  return wanted.flatMap(({ statistic, unit, scale, of }) => {
    const interval: Interval | null = jackknife(found.replicates, of, scale);
    if (interval === null) return [];
    const { value, low, high, blocks } = interval;
    return [
      {
        month,
        record,
        by: table.byName,
        group,
        field,
        statistic,
        unit,
        value,
        low,
        high,
        reports,
        blocks,
        effective: found.effective,
      },
    ];
  });
}

const inRow = (table: SafeTable, row: SafeRow): readonly Fact[] =>
  table.by === 'all' ? table.figure.facts : table.figure.facts.filter((fact) => fact[table.by as 'tier'] === row.code);

const isShown = (row: SafeRow, k: number) => !row.hiddenTotal && row.total >= k && row.hidden.some((hide) => !hide);

/** Estimates of one table of counts, row by row. */
function tableEstimates(table: SafeTable, cube: Cube, study: Study): Estimate[] {
  const { figure, columns } = table;
  const sampled = ['unit', 'obligation', 'act', 'phone'].includes(figure.record);
  return table.rows.flatMap((row) => {
    if (!isShown(row, study.k)) return [];
    const facts = inRow(table, row);
    const standard = sampled && table.by !== 'tier' ? (cube.standard.get(figure.month) ?? null) : null;
    const population = figure.record === 'card' ? study.population : null;
    // Answers carry no weight: all have the same chance.
    const weighed = figure.record === 'answers' ? facts.map((fact) => ({ ...fact, w: fact.n })) : facts;
    const found = replicates(weighed, columns.length, row, standard, population);
    const wanted = [...wantedWithin(columns, row.hidden, figure.record)];
    const heaviest = Math.max(...facts.map((fact) => fact.heaviest));
    const whole = sum(facts.map((fact) => fact.w));
    if (standard !== null && heaviest <= dominance * whole) {
      const at = columns.length;
      const ranges = columns.map(rangeOf);
      const unit = unitOf(columns.at(-1) as string);
      const summable = !['minutes', 'fields', 'repeatShare', 'systems'].includes(figure.field);
      if (summable) {
        const per = (values: readonly number[]) => (s: Float64Array) => dot(s, values) / (s[at] as number);
        wanted.push(
          {
            statistic: 'per person',
            unit: `${unit} a month`,
            scale: 'positive',
            of: per(ranges.map((r) => r?.middle ?? 0)),
          },
          {
            statistic: 'per person at least',
            unit: `${unit} a month`,
            scale: 'positive',
            of: per(ranges.map((r) => r?.low ?? 0)),
          },
        );
      }
    }
    return estimatesOf(table, row.group, row.total, found, wanted);
  });
}

/** Things per person (kinds of portals, form families…) and, for obligations, hours: only sums over many slips. */
function slipSums(figure: Figure, cube: Cube, study: Study): Estimate[] {
  const standard = cube.standard.get(figure.month);
  if (standard === undefined || figure.record === 'answers') return [];
  const words = groupsOf(figure.record, 'subject');
  const subjectName = slipBook.find((entry) => entry.slip === figure.record)?.subject?.[0] ?? 'subject';
  const codes = [...new Set(figure.facts.map((fact) => fact.subject))].sort((a, b) => a - b);
  const groups: readonly (readonly [by: string, group: string, facts: readonly Fact[]])[] = [
    ['all', 'all', figure.facts],
    ...codes
      .filter((code) => code > 0)
      .map(
        (code) =>
          [subjectName, words[code - 1] as string, figure.facts.filter((fact) => fact.subject === code)] as const,
      ),
  ];
  return groups.flatMap(([by, group, facts]) => {
    const reports = sum(facts.map((fact) => fact.n));
    const whole = sum(facts.map((fact) => fact.w));
    if (reports < study.k || whole === 0 || Math.max(...facts.map((fact) => fact.heaviest)) > dominance * whole)
      return [];
    const scores = scoresOf(figure.field);
    const vectors = facts.map((fact) => ({ ...fact, bucket: 1 }));
    const per = (of: (fact: Fact) => number): ReturnType<typeof replicates> =>
      replicates(
        vectors.map((fact, i) => ({ ...fact, w: fact.w * of(facts[i] as Fact) })),
        1,
        null,
        standard,
        null,
      );
    const ratio = (s: Float64Array) => (s[0] as number) / (s[1] as number);
    const table = { figure, byName: by };
    return scores.flatMap(({ statistic, unit, of, money }) => {
      if (money && study.tariff === null) return [];
      const factor = money ? (study.tariff as number) : 1;
      return estimatesOf(table, group, reports, per(of), [
        { statistic, unit, scale: 'positive', of: (s) => factor * ratio(s) },
      ]);
    });
  });
}

interface Score {
  readonly statistic: string;
  readonly unit: string;
  readonly money: boolean;
  readonly of: (fact: Fact) => number;
}

/** Hours of an obligation: frequency × minutes ÷ 60, by the middles, and by the lower and upper edges. */
function scoresOf(field: string): readonly Score[] {
  if (field === 'things')
    return [{ statistic: 'things per person', unit: 'things a month', money: false, of: () => 1 }];
  const book = slipBook.find((entry) => entry.slip === 'obligation');
  const labels = (name: string) => book?.fields.find(([f]) => f === name)?.[1] ?? [];
  const product = (pick: 'low' | 'middle') => (fact: Fact) => {
    const times = rangeOf(labels('frequency')[Math.floor(fact.bucket / 16) - 1] ?? '')?.[pick] ?? 0;
    const minutes = rangeOf(labels('minutes')[(fact.bucket % 16) - 1] ?? '')?.[pick] ?? 0;
    return (times * minutes) / 60;
  };
  return [
    { statistic: 'person-hours per person', unit: 'hours a month', money: false, of: product('middle') },
    { statistic: 'person-hours per person at least', unit: 'hours a month', money: false, of: product('low') },
    { statistic: 'cost per person', unit: 'money a month', money: true, of: product('middle') },
  ];
}

/** Debiased means of the noisy fields; no quantiles, which noise would bias. */
function noisyEstimates(cube: Cube, study: Study): Estimate[] {
  return cube.noisy.flatMap((figure) => {
    const hours = figure.field === 'attention';
    const channel = hours ? attentionChannel(figure.e) : afterHoursChannel(figure.e);
    const dual = debias(channel, hours ? attentionStepHours : afterHoursStepHours);
    const reports = sum(figure.facts.map((fact) => fact.n));
    if (reports < study.k) return [];
    const found = replicates(figure.facts, channel.outputs, null, null, study.population);
    const all = (s: Float64Array) => sum(s.subarray(0, channel.outputs));
    return estimatesOf({ figure, byName: 'all' }, 'all', reports, found, [
      { statistic: `mean through noise e=${figure.e}`, unit: 'hours', scale: 'any', of: (s) => dot(s, dual) / all(s) },
    ]);
  });
}

/** Differences between neighbouring months, as if the two samples were independent. */
function changes(estimates: readonly Estimate[], months: readonly string[]): Estimate[] {
  const wanted = new Set(['mean', 'median', 'per person', 'person-hours per person']);
  const key = (e: Estimate) => [e.record, e.by, e.group, e.field, e.statistic].join('|');
  return months.slice(1).flatMap((month, i) => {
    const last = new Map(
      estimates.filter((e) => e.month === months[i] && wanted.has(e.statistic)).map((e) => [key(e), e]),
    );
    return estimates
      .filter((e) => e.month === month)
      .flatMap((now) => {
        const then = last.get(key(now));
        if (then === undefined) return [];
        const value = now.value - then.value;
        const half = (e: Estimate) => (e.high - e.low) / 2;
        const reach = Math.hypot(half(now), half(then));
        return [
          {
            ...now,
            statistic: `${now.statistic} against ${then.month}`,
            value,
            low: value - reach,
            high: value + reach,
          },
        ];
      });
  });
}

export function allEstimates(cube: Cube, tables: readonly SafeTable[], study: Study): readonly Estimate[] {
  const sums = cube.figures.filter((figure) => figure.field === 'things' || figure.field === 'hours');
  const found = [
    ...tables.flatMap((table) => tableEstimates(table, cube, study)),
    ...sums.flatMap((figure) => slipSums(figure, cube, study)),
    ...noisyEstimates(cube, study),
  ];
  return [...found, ...changes(found, cube.months)];
}
