/** One step of the store: a batch becomes files, the files are on the disk, then the manifest names them. */
import { join } from 'node:path';
import { cardColumns, slipColumns } from '../format/codebook.ts';
import { appendRows, type Batch, createTable } from './batch.ts';
import { csvLine } from '../format/csv-line.ts';
import { keysToBytes } from './key-files.ts';
import { type Flood, type Manifest, type StoreCounts, sync, writeDurably, writeManifest } from './manifest.ts';
import { type Duck, quoted } from './open-duckdb.ts';

export interface Rejection {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
}

/** What a batch adds to the store. */
export interface Step {
  readonly batch: Batch;
  readonly ids: readonly (readonly number[])[];
  readonly inputs: readonly (readonly number[])[];
  readonly tickets: readonly (readonly number[])[];
  readonly rejected: readonly Rejection[];
  readonly floods: readonly Flood[];
  readonly clusters: readonly string[];
  readonly counts: StoreCounts;
  readonly unfinished: Manifest['unfinished'];
}

const numbered = (folder: string, n: number, end: string) => `${folder}/${String(n).padStart(6, '0')}${end}`;

export async function copyTable(duck: Duck, sql: string, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await duck.run(`COPY (${sql}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await sync(path);
}

export async function commit(duck: Duck, folder: string, manifest: Manifest, step: Step): Promise<Manifest> {
  const n = manifest.next;
  const added: { -readonly [K in keyof Manifest]?: Manifest[K] } = {};
  const { cards, slips } = step.batch;
  if (cards.count > 0) {
    const part = { reports: cards.count, cards: numbered('parts', n, '-cards.parquet') };
    const slipsName = numbered('parts', n, '-slips.parquet');
    for (const [table, names, rows] of [
      ['new_cards', cardColumns, cards],
      ['new_slips', slipColumns, slips],
    ] as const) {
      await duck.run(createTable(table, names));
      await appendRows(duck, table, rows);
    }
    await copyTable(duck, 'SELECT * FROM new_cards', folder, part.cards);
    if (slips.count > 0) await copyTable(duck, 'SELECT * FROM new_slips', folder, slipsName);
    await duck.run('DROP TABLE new_cards');
    await duck.run('DROP TABLE new_slips');
    added.parts = [...manifest.parts, slips.count > 0 ? { ...part, slips: slipsName } : part];
  }
  for (const [kind, keys] of [
    ['ids', step.ids],
    ['inputs', step.inputs],
    ['tickets', step.tickets],
  ] as const) {
    if (keys.length === 0) continue;
    const name = numbered(kind, n, '.bin');
    await writeDurably(join(folder, name), keysToBytes(keys));
    added[kind] = [...manifest[kind], name];
  }
  if (step.rejected.length > 0) {
    const name = numbered('rejected', n, '.csv');
    const lines = step.rejected.map((r) => csvLine([r.file, r.place, r.reason]));
    await writeDurably(join(folder, name), lines.join(''));
    added.rejected = [...manifest.rejected, name];
  }
  const { counts } = manifest;
  const next: Manifest = {
    ...manifest,
    ...added,
    clusters: step.clusters,
    includesPartial: manifest.includesPartial || step.counts.partial > 0,
    counts: {
      reports: counts.reports + step.counts.reports,
      partial: counts.partial + step.counts.partial,
      repeated: counts.repeated + step.counts.repeated,
      rejected: counts.rejected + step.counts.rejected,
    },
    floods: [...manifest.floods, ...step.floods],
    unfinished: step.unfinished,
    next: n + 1,
  };
  await writeManifest(folder, next);
  return next;
}
