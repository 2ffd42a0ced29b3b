/**
 * `npm run intervals [-- --studies N] [--sizes 500,2000,10000] [--changes]`: simulated studies with known truth (1,000
 * of each kind, 400 of 10,000 reports, 200 of two months), through the same tables, SQL, protection and estimators as
 * real ones. How often does the 95 % interval hold the truth? And that of the change from one month to the next, when
 * other people send the second month, and when the same do (`--changes`: only these)? Writes out/intervals.json
 * (out/changes.json) and prints the rows of the tables that stand in docs/research.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { attentionBuckets } from '../../src/core/report/report-format.ts';
import { safeTables } from '../../src/research/disclosure/safe-tables.ts';
import { allEstimates, type Estimate } from '../../src/research/estimates/compute-estimates.ts';
import { quantile } from '../../src/research/estimates/statistics.ts';
import { rangeOf } from '../../src/research/format/buckets.ts';
import { cardColumns, slipColumns } from '../../src/research/format/codebook.ts';
import { encode } from '../../src/research/format/encode-report.ts';
import { noTruth, type Study, simulate, type Truth } from '../../src/research/simulation/simulate.ts';
import { appendRows, Batch, createTable } from '../../src/research/store/batch.ts';
import { cubeOf } from '../../src/research/store/count-cube.ts';
import { askCounts, type CubeTable } from '../../src/research/store/counts-file.ts';
import { engineOver, openDuck } from '../../src/research/store/open-duckdb.ts';

const given = process.argv.indexOf('--studies');
// So many that chance moves a share of 95 % by 1.4 points, or by 2.1.
const studiesOf = (reports: number, second: Second) =>
  given >= 0 ? Number(process.argv[given + 1]) : second !== 'none' ? 200 : reports > 5000 ? 400 : 1000;
const sized = process.argv.indexOf('--sizes');
const sizes = (sized < 0 ? '500,2000,10000' : (process.argv[sized + 1] ?? '')).split(',').map(Number);
const isChangesOnly = process.argv.includes('--changes');
/** In the second month there is a quarter more to do. */
const busier = 1.25;
type Second = 'none' | 'other people' | 'the same people';
interface Design {
  readonly design: string;
  readonly perCluster: number;
  readonly cluster: boolean;
  readonly sizes: readonly number[];
  readonly levels: readonly ('standard' | 'noisy')[];
  readonly second: Second;
}
const both = ['standard', 'noisy'] as const;
const alone = { design: 'independent', perCluster: 0, cluster: false, sizes, levels: both };
const units = { design: '15 per unit, --cluster', perCluster: 15, cluster: true, sizes, levels: both };
const designs: readonly Design[] = [
  ...(isChangesOnly
    ? []
    : ([
        { ...alone, second: 'none' },
        { ...units, second: 'none' },
        // What goes wrong when batches aren't named.
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
    { ...alone, sizes: sizes.filter((n) => n < 5000), second },
    { ...units, sizes: sizes.filter((n) => n < 5000), second },
  ]),
];

interface Target {
  readonly what: string;
  readonly level: 'standard' | 'noisy';
  readonly truth: (truth: Truth) => number;
  readonly is: (e: Estimate) => boolean;
}
const card = (field: string, statistic: string) => (e: Estimate) =>
  e.record === 'card' && e.by === 'all' && e.field === field && e.statistic === statistic;
const slip = (record: string, field: string, statistic: string) => (e: Estimate) =>
  e.record === record && e.by === 'all' && e.field === field && e.statistic === statistic;
const targets: readonly Target[] = [
  {
    what: 'card: share with 10-20 h',
    level: 'standard',
    truth: (t) => (t.attentionBuckets[2] as number) / t.people,
    is: card('attention', 'share 10-20h'),
  },
  {
    what: 'card: mean attention',
    level: 'standard',
    truth: (t) => t.attentionMiddle / t.people,
    is: card('attention', 'mean'),
  },
  {
    what: 'card: median attention',
    level: 'standard',
    truth: (t) => quantile(t.attentionBuckets, attentionBuckets.map(rangeOf), 0.5),
    is: card('attention', 'median'),
  },
  {
    what: 'card: mean after-hours',
    level: 'standard',
    truth: (t) => t.afterHoursMiddle / t.people,
    is: card('afterHours', 'mean'),
  },
  {
    what: 'slip: kinds of portals a person',
    level: 'standard',
    truth: (t) => t.kinds / t.people,
    is: slip('unit', 'things', 'things per person'),
  },
  {
    what: 'slip: portal hours a person',
    level: 'standard',
    truth: (t) => t.unitMiddleHours / t.people,
    is: slip('unit', 'attention', 'per person'),
  },
  {
    what: 'slip: form families a person',
    level: 'standard',
    truth: (t) => t.families / t.people,
    is: slip('obligation', 'things', 'things per person'),
  },
  {
    what: 'slip: obligation hours a person',
    level: 'standard',
    truth: (t) => t.obligationMiddleHours / t.people,
    is: slip('obligation', 'hours', 'person-hours per person'),
  },
  {
    what: 'slip: acts a person',
    level: 'standard',
    truth: (t) => t.actMiddleCount / t.people,
    is: slip('act', 'count', 'per person'),
  },
  {
    what: 'slip: acts an act form (mean)',
    level: 'standard',
    truth: (t) => t.actMiddleCount / t.acts,
    is: slip('act', 'count', 'mean'),
  },
  {
    what: 'answers: mean burden (1 to 5)',
    level: 'standard',
    truth: (t) => t.burden / t.people,
    is: slip('answers', 'burden', 'mean'),
  },
  {
    what: 'noisy (e = 7): mean attention',
    level: 'noisy',
    truth: (t) => t.noisyAttentionMiddle / t.people,
    is: card('attention', 'mean through noise e=7'),
  },
  {
    what: 'noisy (e = 7): mean after-hours',
    level: 'noisy',
    truth: (t) => t.noisyAfterHoursMiddle / t.people,
    is: card('afterHours', 'mean through noise e=7'),
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
const study = (reports: number, seed: number, level: Study['level'], perCluster: number): Study => ({
  reports,
  seed,
  month: first,
  level,
  e: 7,
  perCluster,
  icc: 0.2,
});

/** The month after: of other people, of the same ones, or none. */
function monthsOf(one: Study, second: Second): readonly Study[] {
  if (second === 'none') return [one];
  const after = { ...one, month: next, busier };
  // Far from the seeds of other studies.
  return [
    one,
    second === 'other people' ? { ...after, seed: one.seed + 2 ** 30 } : { ...after, draws: one.seed + 2 ** 30 },
  ];
}

/** What is true of the people all studies draw from: a million of them, counted. */
function truthOfAll(times: number): Truth {
  const truth = noTruth();
  for (const _ of simulate({ ...study(1_000_000, 999_983, 'least', 0), busier: times }, truth));
  return truth;
}

const duck = await openDuck();
async function estimatesOf(months: readonly Study[], cluster: boolean): Promise<readonly Estimate[]> {
  const batch = new Batch(months.reduce((sum, { reports }) => sum + reports, 0));
  for (const one of months)
    for (const { report, cluster: unit } of simulate(one, noTruth())) {
      const { card: row, slips } = encode(report);
      const group = Number.parseInt(report.card.id.slice(30), 16) & 31;
      const unitGroup = (unit % clusterGroups) + 1;
      batch.cards.add(row, group, unitGroup, 0);
      for (const values of slips) batch.slips.add(values, group, unitGroup, 0);
    }
  await duck.run('DROP TABLE IF EXISTS cards');
  await duck.run('DROP TABLE IF EXISTS slips');
  await duck.run(createTable('cards', cardColumns));
  await duck.run(createTable('slips', slipColumns));
  await appendRows(duck, 'cards', batch.cards);
  await appendRows(duck, 'slips', batch.slips);
  const names: readonly [CubeTable, CubeTable] = cluster
    ? ['cards_cluster', 'slips_cluster']
    : ['cards_random', 'slips_random'];
  const counts = await askCounts(engineOver(duck), names);
  const [cards, slips] = names.map((name) => counts[name]);
  if (cards === undefined || slips === undefined) throw new Error('The queries gave no tables');
  const cube = cubeOf(cards, slips);
  // The tables of everyone only: those by group cost most of the time and are estimated alike.
  const everyone = { tier: 0, region: 0, post: 0, subject: 0 };
  const figures = cube.figures
    .filter((figure) => fields.has(`${figure.record}/${figure.field}`))
    .map((figure) => ({ ...figure, facts: figure.facts.map((fact) => ({ ...fact, ...everyone })) }));
  const wanted = { ...cube, figures };
  const tables = safeTables(wanted, 10, () => undefined).filter((table) => table.by === 'all');
  return allEstimates(wanted, tables, { k: 10, population: null, tariff: null, secret: String(months[0]?.seed) });
}

const truth = truthOfAll(1);
const truthAfter = truthOfAll(busier);
/** What an estimate is to hold: of the first month, or of the change to the next. */
const trueOf = (target: Target, second: Second): number =>
  second === 'none' ? target.truth(truth) : target.truth(truthAfter) - target.truth(truth);
const against = ` against ${first}`;
const isOf = (target: Target, second: Second) => (e: Estimate) =>
  second === 'none'
    ? e.month === first && target.is(e)
    : e.statistic.endsWith(against) && target.is({ ...e, statistic: e.statistic.slice(0, -against.length) });
const rows: {
  what: string;
  design: string;
  reports: number;
  studies: number;
  released: number;
  covered: number;
  halfWidth: number;
  /** Standard deviation of the estimates over the studies, and the middle one that the intervals claim. */
  spread: number;
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
        const one = study(reports, 1 + s * 7919 + reports + perCluster, level, perCluster);
        const found = await estimatesOf(monthsOf(one, second), cluster);
        targets.forEach((target, t) => {
          const estimate = target.level === level ? found.find(isOf(target, second)) : undefined;
          const tally = seen[t];
          if (estimate === undefined || tally === undefined) return;
          const true_ = trueOf(target, second);
          tally.released++;
          tally.sum += estimate.value;
          tally.squares += estimate.value ** 2;
          tally.half += (estimate.high - estimate.low) / 2;
          if (estimate.low <= true_ && true_ <= estimate.high) tally.covered++;
        });
      }
    targets.forEach((target, t) => {
      const { released, covered, half, sum, squares } = seen[t] as (typeof seen)[number];
      if (released === 0) return;
      const row = {
        what: second === 'none' ? target.what : `change: ${target.what}`,
        design: second === 'none' ? design : `${design}, ${second}`,
        reports,
        studies,
        released,
        covered: covered / released,
        halfWidth: half / released,
        spread: Math.sqrt(Math.max(0, squares / released - (sum / released) ** 2)),
        claimed: half / released / 2.04,
        truth: trueOf(target, second),
        mean: sum / released,
      };
      rows.push(row);
      console.log(
        `| ${row.what} | ${row.design} | ${reports} | ${row.released} | ${(100 * row.covered).toFixed(1)} % | ${row.truth.toPrecision(4)} | ${row.mean.toPrecision(4)} | ${row.spread.toPrecision(3)} | ± ${row.halfWidth.toPrecision(3)} |`,
      );
    });
  }
mkdirSync('out', { recursive: true });
writeFileSync(
  `out/${isChangesOnly ? 'changes' : 'intervals'}.json`,
  `${JSON.stringify({ simulated: true, rows }, null, 1)}\n`,
);
