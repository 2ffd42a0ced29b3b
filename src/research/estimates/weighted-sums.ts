/** Sums of weights by bucket, whole and without each block in turn: what every estimate is a function of. */
import type { Fact } from '../store/count-cube.ts';
import { blur, type KeptBack } from './perturb-suppressed.ts';
import { type Replicates, replicatesOf } from './jackknife.ts';
import { effectiveNumber, type Population, rake, type Stratum } from './rake.ts';

/** What must be known of facts before anything of them is shown. */
export interface Tally {
  /** Reports or slips. */
  readonly n: number;
  /** Sum of their weights. */
  readonly w: number;
  /** The weight of the heaviest. */
  readonly heaviest: number;
  /** Blocks that hold any. */
  readonly filled: number;
}

export interface Weighed {
  readonly replicates: Replicates;
  readonly tally: Tally;
  /** What of it was blurred. */
  readonly kept: KeptBack | null;
  /** Kish's effective number after raking, or null. */
  readonly effective: number | null;
}

const blockCount = 256;
const total = (values: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};

/** Counts facts and marks their blocks. */
class Counter {
  n = 0;
  w = 0;
  heaviest = 0;
  readonly present = new Uint8Array(blockCount);

  see({ n, w, heaviest, block }: Fact): void {
    this.n += n;
    this.w += w;
    if (heaviest > this.heaviest) this.heaviest = heaviest;
    this.present[block] = 1;
  }
  tally(): Tally {
    const { n, w, heaviest, present } = this;
    return { n, w, heaviest, filled: idsOf(present).length };
  }
}

function idsOf(present: Uint8Array): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < blockCount; id++) if (present[id] === 1) ids.push(id);
  return ids;
}

/** Vectors by block, in one array: making a short one for each block and figure would take longer than adding up. */
class Blocks {
  readonly #length: number;
  readonly #sums: Float64Array;

  constructor(length: number) {
    this.#length = length;
    this.#sums = new Float64Array(length * blockCount);
  }
  add(block: number, column: number, value: number): void {
    const at = block * this.#length + column;
    this.#sums[at] = (this.#sums[at] as number) + value;
  }
  list(ids: readonly number[]): readonly Float64Array[] {
    return ids.map((id) => this.#sums.subarray(id * this.#length, (id + 1) * this.#length));
  }
  /** Of the blocks in `present`, and of those with people behind: their number goes into the last column. */
  replicates(present: Uint8Array, people: ReadonlyMap<number, number> | null): Replicates {
    const all = Uint8Array.from(present);
    for (const [block, number] of people ?? []) {
      this.add(block, this.#length - 1, number);
      all[block] = 1;
    }
    return replicatesOf(this.list(idsOf(all)));
  }
}

/** Sums of `scores`; after them the people behind, when `standard` gives them. */
export function sumsOf(
  facts: readonly Fact[],
  scores: readonly ((fact: Fact) => number)[],
  standard: ReadonlyMap<number, number> | null,
): Weighed {
  const blocks = new Blocks(scores.length + 1);
  const counter = new Counter();
  for (const fact of facts) {
    counter.see(fact);
    for (let i = 0; i < scores.length; i++)
      blocks.add(fact.block, i, fact.w * (scores[i] as (fact: Fact) => number)(fact));
  }
  const replicates = blocks.replicates(counter.present, standard);
  return { replicates, tally: counter.tally(), kept: null, effective: null };
}

export function weigh(
  facts: readonly Fact[],
  columns: number,
  kept: KeptBack | null,
  standard: ReadonlyMap<number, number> | null,
  population: Population | null,
  weightOf: (fact: Fact) => number = (fact) => fact.w,
): Weighed {
  const counter = new Counter();
  if (population === null) {
    const blocks = new Blocks(columns + 1);
    for (const fact of facts) {
      counter.see(fact);
      blocks.add(fact.block, fact.bucket - 1, weightOf(fact));
    }
    const replicates = blocks.replicates(counter.present, standard);
    if (kept !== null) blur(kept, replicates.full, replicates.without);
    return { replicates, tally: counter.tally(), kept, effective: null };
  }
  const length = columns + 1;
  const strata = new Map<number, { readonly stratum: Stratum; readonly blocks: Blocks; size: number }>();
  for (const fact of facts) {
    counter.see(fact);
    const key = 10_000 * fact.tier + 100 * fact.region + fact.post;
    let found = strata.get(key);
    if (found === undefined) {
      found = { stratum: fact, blocks: new Blocks(length), size: 0 };
      strata.set(key, found);
    }
    found.size += fact.n;
    found.blocks.add(fact.block, fact.bucket - 1, weightOf(fact));
  }
  const ids = idsOf(counter.present);
  const all = [...strata.values()];
  const cells = all.map(({ stratum }) => stratum);
  const sums = all.map(({ blocks }) => replicatesOf(blocks.list(ids)));
  const combine = (pick: (r: Replicates) => Float64Array) => {
    const vectors = sums.map(pick);
    const factors = rake(cells, vectors.map(total), population);
    const whole = new Float64Array(length);
    vectors.forEach((vector, s) => {
      for (let i = 0; i < length; i++) whole[i] = (whole[i] as number) + (vector[i] as number) * (factors[s] as number);
    });
    return whole;
  };
  const full = combine((r) => r.full);
  const without = ids.map((_, b) => combine((r) => r.without[b] as Float64Array));
  if (kept !== null) blur(kept, full, without);
  const factors = rake(
    cells,
    sums.map((r) => total(r.full)),
    population,
  );
  return {
    replicates: { full, without },
    tally: counter.tally(),
    kept,
    effective: effectiveNumber(
      factors,
      all.map(({ size }) => size),
    ),
  };
}
