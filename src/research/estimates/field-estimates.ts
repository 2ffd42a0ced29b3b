/** Estimates of the bucketed fields: shares, means, quantiles and, for sampled slips, values per person. */
import { type SafeRow, type SafeTable, tableName } from '../disclosure/safe-tables.ts';
import { rangeOf } from '../format/buckets.ts';
import type { CountCube, CubeCell } from '../store/count-cube.ts';
import { type Estimate, type EstimateOptions, estimatesOf, isDominated } from './estimate.ts';
import { drawPerturbation } from './perturb-suppressed.ts';
import { dot, fieldStatistics, type Statistic, unitOf } from './statistics.ts';
import { bucketSums } from './weighted-sums.ts';

/**
 * A mean or total of amounts needs at least `minTimesK` × k reports. With only a few dozen reports, the perturbation of
 * one suppressed count could change the mean by as much as the mean itself.
 */
const minTimesK = 10;

/** Records whose slips are sampled, so that totals over all slips of a person can be estimated. */
const sampledRecords: ReadonlySet<string> = new Set(['unit', 'obligation', 'act', 'phone']);

/** Fields whose values add up over the slips of a person. */
const additiveFields: ReadonlySet<string> = new Set([
  'attention',
  'entries',
  'submissions',
  'repeats',
  'frequency',
  'count',
]);

/**
 * Whether a row has estimates. The result depends only on the number of reports and on whether all of them lie in one
 * bucket. If the result depended on suppressed cells, means would be shown where large counts are frequent and missing
 * where large counts are rare, so the published means would be too high.
 */
const isShown = (row: SafeRow, k: number) => !row.isTotalSuppressed && row.total >= k && Math.max(...row.n) < row.total;

/** Returns the cells of a table by the code of their group. */
function cellsByCode({ by, counts, rows }: SafeTable): ReadonlyMap<number, readonly CubeCell[]> {
  if (by === 'all') return new Map([[rows[0]?.code ?? 0, counts.cells]]);
  const found = new Map<number, CubeCell[]>();
  for (const cell of counts.cells) {
    const list = found.get(cell[by]);
    if (list === undefined) found.set(cell[by], [cell]);
    else list.push(cell);
  }
  return found;
}

/** Returns the statistics per person (Horvitz–Thompson). The last element of their sums is the number of people. */
function perPersonStatistics(columns: readonly string[], allPeople: number): readonly Statistic[] {
  const ranges = columns.map(rangeOf);
  const unit = `${unitOf(columns.at(-1) as string)} a month`;
  const middles = ranges.map((range) => range?.middle ?? 0);
  const lows = ranges.map((range) => range?.low ?? 0);
  const people = (sums: Float64Array) => sums[columns.length] as number;
  const scale = 'positive';
  return [
    { statistic: 'per person', unit, scale, estimator: (sums) => dot(sums, middles) / people(sums) },
    { statistic: 'per person at least', unit, scale, estimator: (sums) => dot(sums, lows) / people(sums) },
    {
      statistic: 'total of the senders',
      unit,
      scale,
      estimator: (sums) => (allPeople * dot(sums, middles)) / people(sums),
    },
  ];
}

/** Returns the estimates of one table of counts, row by row. */
export function fieldEstimates(table: SafeTable, cube: CountCube, options: EstimateOptions): Estimate[] {
  const { counts, columns, by, byName } = table;
  const { month, record, field } = counts;
  const byCode = cellsByCode(table);
  // A person's tier is known only if a slip states it. So the number of people in a tier, with or without such slips, is
  // unknown.
  const people = sampledRecords.has(record) && by !== 'tier' ? (cube.standard.get(month) ?? null) : null;
  const population = record === 'card' ? options.population : null;
  // Answers have no weights, because all answers have the same chance of being drawn.
  const weightOf = record === 'answers' ? (cell: CubeCell) => cell.n : (cell: CubeCell) => cell.weight;
  return table.rows.flatMap((row) => {
    if (!isShown(row, options.k)) return [];
    const rowName = `${tableName(counts, byName)}/${row.group}`;
    const perturbation = drawPerturbation(options.secret, rowName, row.n, row.isSuppressed, options.k);
    const cells = byCode.get(row.code) ?? [];
    const sums = bucketSums(cells, columns.length, perturbation, people, population, weightOf);
    const statistics = [...fieldStatistics(columns, row.isSuppressed, record, field)];
    if (people !== null && !isDominated(sums.size) && additiveFields.has(field))
      statistics.push(...perPersonStatistics(columns, sums.replicates.full[columns.length] as number));
    const isEnough = sums.size.n >= minTimesK * options.k;
    return estimatesOf(
      counts,
      byName,
      row.group,
      sums,
      statistics.filter(({ scale }) => isEnough || scale !== 'positive'),
    );
  });
}
