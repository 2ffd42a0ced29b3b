/** The data that a run has read since its previous checkpoint. */
import type { Rejection } from '../input/input-item.ts';
import { Batch } from '../store/batch.ts';
import type { StoreUpdate } from '../store/commit.ts';
import type { Flood, Manifest, StoreCounts } from '../store/manifest.ts';

/** Memory limits for runs with few reports but many files or rejections. */
const maxRejected = 50_000;
const maxInputs = 200_000;

/** Collects the rows, keys and rejections of the next checkpoint. */
export class PendingUpdate {
  readonly #capacity: number;
  readonly batch: Batch;
  readonly ids: number[][] = [];
  readonly inputs: number[][] = [];
  readonly tickets: number[][] = [];
  readonly rejected: Rejection[] = [];
  readonly floods: Flood[] = [];
  partialCount = 0;
  repeatedCount = 0;
  /** The number of all rejections. `rejected` lists only a limited number for each file. */
  rejectedCount = 0;

  /** `capacity`: reports per checkpoint. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.batch = new Batch(capacity);
  }

  /** Whether it is time for a checkpoint. */
  get isFull(): boolean {
    return this.batch.isFull(this.#capacity) || this.rejected.length >= maxRejected || this.inputs.length >= maxInputs;
  }

  get isEmpty(): boolean {
    return this.inputs.length + this.ids.length + this.rejectedCount + this.repeatedCount === 0;
  }

  get counts(): StoreCounts {
    return {
      reports: this.batch.cards.count,
      partial: this.partialCount,
      repeated: this.repeatedCount,
      rejected: this.rejectedCount,
    };
  }

  toStoreUpdate(clusters: readonly string[], unfinished: Manifest['unfinished']): StoreUpdate {
    const { batch, ids, inputs, tickets, rejected, floods, counts } = this;
    return { batch, ids, inputs, tickets, rejected, floods, clusters, counts, unfinished };
  }
}
