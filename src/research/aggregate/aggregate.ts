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

/** Throws a `CliError` when nothing may be released; nothing is written then. */
export async function aggregate(options: AggregateOptions, effects: Effects = quiet): Promise<Findings> {
  const { findings, release } = await computeFindings(options, effects);
  writeTables(options.out, findings.outputs, findings.notes);
  // The record comes last: tables without a record can be made again, but a record without tables would block them.
  if (!options.draft) await writeRelease(options.store, release);
  return findings;
}

/** A digest of all card ids: nobody can know it who doesn't have the reports. */
async function secretFromIds(store: string, manifest: Manifest): Promise<string> {
  const digest = createHash('sha256');
  for (const name of manifest.ids) digest.update(await readFile(join(store, name)));
  return digest.digest('hex');
}

/** Ingests a folder into a temporary store and aggregates that. Keeps no record of the release. */
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
    // A new secret in every run would give new draws, which could be averaged over many runs.
    const secret = await secretFromIds(store, ingested.store);
    return { findings: await aggregate({ ...options, store, secret }, effects), ingested };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
