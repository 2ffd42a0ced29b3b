/**
 * `store/` is the researcher's database: a folder of files. `store.json`, the manifest, names every file that belongs
 * to the store. The manifest is replaced in one step. A run that is killed at any moment leaves the store of its latest
 * checkpoint; the next run removes files that the manifest doesn't name.
 *
 *   store.json            the manifest              parts/*.parquet        rows of cards and slips, in segments
 *   codebook.json         meaning of the codes      ids/*.bin              ids of accepted cards, with a digest
 *   releases/*.json       what was published        inputs/*.bin           hashes of inputs that were read completely
 *   rejected/*.csv        rejected reports          tickets/*.bin          hashes of tickets that were used
 *   cube/*.bin            counts of all rows, which aggregate reads instead of the rows
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { codebook } from '../format/codebook.ts';

/** Rows that were written together. */
export interface Segment {
  readonly reports: number;
  /** Name of the Parquet file of cards. */
  readonly cards: string;
  /** Name of the Parquet file of slips; absent when no report of the segment has one. */
  readonly slips?: string;
}

/** Suspiciously many consecutive reports that differ only in their ids. Ingest lists them but never removes them. */
export interface Flood {
  readonly name: string;
  readonly place: string;
  readonly reports: number;
}

/** How many reports a run or a store accepted and rejected. */
export interface StoreCounts {
  /** Accepted reports. */
  readonly reports: number;
  /** Number of the accepted reports whose month had not ended. */
  readonly partial: number;
  /** Duplicates of accepted reports. */
  readonly repeated: number;
  readonly rejected: number;
}

/** Returns the sums of two counts. */
export const addCounts = (a: StoreCounts, b: StoreCounts): StoreCounts => ({
  reports: a.reports + b.reports,
  partial: a.partial + b.partial,
  repeated: a.repeated + b.repeated,
  rejected: a.rejected + b.rejected,
});

/** The content of `store.json`. Lists of strings are names of files, except `clusters`. */
export interface Manifest {
  readonly format: 'fingertip-ledger-research-store';
  readonly version: 2;
  /** Hash of the codebook that the rows were encoded with. */
  readonly codebook: string;
  readonly includesPartial: boolean;
  /**
   * Names of recruitment batches in the order in which they were first used. A row holds the batch's place modulo 64,
   * plus 1.
   */
  readonly clusters: readonly string[];
  readonly parts: readonly Segment[];
  readonly ids: readonly string[];
  readonly inputs: readonly string[];
  readonly rejected: readonly string[];
  readonly tickets: readonly string[];
  readonly counts: StoreCounts;
  /**
   * The input that was not finished at the latest checkpoint: its hash (`mark`), how many items were read (`pieces`)
   * and how many of them were rejected (`refused`). Null if there is none.
   */
  readonly unfinished: { readonly mark: string; readonly pieces: number; readonly refused: number } | null;
  readonly floods: readonly Flood[];
  /** The file of counts, and the segments it counts (by their file of cards). Null in a store without rows. */
  readonly cube: { readonly file: string; readonly parts: readonly string[] } | null;
  /** Seed for the perturbation of suppressed counts, drawn once. Never published. */
  readonly secret: string;
  /** The number that the names of the next files get. */
  readonly next: number;
}

const folders = ['parts', 'ids', 'inputs', 'rejected', 'tickets', 'cube'] as const;
const codebookHash = createHash('sha256').update(JSON.stringify(codebook)).digest('hex').slice(0, 16);

const emptyManifest: Manifest = {
  format: 'fingertip-ledger-research-store',
  version: 2,
  codebook: codebookHash,
  includesPartial: false,
  clusters: [],
  parts: [],
  ids: [],
  inputs: [],
  rejected: [],
  tickets: [],
  counts: { reports: 0, partial: 0, repeated: 0, rejected: 0 },
  unfinished: null,
  floods: [],
  cube: null,
  secret: '',
  next: 1,
};

/** Writes a file, waits until it is on the disk, then renames it to `path` in one step. */
export async function writeDurably(path: string, bytes: string | Uint8Array): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/** Waits until a file that DuckDB wrote is on the disk. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads the manifest of an existing store. Throws a `CliError` when the store has no manifest, or when the manifest has
 * another version or codebook.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = readFileSync(join(folder, 'store.json'), 'utf8');
  } catch {
    throw new CliError(`Cannot read store "${folder}": no store.json in it; ingest makes a store`, 2);
  }
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch {
    throw new CliError(`Cannot read store "${folder}": store.json is not valid JSON`, 2);
  }
  if (manifest.format !== emptyManifest.format || manifest.version !== 2)
    throw new CliError(`Cannot read store "${folder}": store.json is of another format or version`, 2);
  if (manifest.codebook !== codebookHash)
    throw new CliError(
      `Cannot read store "${folder}": it was made with another codebook; ingest the files into a new store`,
      2,
    );
  return manifest;
}

/** Replaces the manifest of a store in one step. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeDurably(join(folder, 'store.json'), `${JSON.stringify(manifest, null, 1)}\n`);

/** Files that a run can leave behind if it is killed before it writes the manifest. */
const filesBeforeManifest = new Set(['codebook.json', 'codebook.json.new', 'store.json.new']);

/** Opens the store for writing: creates it if missing and removes files that a killed run left. */
export async function openStore(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  if (!present.includes('store.json')) {
    if (present.some((name) => !filesBeforeManifest.has(name)))
      throw new CliError(`Cannot make a store in "${folder}": the folder holds other files`, 2);
    await writeDurably(join(folder, 'codebook.json'), `${JSON.stringify(codebook, null, 1)}\n`);
    await writeManifest(folder, { ...emptyManifest, secret: randomBytes(16).toString('hex') });
  }
  // Create the folders after the manifest. The next run would refuse a store that has these folders but no manifest,
  // because it would take the folders for files that belong to something else.
  for (const name of folders) await mkdir(join(folder, name), { recursive: true });
  const manifest = await readManifest(folder);
  const named = new Set(
    [
      ...manifest.parts.flatMap((segment) => [segment.cards, segment.slips ?? '']),
      ...manifest.ids,
      ...manifest.inputs,
      ...manifest.rejected,
      ...manifest.tickets,
      manifest.cube?.file ?? '',
    ].map((name) => join(folder, name)),
  );
  for (const name of folders)
    for (const file of await readdir(join(folder, name)))
      if (!named.has(join(folder, name, file))) await rm(join(folder, name, file));
  return manifest;
}
