/** Writes the tables of a release, from a store or directly from a folder of reports. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { type Effects, quiet } from '../cli/effects.ts';
import { writeRelease } from '../disclosure/release-log.ts';
import type { IngestResult } from '../ingest/ingest.ts';
import { writeTables } from '../output/write-tables.ts';
import type { Manifest } from '../store/manifest.ts';
import { type AggregateOptions, computeFindings, type Findings } from './compute-findings.ts';

/**
 * Writes the tables of a release to `options.out` and, unless it is a draft, the record of the release to the store.
 * Throws a `CliError`, before it writes anything, if nothing may be released.
 */
export async function aggregate(options: AggregateOptions, effects: Effects = quiet): Promise<Findings> {
  const { findings, release } = await computeFindings(options, effects);
  writeTables(options.out, findings.outputs, findings.notes);
  // Write the record last. If the run stops in between, the next run writes the tables again. A record without tables
  // would restrict later releases for the sake of tables that nobody has.
  if (!options.draft) await writeRelease(options.store, release);
  return findings;
}

/** Returns a digest of all card ids. Only somebody who has the reports can compute it. */
async function secretFromIds(store: string, manifest: Manifest): Promise<string> {
  const digest = createHash('sha256');
  for (const name of manifest.ids) digest.update(await readFile(join(store, name)));
  return digest.digest('hex');
}

/**
 * Ingests a folder into a temporary store, aggregates that store and deletes it, so no record of the release remains.
 * Throws a `CliError` if the folder holds no valid report.
 */
export async function aggregateFolder(
  folder: string,
  options: Omit<AggregateOptions, 'store'>,
  includePartial: boolean,
  effects: Effects = quiet,
): Promise<{ readonly findings: Findings; readonly ingested: IngestResult }> {
  const store = await mkdtemp(join(tmpdir(), 'fingertip-store-'));
  try {
    const { ingest } = await import('../ingest/ingest.ts');
    const ingested = await ingest({ inputs: [folder], store, includePartial }, effects);
    if (ingested.store.counts.reports === 0) {
      const first = ingested.rejected[0];
      throw new CliError(
        first === undefined
          ? `Cannot aggregate "${folder}": it holds no reports`
          : `Cannot aggregate "${folder}": it holds no valid report; "${first.file}": ${first.reason}`,
      );
    }
    // The secret must be the same in every run. Otherwise each run would draw different noise, and the average of
    // many runs would remove the noise.
    const secret = await secretFromIds(store, ingested.store);
    return { findings: await aggregate({ ...options, store, secret }, effects), ingested };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
