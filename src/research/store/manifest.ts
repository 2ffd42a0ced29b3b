/**
 * The store: a folder. `store.json` names every file that counts; it is replaced in one step, so that a run killed
 * at any moment leaves the store of the last step, and what it wrote beside is swept away by the next run.
 *
 *   store.json            what counts            parts/*.parquet        cards and slips
 *   codebook.json         what the codes mean    ids/*.bin              card ids that were taken, with a digest
 *   releases/*.json       what was published     inputs/*.bin           marks of files that were read to their end
 *   rejected/*.csv        what was refused       tickets/*.bin          digests of tickets that were used
 *   cube/*.bin            counts of all rows, which aggregate reads instead of them
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { codebook } from '../format/codebook.ts';

export interface Part {
  readonly reports: number;
  readonly cards: string;
  /** Absent when no report of the part had one. */
  readonly slips?: string;
}

/** Identical reports (but for their ids), one after the other. */
export interface Flood {
  readonly name: string;
  readonly place: string;
  readonly reports: number;
}

export interface StoreCounts {
  /** Reports taken. */
  readonly reports: number;
  /** Of these, of months that were still running. */
  readonly partial: number;
  /** The same report again: counted once. */
  readonly repeated: number;
  readonly rejected: number;
}

export interface Manifest {
  readonly format: 'fingertip-ledger-research-store';
  readonly version: 2;
  readonly codebook: string;
  readonly includesPartial: boolean;
  /** Names of recruitment batches, in the order they came; a row holds the place from 1 among 64 groups. */
  readonly clusters: readonly string[];
  readonly parts: readonly Part[];
  readonly ids: readonly string[];
  readonly inputs: readonly string[];
  readonly rejected: readonly string[];
  readonly tickets: readonly string[];
  readonly counts: StoreCounts;
  /** The input that was being read, and how many of its pieces are done, and were refused. */
  readonly unfinished: { readonly mark: string; readonly pieces: number; readonly refused: number } | null;
  /** Rows of identical reports in one file: shown, never hidden. */
  readonly floods: readonly Flood[];
  /** Counts of rows, and of which parts (by their file of cards). Null in a store without rows. */
  readonly cube: { readonly file: string; readonly parts: readonly string[] } | null;
  /** Drawn once: what the draws for kept-back counts depend on. Never published. */
  readonly secret: string;
  /** Number of the next files to write. */
  readonly next: number;
}

const folders = ['parts', 'ids', 'inputs', 'rejected', 'tickets', 'cube'] as const;
export const codebookMark = createHash('sha256').update(JSON.stringify(codebook)).digest('hex').slice(0, 16);

export const emptyManifest: Manifest = {
  format: 'fingertip-ledger-research-store',
  version: 2,
  codebook: codebookMark,
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

/** Writes and waits until it is on the disk, then gives it its name in one step. */
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

/** Waits until a file that something else wrote is on the disk. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The manifest of a store that is there. Throws when there is none or it is another program's. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = readFileSync(join(folder, 'store.json'), 'utf8');
  } catch {
    throw new CliError(`Cannot read store "${folder}": it holds no store.json; ingest makes one`, 2);
  }
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch {
    throw new CliError(`Cannot read store "${folder}": its store.json is no JSON`, 2);
  }
  if (manifest.format !== emptyManifest.format || manifest.version !== 2)
    throw new CliError(`Cannot read store "${folder}": it is of another kind or version`, 2);
  if (manifest.codebook !== codebookMark)
    throw new CliError(`Cannot read store "${folder}": its codes are another version's; ingest the files anew`, 2);
  return manifest;
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeDurably(join(folder, 'store.json'), `${JSON.stringify(manifest, null, 1)}\n`);

/** What a run leaves that was killed before it made the manifest. */
const beforeTheManifest = new Set(['codebook.json', 'codebook.json.new', 'store.json.new']);

/** Opens the store to write: makes it when it isn't there, sweeps away what a killed run left. */
export async function openStore(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  if (!present.includes('store.json')) {
    if (present.some((name) => !beforeTheManifest.has(name)))
      throw new CliError(`Cannot make a store in "${folder}": it holds other files`, 2);
    await writeDurably(join(folder, 'codebook.json'), `${JSON.stringify(codebook, null, 1)}\n`);
    await writeManifest(folder, { ...emptyManifest, secret: randomBytes(16).toString('hex') });
  }
  // Not before the manifest is there: folders alone would look like another program's.
  for (const name of folders) await mkdir(join(folder, name), { recursive: true });
  const manifest = await readManifest(folder);
  const counting = new Set(
    [
      ...manifest.parts.flatMap((part) => [part.cards, part.slips ?? '']),
      ...manifest.ids,
      ...manifest.inputs,
      ...manifest.rejected,
      ...manifest.tickets,
      manifest.cube?.file ?? '',
    ].map((name) => join(folder, name)),
  );
  for (const name of folders)
    for (const file of await readdir(join(folder, name)))
      if (!counting.has(join(folder, name, file))) await rm(join(folder, name, file));
  return manifest;
}
