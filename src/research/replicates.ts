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

/** Vectors by block. `columns` buckets, then the people behind them, when `standard` gives them. */
class Blocks {
  readonly #length: number;
  readonly #vectors: (Float64Array | undefined)[] = new Array(highestBlock);

  constructor(length: number) {
    this.#length = length;
  }
  at(block: number): Float64Array {
    const found = this.#vectors[block];
    if (found !== undefined) return found;
    const made = new Float64Array(this.#length);
    this.#vectors[block] = made;
    return made;
  }
  /** Those of `ids`, empty ones too. */
  list(ids: readonly number[]): readonly Float64Array[] {
    return ids.map((id) => this.#vectors[id] ?? new Float64Array(this.#length));
  }
}

export function weigh(
  facts: readonly Fact[],
  columns: number,
  kept: KeptBack | null,
  standard: ReadonlyMap<number, number> | null,
  population: Population | null,
  weightOf: (fact: Fact) => number = (fact) => fact.w,
  bucketOf: (fact: Fact) => number = (fact) => fact.bucket,
): Weighed {
  const length = columns + 1;
  const strata = new Map<number, { readonly stratum: Stratum; readonly blocks: Blocks; size: number }>();
  const present = new Uint8Array(highestBlock);
  for (const fact of facts) {
    const key = population === null ? 0 : 10_000 * fact.tier + 100 * fact.region + fact.post;
    let found = strata.get(key);
    if (found === undefined) {
      found = { stratum: fact, blocks: new Blocks(length), size: 0 };
      strata.set(key, found);
    }
    found.size += fact.n;
    present[fact.block] = 1;
    const vector = found.blocks.at(fact.block);
    const at = bucketOf(fact) - 1;
    vector[at] = (vector[at] as number) + weightOf(fact);
  }
  for (const id of standard?.keys() ?? []) present[id] = 1;
  const ids = [...present.keys()].filter((id) => present[id] === 1);
  const all = [...strata.values()];
  if (population === null) {
    const vectors = (all[0]?.blocks ?? new Blocks(length)).list(ids);
    for (const [i, id] of ids.entries()) (vectors[i] as Float64Array)[columns] = standard?.get(id) ?? 0;
    const replicates = replicatesOf(vectors);
    if (kept !== null) blur(kept, replicates.full, replicates.without);
    return { replicates, kept, effective: null };
  }
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
