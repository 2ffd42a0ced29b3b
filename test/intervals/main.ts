/**
 * `npm run intervals [-- --studies N] [--sizes 500,2000,10000] [--changes]`: measures how often the 95 % intervals
 * contain the true value. The true values of simulated studies are known. The studies go through the same SQL,
 * suppression and estimators as real studies. There are 1,000 studies of each design, but 400 of a design with 10,000
 * reports, and 200 of a design with two months. The command also measures the intervals of the change from one month to
 * the next, when other people or the same people send the reports of the second month; `--changes` measures only these
 * intervals. Writes out/intervals.json or out/changes.json and prints the rows of the tables in docs/research.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { attentionBuckets } from '../../src/core/report/report-format.ts';
import { safeTables } from '../../src/research/disclosure/safe-tables.ts';
import { computeEstimates } from '../../src/research/estimates/compute-estimates.ts';
import type { Estimate } from '../../src/research/estimates/estimate.ts';
import { quantile } from '../../src/research/estimates/statistics.ts';
import { rangeOf } from '../../src/research/format/buckets.ts';
import { cardColumns, slipColumns } from '../../src/research/format/codebook.ts';
import { encodeReport } from '../../src/research/format/encode-report.ts';
import { simulate } from '../../src/research/simulation/simulate.ts';
import type { SimulatedStudy } from '../../src/research/simulation/simulated-study.ts';
import { noTruth, type Truth } from '../../src/research/simulation/truth.ts';
import { appendRows, Batch, createTable } from '../../src/research/store/batch.ts';
import { buildCube } from '../../src/research/store/count-cube.ts';
import { type CubeTableName, queryCounts } from '../../src/research/store/counts-file.ts';
import { engineOf, openDuckDB } from '../../src/research/store/open-duckdb.ts';

const studiesIndex = process.argv.indexOf('--studies');
// A measured coverage of 95 % has a sampling error of 1.4 points with 1,000 studies, 2.1 with 400 and 3.0 with 200.
const studiesOf = (reports: number, second: Second) =>
  studiesIndex >= 0 ? Number(process.argv[studiesIndex + 1]) : second !== 'none' ? 200 : reports > 5000 ? 400 : 1000;
const sizesIndex = process.argv.indexOf('--sizes');
const sizes = (sizesIndex < 0 ? '500,2000,10000' : (process.argv[sizesIndex + 1] ?? '')).split(',').map(Number);
const isChangesOnly = process.argv.includes('--changes');
/** The factor by which the hours of the second month are multiplied. */
const busier = 1.25;
/** Who sends the reports of the second month, if there is one. */
type Second = 'none' | 'other people' | 'the same people';
interface Design {
  readonly design: string;
  readonly perCluster: number;
  readonly cluster: boolean;
  readonly sizes: readonly number[];
  readonly levels: readonly ('standard' | 'noisy')[];
  readonly second: Second;
}
const bothLevels = ['standard', 'noisy'] as const;
const independent = { design: 'independent', perCluster: 0, cluster: false, sizes, levels: bothLevels };
const batches = { design: '15 per unit, --cluster', perCluster: 15, cluster: true, sizes, levels: bothLevels };
const designs: readonly Design[] = [
  ...(isChangesOnly
    ? []
    : ([
        { ...independent, second: 'none' },
        { ...batches, second: 'none' },
        // Measures the error of intervals when recruitment batches exist but are not named.
        {
          design: '15 per unit, not named',
          perCluster: 15,
          cluster: false,
          sizes: sizes.filter((n) => n === 2000),
          levels: ['standard'],
          second: 'none',
        },
      ] as const)),
  ...(['other people', 'the same people'] as const).flatMap((second) => [
    { ...independent, sizes: sizes.filter((n) => n < 5000), second },
    { ...batches, sizes: sizes.filter((n) => n < 5000), second },
  ]),
];

/** A statistic whose intervals are checked. */
interface Target {
  readonly name: string;
  readonly level: 'standard' | 'noisy';
  readonly truth: (truth: Truth) => number;
  readonly matches: (e: Estimate) => boolean;
}
const card = (field: string, statistic: string) => (e: Estimate) =>
  e.record === 'card' && e.by === 'all' && e.field === field && e.statistic === statistic;
const slip = (record: string, field: string, statistic: string) => (e: Estimate) =>
  e.record === record && e.by === 'all' && e.field === field && e.statistic === statistic;
const targets: readonly Target[] = [
  {
    name: 'card: share with 10-20 h',
    level: 'standard',
    truth: (t) => (t.attentionBuckets[2] as number) / t.people,
    matches: card('attention', 'share 10-20h'),
  },
  {
    name: 'card: mean attention',
    level: 'standard',
    truth: (t) => t.attentionMiddle / t.people,
    matches: card('attention', 'mean'),
  },
  {
    name: 'card: median attention',
    level: 'standard',
    truth: (t) => quantile(t.attentionBuckets, attentionBuckets.map(rangeOf), 0.5),
    matches: card('attention', 'median'),
  },
  {
    name: 'card: mean after-hours',
    level: 'standard',
    truth: (t) => t.afterHoursMiddle / t.people,
    matches: card('afterHours', 'mean'),
  },
  {
    name: 'slip: kinds of portals a person',
    level: 'standard',
    truth: (t) => t.kinds / t.people,
    matches: slip('unit', 'things', 'things per person'),
  },
  {
    name: 'slip: portal hours a person',
    level: 'standard',
    truth: (t) => t.unitMiddleHours / t.people,
    matches: slip('unit', 'attention', 'per person'),
  },
  {
    name: 'slip: form families a person',
    level: 'standard',
    truth: (t) => t.families / t.people,
    matches: slip('obligation', 'things', 'things per person'),
  },
  {
    name: 'slip: obligation hours a person',
    level: 'standard',
    truth: (t) => t.obligationMiddleHours / t.people,
    matches: slip('obligation', 'hours', 'person-hours per person'),
  },
  {
    name: 'slip: acts a person',
    level: 'standard',
    truth: (t) => t.actMiddleCount / t.people,
    matches: slip('act', 'count', 'per person'),
  },
  {
    name: 'slip: acts an act form (mean)',
    level: 'standard',
    truth: (t) => t.actMiddleCount / t.acts,
    matches: slip('act', 'count', 'mean'),
  },
  {
    name: 'answers: mean burden (1 to 5)',
    level: 'standard',
    truth: (t) => t.burden / t.people,
    matches: slip('answers', 'burden', 'mean'),
  },
  {
    name: 'noisy (e = 7): mean attention',
    level: 'noisy',
    truth: (t) => t.noisyAttentionMiddle / t.people,
    matches: card('attention', 'mean through noise e=7'),
  },
  {
    name: 'noisy (e = 7): mean after-hours',
    level: 'noisy',
    truth: (t) => t.noisyAfterHoursMiddle / t.people,
    matches: card('afterHours', 'mean through noise e=7'),
  },
];
const fields = new Set([
  'card/attention',
  'card/afterHours',
  'unit/things',
  'unit/attention',
  'obligation/things',
  'obligation/hours',
  'act/count',
  'answers/burden',
]);

const clusterGroups = 64;
const [first, next] = ['2026-03', '2026-04'] as const;
const study = (reports: number, seed: number, level: SimulatedStudy['level'], perCluster: number): SimulatedStudy => ({
  reports,
  seed,
  month: first,
  level,
  e: 7,
  perCluster,
  icc: 0.2,
});

/** Returns the months of a study: one month, or two for a change. */
function monthsOf(month: SimulatedStudy, second: Second): readonly SimulatedStudy[] {
  if (second === 'none') return [month];
  const after = { ...month, month: next, busier };
  // A seed that no other study uses.
  const seed = month.seed + 2 ** 30;
  return [month, second === 'other people' ? { ...after, seed } : { ...after, draws: seed }];
}

/** Returns the true values of the population from which all studies are drawn, computed from a million people. */
function truthOfPopulation(hoursFactor: number): Truth {
  const truth = noTruth();
  for (const _ of simulate({ ...study(1_000_000, 999_983, 'least', 0), busier: hoursFactor }, truth));
  return truth;
}

const duckdb = await openDuckDB();
async function estimatesOf(months: readonly SimulatedStudy[], cluster: boolean): Promise<readonly Estimate[]> {
  const batch = new Batch(months.reduce((sum, { reports }) => sum + reports, 0));
  for (const month of months)
    for (const { report, cluster: unit } of simulate(month, noTruth())) {
      const { card: row, slips } = encodeReport(report);
      const group = Number.parseInt(report.card.id.slice(30), 16) & 31;
      const unitGroup = (unit % clusterGroups) + 1;
      batch.cards.add(row, group, unitGroup, 0);
      for (const values of slips) batch.slips.add(values, group, unitGroup, 0);
    }
  await duckdb.run('DROP TABLE IF EXISTS cards');
  await duckdb.run('DROP TABLE IF EXISTS slips');
  await duckdb.run(createTable('cards', cardColumns));
  await duckdb.run(createTable('slips', slipColumns));
  await appendRows(duckdb, 'cards', batch.cards);
  await appendRows(duckdb, 'slips', batch.slips);
  const names: readonly [CubeTableName, CubeTableName] = cluster
    ? ['cards_cluster', 'slips_cluster']
    : ['cards_random', 'slips_random'];
  const counts = await queryCounts(engineOf(duckdb), names);
  const [cards, slips] = names.map((name) => counts[name]);
  if (cards === undefined || slips === undefined)
    throw new Error('Cannot compute the estimates: the queries returned no tables');
  const cube = buildCube(cards, slips);
  // Uses only the tables of all people. Tables by group take most of the time and use the same estimators.
  const everyone = { tier: 0, region: 0, post: 0, subject: 0 };
  const fieldsOfEveryone = cube.fields
    .filter((counts) => fields.has(`${counts.record}/${counts.field}`))
    .map((counts) => ({ ...counts, cells: counts.cells.map((cell) => ({ ...cell, ...everyone })) }));
  const wanted = { ...cube, fields: fieldsOfEveryone };
  const tables = safeTables(wanted, 10, () => undefined).filter((table) => table.by === 'all');
  return computeEstimates(wanted, tables, { k: 10, population: null, tariff: null, secret: String(months[0]?.seed) });
}

const truth = truthOfPopulation(1);
const truthAfter = truthOfPopulation(busier);
/** Returns the true value of the first month, or of the change to the second month. */
const trueValue = (target: Target, second: Second): number =>
  second === 'none' ? target.truth(truth) : target.truth(truthAfter) - target.truth(truth);
const changeSuffix = ` against ${first}`;
const matcherOf = (target: Target, second: Second) => (e: Estimate) =>
  second === 'none'
    ? e.month === first && target.matches(e)
    : e.statistic.endsWith(changeSuffix) &&
      target.matches({ ...e, statistic: e.statistic.slice(0, -changeSuffix.length) });
const rows: {
  name: string;
  design: string;
  reports: number;
  studies: number;
  released: number;
  covered: number;
  halfWidth: number;
  /** Standard deviation of the estimates over the studies. */
  spread: number;
  /** The standard deviation of an estimate that follows from the mean width of the intervals. */
  claimed: number;
  truth: number;
  mean: number;
}[] = [];
for (const { design, perCluster, cluster, sizes, levels, second } of designs)
  for (const reports of sizes) {
    const studies = studiesOf(reports, second);
    const seen = targets.map(() => ({ released: 0, covered: 0, half: 0, sum: 0, squares: 0 }));
    for (let s = 0; s < studies; s++)
      for (const level of levels) {
        const first = study(reports, 1 + s * 7919 + reports + perCluster, level, perCluster);
        const found = await estimatesOf(monthsOf(first, second), cluster);
        targets.forEach((target, t) => {
          const estimate = target.level === level ? found.find(matcherOf(target, second)) : undefined;
          const tally = seen[t];
          if (estimate === undefined || tally === undefined) return;
          const expected = trueValue(target, second);
          tally.released++;
          tally.sum += estimate.value;
          tally.squares += estimate.value ** 2;
          tally.half += (estimate.high - estimate.low) / 2;
          if (estimate.low <= expected && expected <= estimate.high) tally.covered++;
        });
      }
    targets.forEach((target, t) => {
      const { released, covered, half, sum, squares } = seen[t] as (typeof seen)[number];
      if (released === 0) return;
      const row = {
        name: second === 'none' ? target.name : `change: ${target.name}`,
        design: second === 'none' ? design : `${design}, ${second}`,
        reports,
        studies,
        released,
        covered: covered / released,
        halfWidth: half / released,
        spread: Math.sqrt(Math.max(0, squares / released - (sum / released) ** 2)),
        claimed: half / released / 2.04,
        truth: trueValue(target, second),
        mean: sum / released,
      };
      rows.push(row);
      console.log(
        `| ${row.name} | ${row.design} | ${reports} | ${row.released} | ${(100 * row.covered).toFixed(1)} % | ${row.truth.toPrecision(4)} | ${row.mean.toPrecision(4)} | ${row.spread.toPrecision(3)} | ± ${row.halfWidth.toPrecision(3)} |`,
      );
    });
  }
mkdirSync('out', { recursive: true });
writeFileSync(
  `out/${isChangesOnly ? 'changes' : 'intervals'}.json`,
  `${JSON.stringify({ simulated: true, rows }, null, 1)}\n`,
);
