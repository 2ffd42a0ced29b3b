/**
 * Estimates that need sums over many slips: the number of things per person (kinds of portals, form families, …) and,
 * for obligations, person-hours and their cost (Standard Cost Model).
 */
import type { SafeTable } from '../disclosure/safe-tables.ts';
import { rangeOf } from '../format/buckets.ts';
import { slipSchemas } from '../format/codebook.ts';
import { type CountCube, type CubeCell, type FieldCounts, partitionName } from '../store/count-cube.ts';
import { type Estimate, type EstimateOptions, estimatesOf, isDominated } from './estimate.ts';
import { scoreSums } from './weighted-sums.ts';

interface SumStatistic {
  readonly statistic: string;
  readonly unit: string;
  /** Index in the `scores` of the plan. */
  readonly score: number;
  /** Whether the statistic is an amount of money (hours times the tariff). */
  readonly isCost: boolean;
  /** Whether the statistic is the sum over all senders instead of the mean per person. */
  readonly isTotal: boolean;
}

interface SumPlan {
  /** Functions that return what a slip adds to each sum, before the multiplication by the slip's weight. */
  readonly scores: readonly ((cell: CubeCell) => number)[];
  readonly statistics: readonly SumStatistic[];
}

const thingsPlan: SumPlan = {
  scores: [() => 1],
  statistics: [{ statistic: 'things per person', unit: 'things a month', score: 0, isCost: false, isTotal: false }],
};

/**
 * Returns the plan for the hours of obligations: frequency × minutes ÷ 60, from the midpoints of the buckets and from
 * their lower edges.
 */
function hoursPlan(): SumPlan {
  const obligation = slipSchemas.find((schema) => schema.slip === 'obligation');
  const rangesOf = (field: string) => (obligation?.fields.find(([name]) => name === field)?.[1] ?? []).map(rangeOf);
  const frequency = rangesOf('frequency');
  const minutes = rangesOf('minutes');
  const hoursBy = (edge: 'low' | 'middle') => (cell: CubeCell) =>
    ((frequency[Math.floor(cell.bucket / 16) - 1]?.[edge] ?? 0) * (minutes[(cell.bucket % 16) - 1]?.[edge] ?? 0)) / 60;
  const hours = { unit: 'hours a month', isCost: false };
  const cost = { unit: 'money a month', isCost: true };
  return {
    scores: [hoursBy('middle'), hoursBy('low')],
    statistics: [
      { statistic: 'person-hours per person', score: 0, isTotal: false, ...hours },
      { statistic: 'person-hours per person at least', score: 1, isTotal: false, ...hours },
      { statistic: 'person-hours of the senders', score: 0, isTotal: true, ...hours },
      { statistic: 'cost per person', score: 0, isTotal: false, ...cost },
      { statistic: 'cost per person at least', score: 1, isTotal: false, ...cost },
      { statistic: 'cost of the senders', score: 0, isTotal: true, ...cost },
    ],
  };
}

/**
 * Returns the estimates of sums over slips, for the fields `things` and `hours`. The result is empty for answers, and
 * when nobody sent a report of level standard.
 */
export function slipSumEstimates(
  counts: FieldCounts,
  cube: CountCube,
  tables: readonly SafeTable[],
  options: EstimateOptions,
): Estimate[] {
  const { month, record, field, cells } = counts;
  const people = cube.standard.get(month);
  if (people === undefined || record === 'answers') return [];
  const { scores, statistics } = field === 'things' ? thingsPlan : hoursPlan();
  const shown = statistics.filter(({ isCost }) => !isCost || options.tariff !== null);
  return shownGroups(counts, tables).flatMap(([by, group, code]) => {
    const cellsOfGroup = code === null ? cells : cells.filter((cell) => cell.subject === code);
    const sums = scoreSums(cellsOfGroup, scores, people);
    if (sums.size.n < options.k || isDominated(sums.size)) return [];
    const peopleIndex = scores.length;
    const allPeople = sums.replicates.full[peopleIndex] as number;
    return estimatesOf(
      counts,
      by,
      group,
      sums,
      shown.map(({ statistic, unit, score, isCost, isTotal }) => {
        const factor = (isCost ? (options.tariff as number) : 1) * (isTotal ? allPeople : 1);
        const estimator = (s: Float64Array) => (factor * (s[score] as number)) / (s[peopleIndex] as number);
        return { statistic, unit, scale: 'positive', estimator };
      }),
    );
  });
}

/**
 * Returns the groups that may have sums: all slips (code null), and the subjects whose number of slips is published.
 * Subjects that are suppressed as complements are left out too. Otherwise the sum of a small subject could be computed
 * from the total and the other subjects.
 */
function shownGroups(
  { month, record }: FieldCounts,
  tables: readonly SafeTable[],
): readonly (readonly [by: string, group: string, code: number | null])[] {
  const things = tables.find(
    ({ counts }) => counts.month === month && counts.record === record && counts.field === 'things',
  );
  const row = things?.rows[0];
  const by = partitionName(record, 'subject');
  const subjects = (things?.columns ?? []).flatMap((name, code) =>
    row !== undefined && !row.isSuppressed[code] ? [[by, name, code] as const] : [],
  );
  return [['all', 'all', null], ...subjects];
}
