/** Sums of weights by bucket, whole and without each block in turn: what every estimate is a function of. */
import type { Fact } from './facts.ts';
import { type Replicates, replicatesOf } from './jackknife.ts';
import { blur, type KeptBack } from './kept-back.ts';
import { effectiveNumber, type Population, rake, type Stratum } from './rake.ts';

export interface Weighed {
  readonly replicates: Replicates;
  /** What of it was blurred. */
  readonly kept: KeptBack | null;
  /** Kish's effective number after raking, or null. */
  readonly effective: number | null;
}

const highestBlock = 256;
const total = (values: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};

/** Vectors by block, in one array: making a short one for each block and figure would take longer than adding up. */
class Blocks {
  readonly #length: number;
  readonly #sums: Float64Array;
  readonly #present = new Uint8Array(highestBlock);

  constructor(length: number, highest: number) {
    this.#length = length;
    this.#sums = new Float64Array(length * (highest + 1));
  }
  add(block: number, column: number, value: number): void {
    const at = block * this.#length + column;
    this.#sums[at] = (this.#sums[at] as number) + value;
    this.#present[block] = 1;
  }
  /** Blocks that hold anything, zeros too. */
  ids(): readonly number[] {
    const ids: number[] = [];
    for (let id = 0; id < highestBlock; id++) if (this.#present[id] === 1) ids.push(id);
    return ids;
  }
  list(ids: readonly number[]): readonly Float64Array[] {
    return ids.map((id) => this.#sums.subarray(id * this.#length, (id + 1) * this.#length));
  }
}

function highestOf(facts: readonly Fact[], standard: ReadonlyMap<number, number> | null): number {
  let highest = 0;
  for (const { block } of facts) if (block > highest) highest = block;
  for (const id of standard?.keys() ?? []) if (id > highest) highest = id;
  return highest;
}

/** Sums of `scores` by block; after them the people behind, when `standard` gives them. */
export function sumsOf(
  facts: readonly Fact[],
  scores: readonly ((fact: Fact) => number)[],
  standard: ReadonlyMap<number, number> | null,
): Replicates {
  const blocks = new Blocks(scores.length + 1, highestOf(facts, standard));
  for (const fact of facts)
    for (let i = 0; i < scores.length; i++)
      blocks.add(fact.block, i, fact.w * (scores[i] as (f: Fact) => number)(fact));
  return withPeople(blocks, scores.length, standard);
}

function withPeople(blocks: Blocks, column: number, standard: ReadonlyMap<number, number> | null): Replicates {
  for (const [block, people] of standard ?? []) blocks.add(block, column, people);
  return replicatesOf(blocks.list(blocks.ids()));
}

export function weigh(
  facts: readonly Fact[],
  columns: number,
  kept: KeptBack | null,
  standard: ReadonlyMap<number, number> | null,
  population: Population | null,
  weightOf: (fact: Fact) => number = (fact) => fact.w,
): Weighed {
  const highest = highestOf(facts, standard);
  if (population === null) {
    const blocks = new Blocks(columns + 1, highest);
    for (const fact of facts) blocks.add(fact.block, fact.bucket - 1, weightOf(fact));
    const replicates = withPeople(blocks, columns, standard);
    if (kept !== null) blur(kept, replicates.full, replicates.without);
    return { replicates, kept, effective: null };
  }
  const length = columns + 1;
  const strata = new Map<number, { readonly stratum: Stratum; readonly blocks: Blocks; size: number }>();
  for (const fact of facts) {
    const key = 10_000 * fact.tier + 100 * fact.region + fact.post;
    let found = strata.get(key);
    if (found === undefined) {
      found = { stratum: fact, blocks: new Blocks(length, highest), size: 0 };
      strata.set(key, found);
    }
    found.size += fact.n;
    found.blocks.add(fact.block, fact.bucket - 1, weightOf(fact));
  }
  const ids = [...new Set(facts.map(({ block }) => block))].sort((a, b) => a - b);
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
    kept,
    effective: effectiveNumber(
      factors,
      all.map(({ size }) => size),
    ),
  };
}
