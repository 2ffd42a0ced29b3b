/**
 * The state of one run of ingest. Decides whether each item is accepted, and collects what the next checkpoint writes.
 */
import type { InputItem, Rejection } from '../input/input-item.ts';
import type { Input } from '../input/list-inputs.ts';
import { type AcceptedReport, ReportReader } from '../input/report-reader.ts';
import { ticketOf } from '../input/tickets.ts';
import type { StoreUpdate } from '../store/commit.ts';
import type { KeySet } from '../store/key-set.ts';
import { addCounts, type Flood, type Manifest, type StoreCounts } from '../store/manifest.ts';
import { hashName, type NameHash } from '../store/name-hash.ts';
import { FloodWatch } from './flood-watch.ts';
import { PendingUpdate } from './pending-update.ts';

/** The options that decide which items a run accepts, and how often it writes a checkpoint. */
export interface RunOptions {
  readonly includePartial: boolean;
  /**
   * Name of the recruitment batch of all inputs; `true` means that each input's folder or archive is the batch of the
   * input.
   */
  readonly cluster?: string | true | undefined;
  /** Reports per checkpoint. */
  readonly batchReports: number;
  /** The tickets that were given out; null when the study has none. */
  readonly tickets: ReadonlySet<string> | null;
}

/** The keys that earlier runs wrote to the store. */
export interface KnownKeys {
  readonly ids: KeySet;
  readonly inputs: KeySet;
  readonly tickets: KeySet;
}

/** Number of rejections of one input that are listed one by one. The other rejections are counted in one line. */
const maxListedPerInput = 1000;
/** Number of rejections that the run's result lists. */
const maxFirstRejected = 100;
/** Number of random groups, which are the blocks of the jackknife. */
const randomGroups = 32;
const clusterGroups = 64;

/**
 * Returns a digest of a report with all its ids. The digest distinguishes a duplicate of an accepted report from
 * another report with the same card id.
 */
function digestOf(accepted: AcceptedReport, idWords: Uint32Array, ids: number): number {
  let digest = accepted.contentHash;
  for (let i = 0; i < 4 * ids; i++) digest = Math.imul(digest ^ (idWords[i] as number), 0x01000193) ^ (digest >>> 15);
  return digest >>> 0;
}

/**
 * One run of ingest. Call `beginInput`, `addItem` for each item and `endInput` for every input, and `takeUpdate` for a
 * checkpoint.
 */
export class IngestRun {
  readonly #options: RunOptions;
  readonly #known: KnownKeys;
  readonly #reader = new ReportReader();
  readonly #floodWatch = new FloodWatch();
  readonly #clusters: string[];
  #clusterGroup = 0;
  #pending: PendingUpdate;
  #lastReason = '';
  /** Rejections of the current input, including those before an interruption. */
  rejectedOfInput = 0;
  /** Accepted reports of this run. */
  accepted = 0;
  /** Counts of this run up to its latest checkpoint. */
  counts: StoreCounts = { reports: 0, partial: 0, repeated: 0, rejected: 0 };
  readonly floods: Flood[] = [];
  readonly firstRejected: Rejection[] = [];

  constructor(options: RunOptions, known: KnownKeys, clusters: readonly string[]) {
    this.#options = options;
    this.#known = known;
    this.#clusters = [...clusters];
    this.#pending = new PendingUpdate(options.batchReports);
  }

  get isFull(): boolean {
    return this.#pending.isFull;
  }
  get isEmpty(): boolean {
    return this.#pending.isEmpty;
  }

  /** `rejectedBefore`: rejections of the input in an earlier run that was interrupted. */
  beginInput(input: Input, rejectedBefore: number): void {
    this.rejectedOfInput = rejectedBefore;
    const { cluster } = this.#options;
    if (cluster === undefined) return;
    const name = cluster === true ? input.folder : cluster;
    let index = this.#clusters.indexOf(name);
    if (index < 0) index = this.#clusters.push(name) - 1;
    this.#clusterGroup = (index % clusterGroups) + 1;
  }

  endInput(input: Input, hash: NameHash): void {
    const unlisted = this.rejectedOfInput - maxListedPerInput;
    if (unlisted > 0) this.#list(input.path, '', `${unlisted} more were rejected; the last: ${this.#lastReason}`);
    this.#pending.inputs.push([...hash]);
  }

  /** Accepts or rejects an item of the current input. */
  addItem(item: InputItem, input: Input): void {
    const reason = 'rejected' in item ? item.rejected : this.#addReport(item);
    if (reason === null) return;
    this.#pending.rejectedCount++;
    this.#lastReason = reason;
    if (++this.rejectedOfInput <= maxListedPerInput) this.#list(input.path, item.place, reason);
  }

  #list(file: string, place: string, reason: string): void {
    const rejection = { file, place, reason };
    this.#pending.rejected.push(rejection);
    if (this.firstRejected.length < maxFirstRejected) this.firstRejected.push(rejection);
  }

  /** Adds the report of an item. Returns the reason why the report is rejected, or null. */
  #addReport(item: Extract<InputItem, { text: string }>): string | null {
    let report: AcceptedReport;
    try {
      report = this.#reader.read(item.text);
    } catch (error) {
      return (error as Error).message;
    }
    const { encoded } = report;
    if (encoded.partial && !this.#options.includePartial)
      return 'its month had not ended; accept it with --include-partial';
    const { words, count } = this.#reader.ids;
    const digest = digestOf(report, words, count);
    const high = words[0] as number;
    const low = words[1] as number;
    const state = this.#known.ids.lookUp(high, low, digest);
    if (state === 'same') {
      this.#pending.repeatedCount++;
      return null;
    }
    if (state === 'other') return 'another report with this id was accepted before';
    const ticketReason = this.#spendTicket(item, encoded.card[0] as number);
    if (ticketReason !== null) return ticketReason;
    this.#known.ids.add(high, low, digest);
    this.#pending.ids.push([high, low, digest]);
    this.accepted++;
    if (encoded.partial) this.#pending.partialCount++;
    this.#addRows(report, words);
    this.#addFlood(this.#floodWatch.add(report.contentHash, item));
    return null;
  }

  #addRows({ encoded }: AcceptedReport, idWords: Uint32Array): void {
    const { batch } = this.#pending;
    const orderOf = (id: number) => (idWords[4 * id + 2] as number) & 0xffff;
    // Card and slips get the same random group. A standard report shows either the card or a slip, so the group links
    // no shown card with a slip.
    const group = (idWords[3] as number) & (randomGroups - 1);
    batch.cards.add(encoded.card, group, this.#clusterGroup, orderOf(0));
    encoded.slips.forEach((slip, i) => {
      batch.slips.add(slip, group, this.#clusterGroup, orderOf(i + 1));
    });
  }

  /**
   * Marks the ticket in the item's name as used for the month. Returns the reason why the ticket can't be used, or
   * null.
   */
  #spendTicket({ place, name }: InputItem, month: number): string | null {
    const { tickets } = this.#options;
    if (tickets === null) return null;
    const isInFile = place === '' || place.startsWith('line ');
    const ticket = ticketOf(isInFile ? name : place);
    if (ticket === null) return 'no ticket in its name';
    if (!tickets.has(ticket)) return 'its ticket is not one of this study';
    const hash = hashName(`${ticket}\n${month}`);
    if (this.#known.tickets.has(...hash)) return 'its ticket was used for this month';
    this.#known.tickets.add(...hash, 0);
    this.#pending.tickets.push([...hash]);
    return null;
  }

  #addFlood(flood: Flood | null): void {
    if (flood === null) return;
    this.#pending.floods.push(flood);
    this.floods.push(flood);
  }

  /** Returns what was added since the previous checkpoint, and starts a new, empty update. */
  takeUpdate(unfinished: Manifest['unfinished']): StoreUpdate {
    this.#addFlood(this.#floodWatch.end());
    const update = this.#pending.toStoreUpdate([...this.#clusters], unfinished);
    this.counts = addCounts(this.counts, update.counts);
    this.#pending = new PendingUpdate(this.#options.batchReports);
    return update;
  }
}
