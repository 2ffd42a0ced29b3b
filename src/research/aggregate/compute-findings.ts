/**
 * `aggregate/` makes a release from a store. This file computes the release, and aggregate.ts writes its tables.
 *
 * Steps: read or query the counts, build the count cube, leave out held months, suppress cells, compare with earlier
 * releases, estimate.
 */
import { CliError } from '../cli/cli-error.ts';
import { type Effects, quiet } from '../cli/effects.ts';
import { groupDigits } from '../cli/progress-line.ts';
import { readTextFile } from '../cli/read-text-file.ts';
import { type CardFlood, findFloods } from '../disclosure/floods.ts';
import {
  buildRelease,
  findHeldMonths,
  publishedCounts,
  type Release,
  readReleases,
  refuseDifferencing,
} from '../disclosure/release-log.ts';
import { type SafeTable, safeTables } from '../disclosure/safe-tables.ts';
import { computeEstimates } from '../estimates/compute-estimates.ts';
import type { Estimate } from '../estimates/estimate.ts';
import { parsePopulation } from '../estimates/rake.ts';
import { parseTariff } from '../estimates/tariff.ts';
import { cellsTable, estimatesTable, type OutputTable, reportsTable } from '../output/output-tables.ts';
import { type BlockColumn, buildCube, type CountCube } from '../store/count-cube.ts';
import { type Counts, type CubeTableName, cubeTablesFor, queryCounts } from '../store/counts-file.ts';
import type { ColumnTable, Engine } from '../store/engine.ts';
import { type Manifest, readManifest } from '../store/manifest.ts';
import { readStoredCounts } from '../store/stored-counts.ts';

/** The options of the commands `aggregate` and `report`. */
export interface AggregateOptions {
  readonly store: string;
  readonly out: string;
  /** Counts below k are suppressed; with k below 10 the tables are a draft. */
  readonly k: number;
  /**
   * Whether the release is a draft. The store keeps no record of a draft, and the notes of its tables mark it as a
   * draft.
   */
  readonly draft: boolean;
  /** Whether jackknife blocks are recruitment batches instead of random groups. */
  readonly cluster: boolean;
  /** Paths of CSV files. */
  readonly population?: string | undefined;
  readonly tariff?: string | undefined;
  /** If given, this engine counts all rows, and the store's counts are not read. */
  readonly engine?: ((manifest: Manifest) => Promise<Engine>) | undefined;
  /** Seed of the perturbation, used instead of the store's own secret. */
  readonly secret?: string | undefined;
}

/** Everything that is computed for a release. */
export interface Findings {
  readonly options: { readonly k: number; readonly draft: boolean; readonly cluster: boolean; readonly raked: boolean };
  /** Name of the source of the counts, for messages. */
  readonly engine: string;
  /** Number of reports by month. */
  readonly reports: ReadonlyMap<string, number>;
  readonly levels: CountCube['levels'];
  readonly rejected: number;
  readonly partial: number;
  /** Number of duplicates. A report and its duplicates are counted once. */
  readonly repeated: number;
  /** Months that are left out, with the number of reports that arrived after their release. */
  readonly heldMonths: ReadonlyMap<string, number>;
  readonly tables: readonly SafeTable[];
  readonly estimates: readonly Estimate[];
  readonly outputs: readonly OutputTable[];
  readonly floods: readonly CardFlood[];
  /** Number of recruitment batches. */
  readonly clusters: number;
  /** How long reading or querying the counts took, in milliseconds. */
  readonly countMs: number;
  readonly notes: readonly string[];
}

/** The first note of a release: the figures of the release are lower bounds. */
export const lowerBoundNote =
  'Figures are lower bounds: only portals in one desktop browser are measured. Time on a portal is not by itself burden.';

/**
 * Computes a release and writes nothing. Returns the findings, and the record of the release to write after the tables.
 * Throws a `CliError` when the options don't fit the store, or when nothing may be released.
 */
export async function computeFindings(
  options: AggregateOptions,
  effects: Effects = quiet,
): Promise<{ readonly findings: Findings; readonly release: Release }> {
  const { store, k, draft, cluster } = options;
  const manifest = await readManifest(store);
  if (manifest.counts.reports === 0) throw new CliError(`Cannot aggregate "${store}": it holds no reports`);
  if (cluster && manifest.clusters.length < 2)
    throw new CliError(
      `Cannot use --cluster: the store has ${manifest.clusters.length} recruitment batches; name them when you ingest`,
      2,
    );
  const population = await readOptional(options.population, 'population', parsePopulation);
  const tariff = await readOptional(options.tariff, 'tariff', parseTariff);
  const releases = draft ? [] : await readReleases(store);

  effects.progress(`aggregate: ${groupDigits(manifest.counts.reports)} reports`);
  const started = effects.now();
  const { engine, cube: allMonths, floods } = await countReports(options, manifest);
  const countMs = effects.now() - started;

  const heldMonths = findHeldMonths(allMonths.reports, releases, k);
  const cube = withoutMonths(allMonths, heldMonths);
  if (cube.months.length === 0)
    throw new CliError(
      `Cannot release: ${[...heldMonths].map(([month, late]) => `${month} was released and has received ${late} reports since`).join(', ')}; a month is released again when it has ${k} new reports`,
    );
  const tables = safeTables(cube, k, publishedCounts(releases));
  const release = buildRelease(releases.length + 1, k, cube.reports, tables);
  refuseDifferencing(release, releases);
  const secret = options.secret ?? manifest.secret;
  const estimates = computeEstimates(cube, tables, { k, population, tariff, secret });
  const findings: Findings = {
    options: { k, draft, cluster, raked: population !== null },
    engine,
    reports: cube.reports,
    levels: cube.levels,
    rejected: manifest.counts.rejected,
    partial: manifest.counts.partial,
    repeated: manifest.counts.repeated,
    heldMonths,
    tables,
    estimates,
    outputs: [cellsTable(tables), estimatesTable(estimates), reportsTable(cube.reports, k)],
    floods,
    clusters: manifest.clusters.length,
    countMs,
    notes: notesOf(draft, manifest),
  };
  return { findings, release };
}

async function readOptional<T>(
  path: string | undefined,
  kind: string,
  parse: (text: string, path: string) => T,
): Promise<T | null> {
  return path === undefined ? null : parse(await readTextFile(path, kind), path);
}

const notesOf = (draft: boolean, { includesPartial }: Manifest): readonly string[] => [
  ...(draft ? ['DRAFT, not for release: no record of it is kept, or k is below 10.'] : []),
  lowerBoundNote,
  'Senders are volunteers: nothing here describes people who sent no report.',
  ...(includesPartial ? ['Some reports are of months that had not ended.'] : []),
];

/**
 * Returns the cube and the floods of all rows. Throws a `CliError` when the engine and the store hold different numbers
 * of reports.
 */
async function countReports(
  options: AggregateOptions,
  manifest: Manifest,
): Promise<{ readonly engine: string; readonly cube: CountCube; readonly floods: readonly CardFlood[] }> {
  const blocks: BlockColumn = options.cluster ? 'cluster_group' : 'random_group';
  const { counts, engine } = await readOrQueryCounts(options, manifest, blocks);
  const [cards, slips, floods] = cubeTablesFor(blocks);
  const tableOf = (name: CubeTableName): ColumnTable => {
    const table = counts[name];
    if (table === undefined) throw new Error(`The counts have no table "${name}"`);
    return table;
  };
  const cube = buildCube(tableOf(cards), tableOf(slips));
  const counted = [...cube.reports.values()].reduce((a, b) => a + b, 0);
  if (counted !== manifest.counts.reports)
    throw new CliError(
      `Cannot aggregate: ${engine} holds ${counted} reports, the store ${manifest.counts.reports}; nothing was written`,
      2,
    );
  return { engine, cube, floods: findFloods(tableOf(floods)) };
}

async function readOrQueryCounts(
  options: AggregateOptions,
  manifest: Manifest,
  blocks: BlockColumn,
): Promise<{ readonly counts: Counts; readonly engine: string }> {
  const stored = options.engine === undefined ? readStoredCounts(options.store, manifest, blocks) : null;
  if (stored !== null) return { counts: stored, engine: "the store's count file" };
  const engine = await (options.engine ?? ((m: Manifest) => openOwnEngine(options.store, m)))(manifest);
  try {
    return { counts: await queryCounts(engine, cubeTablesFor(blocks)), engine: engine.name };
  } finally {
    await engine.close();
  }
}

/** Loads DuckDB, which takes longer than reading the store's counts. */
const openOwnEngine = async (store: string, manifest: Manifest): Promise<Engine> =>
  (await import('../store/duckdb-engine.ts')).openStoreEngine(store, manifest);

function withoutMonths(cube: CountCube, heldMonths: ReadonlyMap<string, number>): CountCube {
  const isKept = ({ month }: { readonly month: string }) => !heldMonths.has(month);
  return {
    ...cube,
    months: cube.months.filter((month) => !heldMonths.has(month)),
    fields: cube.fields.filter(isKept),
    noisy: cube.noisy.filter(isKept),
    reports: new Map([...cube.reports].filter(([month]) => !heldMonths.has(month))),
  };
}
