/**
 * `ingest/` adds reports to a store. A run writes checkpoints. A run that is killed at any moment can be started again:
 * the second run continues from the latest checkpoint and gives the same store.
 */
import { type Effects, quiet } from '../cli/effects.ts';
import { progressLine } from '../cli/progress-line.ts';
import type { Rejection } from '../input/input-item.ts';
import { type Input, listInputs } from '../input/list-inputs.ts';
import { readIdentity } from '../input/read-identity.ts';
import { isReportFile, readInput, readReportFile } from '../input/read-input.ts';
import { readTickets } from '../input/tickets.ts';
import { commit } from '../store/commit.ts';
import { compact } from '../store/compact.ts';
import { readKeys } from '../store/key-files.ts';
import { type Flood, type Manifest, openStore, type StoreCounts } from '../store/manifest.ts';
import { hashName, nameHashText } from '../store/name-hash.ts';
import { type DuckDB, openDuckDB } from '../store/open-duckdb.ts';
import { lockStore } from '../store/store-lock.ts';
import { updateCounts } from '../store/update-counts.ts';
import { IngestRun } from './ingest-run.ts';

/** The options of the command `ingest`. */
export interface IngestOptions {
  readonly inputs: readonly string[];
  readonly store: string;
  readonly includePartial: boolean;
  /** Path of the study's key file. */
  readonly identity?: string | undefined;
  /**
   * Name of the recruitment batch of all inputs; `true` means that each input's folder or archive is the batch of the
   * input.
   */
  readonly cluster?: string | true | undefined;
  /** Path of the list of tickets that the study gave out. */
  readonly tickets?: string | undefined;
  /** Reports per checkpoint; 131,072 if absent. */
  readonly batchReports?: number;
}

/** What a run did, and the state of the store after the run. */
export interface IngestResult {
  /** Counts of this run, not of the whole store. */
  readonly counts: StoreCounts;
  /** The first hundred rejections; the folder `rejected/` of the store lists more. */
  readonly rejected: readonly Rejection[];
  readonly floods: readonly Flood[];
  readonly filesRead: number;
  /** Number of files that an earlier run had read. */
  readonly filesKnown: number;
  readonly ticketsUsed: number;
  readonly ticketsIssued: number;
  readonly store: Manifest;
}

/** Writes checkpoints while the run continues to read. Writes at most one checkpoint at a time. */
class CheckpointWriter {
  readonly #duckdb: DuckDB;
  readonly #folder: string;
  #manifest: Manifest;
  #writing: Promise<void> = Promise.resolve();

  constructor(duckdb: DuckDB, folder: string, manifest: Manifest) {
    this.#duckdb = duckdb;
    this.#folder = folder;
    this.#manifest = manifest;
  }

  /** Waits for the previous checkpoint, then starts this one. */
  async write(run: IngestRun, unfinished: Manifest['unfinished']): Promise<void> {
    const update = run.takeUpdate(unfinished);
    await this.#writing;
    this.#writing = commit(this.#duckdb, this.#folder, this.#manifest, update).then((next) => {
      this.#manifest = next;
    });
    // The next `write`, or `finish`, rejects with the error of this checkpoint.
    this.#writing.catch(() => {});
  }

  /** Waits for the checkpoint that is being written and returns the manifest. */
  async finish(): Promise<Manifest> {
    await this.#writing;
    return this.#manifest;
  }
}

/**
 * Adds the reports of all inputs to a store, which is created if missing. Throws a `CliError` for wrong inputs, keys or
 * tickets, and when another process is writing the store.
 */
export async function ingest(options: IngestOptions, effects: Effects = quiet): Promise<IngestResult> {
  const inputs = listInputs(options.inputs);
  const openSealed = await readIdentity(options.identity);
  const issued = options.tickets === undefined ? null : await readTickets(options.tickets);
  const manifest = await openStore(options.store);
  const unlock = await lockStore(options.store);
  const duckdb = await openDuckDB();
  try {
    const known = {
      ids: await readKeys(options.store, manifest.ids, 3),
      inputs: await readKeys(options.store, manifest.inputs, 2),
      tickets: await readKeys(options.store, manifest.tickets, 2),
    };
    const { includePartial, cluster, batchReports = 1 << 17 } = options;
    const run = new IngestRun({ includePartial, cluster, batchReports, tickets: issued }, known, manifest.clusters);
    const writer = new CheckpointWriter(duckdb, options.store, manifest);

    const totalBytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
    const started = effects.now();
    let bytes = 0;
    const showProgress = () => {
      const share = totalBytes === 0 ? 1 : bytes / totalBytes;
      effects.progress(progressLine('ingest', run.accepted, share, effects.now() - started));
    };
    const context = {
      openSealed,
      onBytes: (n: number) => {
        bytes += n;
      },
    };
    const checkpoint = async (unfinished: Manifest['unfinished']) => {
      await writer.write(run, unfinished);
      showProgress();
    };

    /** Adds the items of an input, except the first `skip`. */
    const addInput = async (input: Input, mark: string, skip: number) => {
      if (isReportFile(input)) {
        run.addItem(readReportFile(input), input);
        bytes += input.bytes;
        return;
      }
      let items = 0;
      for await (const block of readInput(input, context))
        for (const item of block) {
          if (++items <= skip) continue;
          run.addItem(item, input);
          if (run.isFull) await checkpoint({ mark, pieces: items, refused: run.rejectedOfInput });
        }
    };

    // The settings are part of the hash, because the same file can give other results under other options. For example,
    // a sealed file is read again when a key is given.
    const settings = [options.identity !== undefined, options.tickets !== undefined, includePartial].join();
    let filesRead = 0;
    let filesKnown = 0;
    let { unfinished } = manifest;
    for (const input of inputs) {
      const hash = hashName(`${input.stamp}\n${settings}`);
      if (known.inputs.has(...hash)) {
        filesKnown++;
        bytes += input.bytes;
        continue;
      }
      const mark = nameHashText(hash);
      const resumed = unfinished?.mark === mark ? unfinished : null;
      run.beginInput(input, resumed?.refused ?? 0);
      await addInput(input, mark, resumed?.pieces ?? 0);
      unfinished = null;
      run.endInput(input, hash);
      filesRead++;
      if (run.isFull) await checkpoint(null);
      else if ((filesRead & 1023) === 0) showProgress();
    }
    if (!run.isEmpty) await writer.write(run, null);
    const counted = await updateCounts(options.store, await writer.finish());
    const store = await compact(duckdb, options.store, counted);
    return {
      counts: run.counts,
      rejected: run.firstRejected,
      floods: run.floods,
      filesRead,
      filesKnown,
      ticketsUsed: known.tickets.size,
      ticketsIssued: issued?.size ?? 0,
      store,
    };
  } finally {
    duckdb.close();
    await unlock();
  }
}
