/** Files → store. May be killed between any two lines: run again, it goes on and ends with the same store. */
import { readFileSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { type Effects, progressLine, quiet } from '../cli/effects.ts';
import { type Input, inputsOf } from '../input/list-inputs.ts';
import { type OpenSealed, openerOf } from '../input/read-identity.ts';
import { readInput } from '../input/read-input.ts';
import { type Accepted, Door, maxReportBytes } from '../input/report-reader.ts';
import { overLimit, type Piece, pieceOf, type Reading } from '../input/input-item.ts';
import { readTickets, ticketOf } from '../input/tickets.ts';
import { Batch } from '../store/batch.ts';
import { commit, type Rejection, type Step } from '../store/commit.ts';
import { compact } from '../store/compact.ts';
import { readKeys } from '../store/key-files.ts';
import { type Flood, type Manifest, openStore, type StoreCounts } from '../store/manifest.ts';
import { type Mark, markOf, markText } from '../store/name-hash.ts';
import { openDuck } from '../store/open-duckdb.ts';
import { SeenIds } from '../store/key-set.ts';
import { updateCube } from '../store/update-counts.ts';

export interface IngestOptions {
  readonly inputs: readonly string[];
  readonly store: string;
  readonly includePartial: boolean;
  /** Path of the study's key file. */
  readonly identity?: string | undefined;
  /** Name of the recruitment batch all these inputs belong to; `true` takes each file's folder or archive. */
  readonly cluster?: string | true | undefined;
  /** Path of the list of tickets this study gave out. */
  readonly tickets?: string | undefined;
  /** Reports of one step. */
  readonly batchReports?: number;
}

export interface IngestResult {
  /** Of this run. */
  readonly counts: StoreCounts;
  /** The first hundred; all are in the store. */
  readonly rejected: readonly Rejection[];
  readonly floods: readonly Flood[];
  readonly filesRead: number;
  readonly filesKnown: number;
  readonly ticketsUsed: number;
  readonly ticketsIssued: number;
  readonly store: Manifest;
}

/** So many identical reports in a row are no chance. */
const floodFrom = 20;
/** Refusals of one file that are listed one by one; the rest are counted. */
const mostListed = 1000;
const randomGroups = 32;
const clusterGroups = 64;

/** Mixes what a report says with the ids in it: another report under a known card id is found out. */
function digestOf(accepted: Accepted, words: Uint32Array, count: number): number {
  let digest = accepted.contentHash;
  for (let i = 0; i < 4 * count; i++) digest = Math.imul(digest ^ (words[i] as number), 0x01000193) ^ (digest >>> 15);
  return digest >>> 0;
}

async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch {
      const owner = Number(await readFile(path, 'utf8').catch(() => '0'));
      let alive = owner > 0 && owner !== process.pid;
      try {
        if (alive) process.kill(owner, 0);
      } catch {
        alive = false;
      }
      if (alive) throw new CliError(`Cannot write store "${folder}": process ${owner} is writing it`, 2);
      await rm(path, { force: true });
    }
  }
}

const zero: StoreCounts = { reports: 0, partial: 0, repeated: 0, rejected: 0 };
const isPlainReport = (name: string) => /\.json$/i.test(name);

export async function ingest(options: IngestOptions, effects: Effects = quiet): Promise<IngestResult> {
  const inputs = inputsOf(options.inputs);
  const openSealed = options.identity === undefined ? null : await readIdentity(options.identity);
  const issued = options.tickets === undefined ? null : await readTickets(options.tickets);
  let manifest = await openStore(options.store);
  const unlock = await lock(options.store);
  const duck = await openDuck();
  try {
    const run = new Run(options, manifest, openSealed, issued);
    run.ids = await readKeys(options.store, manifest.ids, 3);
    run.known = await readKeys(options.store, manifest.inputs, 2);
    run.usedTickets = await readKeys(options.store, manifest.tickets, 2);
    let writing: Promise<void> = Promise.resolve();
    const flush = async (unfinished: Manifest['unfinished']) => {
      const step = run.takeStep(unfinished);
      await writing;
      writing = commit(duck, options.store, manifest, step).then((next) => {
        manifest = next;
      });
      // A step that fails is noticed at the next one, or at the end.
      writing.catch(() => {});
    };
    const total = inputs.reduce((sum, input) => sum + input.bytes, 0);
    const started = effects.now();
    const show = () =>
      effects.progress(progressLine('ingest', run.taken, total === 0 ? 1 : run.bytes / total, effects.now() - started));
    let unfinished = manifest.unfinished;
    // A file that was refused for want of a key is read again when there is one.
    const how = [options.identity, options.tickets]
      .map((one) => one !== undefined)
      .concat(options.includePartial)
      .join();
    for (const input of inputs) {
      const mark = markOf(`${input.mark}\n${how}`);
      if (run.known.has(...mark)) {
        run.filesKnown++;
        run.bytes += input.bytes;
        continue;
      }
      const text = markText(mark);
      let pieces = 0;
      const skip = unfinished?.mark === text ? unfinished.pieces : 0;
      run.begin(input, unfinished?.mark === text ? unfinished.refused : 0);
      if (isPlainReport(input.path) && input.isFile) run.take(readReportFile(input), input);
      else
        for await (const block of readInput(input, run.reading))
          for (const piece of block) {
            if (++pieces <= skip) continue;
            run.take(piece, input);
            if (run.isFull) {
              await flush({ mark: text, pieces, refused: run.refusedHere });
              show();
            }
          }
      unfinished = null;
      run.end(mark, input);
      if (run.isFull) {
        await flush(null);
        show();
      } else if ((run.filesRead & 1023) === 0) show();
    }
    if (run.hasNews) await flush(null);
    await writing;
    manifest = await updateCube(options.store, manifest);
    manifest = await compact(duck, options.store, manifest);
    return {
      counts: run.counts,
      rejected: run.firstRejected,
      floods: run.floods,
      filesRead: run.filesRead,
      filesKnown: run.filesKnown,
      ticketsUsed: run.usedTickets.size,
      ticketsIssued: issued?.size ?? 0,
      store: manifest,
    };
  } finally {
    duck.close();
    await unlock();
  }
}

async function readIdentity(path: string): Promise<OpenSealed> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError(`Cannot read key file "${path}": it is not there`, 2);
  });
  return openerOf(text, path);
}

/** One file with one report, at once: a hundred thousand of them are mostly waiting otherwise. */
function readReportFile(input: Input): Piece {
  const name = basename(input.path);
  if (input.bytes > maxReportBytes) return { refused: overLimit, place: '', name };
  return pieceOf(readFileSync(input.path), '', name);
}

/** What one run knows while it reads. */
class Run {
  readonly #options: IngestOptions;
  readonly #issued: ReadonlySet<string> | null;
  readonly #door = new Door();
  readonly #capacity: number;
  readonly #clusters: string[];
  readonly reading: Reading;
  ids = new SeenIds();
  known = new SeenIds();
  usedTickets = new SeenIds();
  bytes = 0;
  taken = 0;
  filesRead = 0;
  filesKnown = 0;
  counts: StoreCounts = zero;
  floods: Flood[] = [];
  firstRejected: Rejection[] = [];
  #batch: Batch;
  #newIds: number[][] = [];
  #newInputs: number[][] = [];
  #newTickets: number[][] = [];
  #rejected: Rejection[] = [];
  #stepFloods: Flood[] = [];
  #refused = 0;
  #lastReason = '';
  refusedHere = 0;
  #partial = 0;
  #repeated = 0;
  #clusterGroup = 0;
  #lastHash = -1;
  #alike = 0;
  #alikeFrom = '';
  #lastName = '';

  constructor(
    options: IngestOptions,
    manifest: Manifest,
    openSealed: OpenSealed | null,
    issued: ReadonlySet<string> | null,
  ) {
    this.#options = options;
    this.#issued = issued;
    this.#capacity = options.batchReports ?? 1 << 17;
    this.#batch = new Batch(this.#capacity);
    this.#clusters = [...manifest.clusters];
    this.reading = {
      openSealed,
      onBytes: (bytes) => {
        this.bytes += bytes;
      },
    };
  }

  get isFull(): boolean {
    return this.#batch.isFull(this.#capacity) || this.#rejected.length >= 50_000 || this.#newInputs.length >= 200_000;
  }
  get hasNews(): boolean {
    return this.#newInputs.length + this.#newIds.length + this.#refused + this.#repeated > 0;
  }

  begin(input: Input, refused: number): void {
    this.refusedHere = refused;
    const { cluster } = this.#options;
    if (cluster === undefined) return;
    const name = cluster === true ? input.folder : cluster;
    let at = this.#clusters.indexOf(name);
    if (at < 0) at = this.#clusters.push(name) - 1;
    this.#clusterGroup = (at % clusterGroups) + 1;
  }

  end(mark: Mark, input: Input): void {
    const more = this.refusedHere - mostListed;
    if (more > 0) this.#list(input.path, '', `${more} more of it were refused; the last: ${this.#lastReason}`);
    this.#newInputs.push([...mark]);
    this.filesRead++;
    if (isPlainReport(input.path)) this.bytes += input.bytes;
  }

  #reject(file: string, place: string, reason: string): void {
    this.#refused++;
    this.#lastReason = reason;
    if (++this.refusedHere <= mostListed) this.#list(file, place, reason);
  }

  #list(file: string, place: string, reason: string): void {
    const rejection = { file, place, reason };
    this.#rejected.push(rejection);
    if (this.firstRejected.length < 100) this.firstRejected.push(rejection);
  }

  take(piece: Piece, input: Input): void {
    const reason = 'refused' in piece ? piece.refused : this.#refusalOf(piece);
    if (reason !== null) this.#reject(input.path, piece.place, reason);
  }

  /** Takes the text's report; answers why not, or null. */
  #refusalOf(piece: Extract<Piece, { text: string }>): string | null {
    let accepted: Accepted;
    try {
      accepted = this.#door.read(piece.text);
    } catch (trouble) {
      return (trouble as Error).message;
    }
    const { encoded } = accepted;
    if (encoded.partial && !this.#options.includePartial)
      return 'its month was still running; --include-partial takes it all the same';
    const { words, count } = this.#door.ids;
    const digest = digestOf(accepted, words, count);
    const high = words[0] as number;
    const low = words[1] as number;
    const found = this.ids.look(high, low, digest);
    if (found === 'same') {
      this.#repeated++;
      return null;
    }
    if (found === 'other') return 'its id was taken by another report: the first one counts';
    const ticketRefusal =
      this.#issued === null ? null : this.#spendTicket(this.#issued, piece, encoded.card[0] as number);
    if (ticketRefusal !== null) return ticketRefusal;
    this.ids.add(high, low, digest);
    this.#newIds.push([high, low, digest]);
    this.taken++;
    if (encoded.partial) this.#partial++;
    const group = (words[3] as number) & (randomGroups - 1);
    this.#batch.cards.add(encoded.card, group, this.#clusterGroup, (words[2] as number) & 0xffff);
    // A standard report shows its card or a slip, so one group for both leads from no shown card to a slip.
    for (let i = 0; i < encoded.slips.length; i++)
      this.#batch.slips.add(
        encoded.slips[i] as readonly number[],
        group,
        this.#clusterGroup,
        (words[4 * (i + 1) + 2] as number) & 0xffff,
      );
    this.#watchForFloods(accepted.contentHash, piece);
    return null;
  }

  #spendTicket(issued: ReadonlySet<string>, piece: Piece, month: number): string | null {
    const ticket = ticketOf(piece.place === '' || piece.place.startsWith('line ') ? piece.name : piece.place);
    if (ticket === null) return 'its name holds no ticket';
    if (!issued.has(ticket)) return 'its ticket is not one of this study';
    const mark = markOf(`${ticket}\n${month}`);
    if (this.usedTickets.has(...mark)) return 'its ticket was used for this month';
    this.usedTickets.add(...mark, 0);
    this.#newTickets.push([...mark]);
    return null;
  }

  #watchForFloods(hash: number, piece: Piece): void {
    if (hash === this.#lastHash) this.#alike++;
    else {
      this.#closeFlood();
      this.#lastHash = hash;
      this.#alike = 1;
      this.#alikeFrom = piece.place;
      this.#lastName = piece.name;
    }
  }

  #closeFlood(): void {
    if (this.#alike < floodFrom) return;
    const flood = { name: this.#lastName, place: this.#alikeFrom, reports: this.#alike };
    this.#stepFloods.push(flood);
    this.floods.push(flood);
  }

  /** The rows so far as one step; the next rows start empty. */
  takeStep(unfinished: Manifest['unfinished']): Step {
    this.#closeFlood();
    this.#alike = 0;
    this.#lastHash = -1;
    const counts = {
      reports: this.#batch.cards.count,
      partial: this.#partial,
      repeated: this.#repeated,
      rejected: this.#refused,
    };
    this.counts = {
      reports: this.counts.reports + counts.reports,
      partial: this.counts.partial + counts.partial,
      repeated: this.counts.repeated + counts.repeated,
      rejected: this.counts.rejected + counts.rejected,
    };
    const step: Step = {
      batch: this.#batch,
      ids: this.#newIds,
      inputs: this.#newInputs,
      tickets: this.#newTickets,
      rejected: this.#rejected,
      floods: this.#stepFloods,
      clusters: [...this.#clusters],
      counts,
      unfinished,
    };
    this.#batch = new Batch(this.#capacity);
    this.#newIds = [];
    this.#newInputs = [];
    this.#newTickets = [];
    this.#rejected = [];
    this.#refused = 0;
    this.#stepFloods = [];
    this.#partial = 0;
    this.#repeated = 0;
    return step;
  }
}
