/** Store → findings: counts that may be released, estimates with their uncertainty, tables. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { type Effects, grouped, quiet } from '../cli/effects.ts';
import { type CardFlood, findFloods } from '../disclosure/floods.ts';
import {
  heldBack,
  publishedIn,
  readReleases,
  refuseSubtraction,
  releaseOf,
  writeRelease,
} from '../disclosure/release-log.ts';
import { type SafeTable, safeTables } from '../disclosure/safe-tables.ts';
import { allEstimates, type Estimate } from '../estimates/compute-estimates.ts';
import { type Population, parsePopulation } from '../estimates/rake.ts';
import { parseTariff } from '../estimates/tariff.ts';
import type { IngestResult } from '../ingest/ingest.ts';
import { cellsTable, estimatesTable, type OutputTable, reportsTable } from '../output/output-tables.ts';
import { writeTables } from '../output/write-tables.ts';
import { type Blocks, type Cube, cubeOf } from '../store/count-cube.ts';
import { askCounts, type Counts, tablesFor } from '../store/counts-file.ts';
import type { Engine, Table } from '../store/engine.ts';
import { type Manifest, readManifest } from '../store/manifest.ts';
import { storedCounts } from '../store/stored-counts.ts';

export interface AggregateOptions {
  readonly store: string;
  readonly out: string;
  /** No cell below this many reports is released; below 10 the tables are a draft. */
  readonly k: number;
  /** A draft leaves no record of a release and says so in every file. */
  readonly draft: boolean;
  readonly cluster: boolean;
  /** Paths of CSV files. */
  readonly population?: string | undefined;
  readonly tariff?: string | undefined;
  /** Another engine than the store's own counts. */
  readonly engine?: ((manifest: Manifest) => Promise<Engine>) | undefined;
  /** What draws for kept-back counts depend on, instead of the store's own secret. */
  readonly secret?: string | undefined;
}

export interface Findings {
  readonly options: { readonly k: number; readonly draft: boolean; readonly cluster: boolean; readonly raked: boolean };
  readonly engine: string;
  readonly reports: ReadonlyMap<string, number>;
  readonly levels: Cube['levels'];
  readonly rejected: number;
  readonly partial: number;
  /** Reports that came again and were counted once. */
  readonly repeated: number;
  /** Months kept back, with how many reports came late. */
  readonly held: ReadonlyMap<string, number>;
  readonly tables: readonly SafeTable[];
  readonly estimates: readonly Estimate[];
  readonly outputs: readonly OutputTable[];
  readonly floods: readonly CardFlood[];
  readonly clusters: number;
  /** Milliseconds until all counts were there. */
  readonly countMs: number;
  readonly notes: readonly string[];
}

export const lowerBound = 'Desktop portals in one browser are a lower bound; time on a portal is not by itself burden.';
const readText = (path: string, what: string) =>
  readFile(path, 'utf8').catch(() => {
    throw new CliError(`Cannot read ${what} "${path}": it is not there`, 2);
  });

function within(cube: Cube, held: ReadonlyMap<string, number>): Cube {
  const kept = (figure: { readonly month: string }) => !held.has(figure.month);
  return {
    ...cube,
    months: cube.months.filter((month) => !held.has(month)),
    figures: cube.figures.filter(kept),
    noisy: cube.noisy.filter(kept),
    reports: new Map([...cube.reports].filter(([month]) => !held.has(month))),
  };
}

/** Everything but writing. */
export async function findings(
  options: AggregateOptions,
  effects: Effects = quiet,
): Promise<{ found: Findings; commit: () => Promise<void> }> {
  const manifest = await readManifest(options.store);
  if (manifest.counts.reports === 0) throw new CliError(`Cannot aggregate "${options.store}": it holds no reports`);
  if (options.cluster && manifest.clusters.length < 2)
    throw new CliError(
      `Cannot use --cluster: the store knows ${manifest.clusters.length} recruitment batches; name them at ingest`,
      2,
    );
  const population: Population | null =
    options.population === undefined
      ? null
      : parsePopulation(await readText(options.population, 'population'), options.population);
  const tariff =
    options.tariff === undefined ? null : parseTariff(await readText(options.tariff, 'tariff'), options.tariff);
  const releases = options.draft ? [] : await readReleases(options.store);
  effects.progress(`aggregate: ${grouped(manifest.counts.reports)} reports`);
  const asked = effects.now();
  const blocks: Blocks = options.cluster ? 'cluster_group' : 'random_group';
  const { counts, engine } = await countsOf(options, manifest, blocks);
  const table = (sort: string): Table => {
    const name = tablesFor(blocks).find((one) => one.startsWith(sort));
    const found = name === undefined ? undefined : counts[name];
    if (found === undefined) throw new Error(`The counts hold no table of ${sort}`);
    return found;
  };
  const whole = cubeOf(table('cards'), table('slips'));
  const countMs = effects.now() - asked;
  const counted = [...whole.reports.values()].reduce((a, b) => a + b, 0);
  if (counted !== manifest.counts.reports)
    throw new CliError(
      `Cannot aggregate: ${engine} holds ${counted} reports, the store ${manifest.counts.reports}; nothing was written`,
      2,
    );
  const floods = findFloods(table('floods'));
  const held = heldBack(whole.reports, releases, options.k);
  const cube = within(whole, held);
  if (cube.months.length === 0)
    throw new CliError(
      `Cannot release: ${[...held].map(([month, late]) => `${month} was released and has ${late} latecomers since`).join(', ')}; it comes again when there are ${options.k}`,
    );
  const tables = safeTables(cube, options.k, publishedIn(releases));
  const release = releaseOf(releases.length + 1, options.k, cube.reports, tables);
  refuseSubtraction(release, releases);
  const estimates = allEstimates(cube, tables, {
    k: options.k,
    population,
    tariff,
    secret: options.secret ?? manifest.secret,
  });
  const notes = [
    ...(options.draft ? ['DRAFT, not for release: no record of it is kept, or k is below 10.'] : []),
    lowerBound,
    'Volunteers: nothing here speaks of those who sent no report.',
    ...(manifest.includesPartial ? ['Some reports are of months that were still running.'] : []),
  ];
  const found: Findings = {
    options: { k: options.k, draft: options.draft, cluster: options.cluster, raked: population !== null },
    engine,
    reports: cube.reports,
    levels: cube.levels,
    rejected: manifest.counts.rejected,
    partial: manifest.counts.partial,
    repeated: manifest.counts.repeated,
    held,
    tables,
    estimates,
    outputs: [cellsTable(tables), estimatesTable(estimates), reportsTable(cube.reports, options.k)],
    floods,
    clusters: manifest.clusters.length,
    countMs,
    notes,
  };
  return { found, commit: () => (options.draft ? Promise.resolve() : writeRelease(options.store, release)) };
}

/** DuckDB over the store's rows: only when its counts don't hold them all, since loading it takes longer than reading them. */
const ownRows = async (store: string, manifest: Manifest): Promise<Engine> =>
  (await import('../store/duckdb-engine.ts')).duckEngine(store, manifest);

/** Counts of all rows: those the store keeps, or an engine's over the rows. */
async function countsOf(
  options: AggregateOptions,
  manifest: Manifest,
  blocks: Blocks,
): Promise<{ readonly counts: Counts; readonly engine: string }> {
  const stored = options.engine === undefined ? storedCounts(options.store, manifest, blocks) : null;
  if (stored !== null) return { counts: stored, engine: "the store's counts" };
  const engine = await (options.engine ?? ((m: Manifest) => ownRows(options.store, m)))(manifest);
  try {
    return { counts: await askCounts(engine, tablesFor(blocks)), engine: engine.name };
  } finally {
    await engine.close();
  }
}

export async function aggregate(options: AggregateOptions, effects: Effects = quiet): Promise<Findings> {
  const { found, commit } = await findings(options, effects);
  writeTables(options.out, found.outputs, found.notes);
  // The record comes last: tables without one can be made again, a record without tables would block them.
  await commit();
  return found;
}

/** A secret that only who has the reports can know: a digest of all their ids. */
async function secretOf(store: string, manifest: Manifest): Promise<string> {
  const digest = createHash('sha256');
  for (const name of manifest.ids) digest.update(await readFile(join(store, name)));
  return digest.digest('hex');
}

/** A folder at once: into a store that lasts as long as the run. No record of releases can be kept for it. */
export async function aggregateFolder(
  folder: string,
  options: Omit<AggregateOptions, 'store'>,
  includePartial: boolean,
  effects: Effects = quiet,
): Promise<{ readonly found: Findings; readonly ingested: IngestResult }> {
  const store = await mkdtemp(join(tmpdir(), 'fingertip-store-'));
  try {
    const { ingest } = await import('../ingest/ingest.ts');
    const ingested = await ingest({ inputs: [folder], store, includePartial }, effects);
    if (ingested.store.counts.reports === 0) {
      const first = ingested.rejected[0];
      throw new CliError(
        first === undefined
          ? `Cannot aggregate "${folder}": it holds no reports`
          : `Cannot aggregate "${folder}": it holds no report that can be taken; "${first.file}": ${first.reason}`,
      );
    }
    // The store is gone after this run: its own secret would give other draws every time, which could be averaged.
    const secret = await secretOf(store, ingested.store);
    return { found: await aggregate({ ...options, store, secret }, effects), ingested };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
