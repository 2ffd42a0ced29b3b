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

/** Vectors by block. */
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

/** Blocks that hold any of the facts or of the people behind them. */
function blocksIn(facts: readonly Fact[], standard: ReadonlyMap<number, number> | null): readonly number[] {
  const present = new Uint8Array(highestBlock);
  facts.forEach((fact) => {
    present[fact.block] = 1;
  });
  for (const id of standard?.keys() ?? []) present[id] = 1;
  const ids: number[] = [];
  for (let id = 0; id < highestBlock; id++) if (present[id] === 1) ids.push(id);
  return ids;
}

/** Sums of what `add` puts into `columns`; after them the people behind, when `standard` gives them. */
export function sumsOf(
  facts: readonly Fact[],
  columns: number,
  standard: ReadonlyMap<number, number> | null,
  add: (fact: Fact, into: Float64Array) => void,
): Replicates {
  const blocks = new Blocks(columns + 1);
  facts.forEach((fact) => {
    add(fact, blocks.at(fact.block));
  });
  const ids = blocksIn(facts, standard);
  const vectors = blocks.list(ids);
  for (const [i, id] of ids.entries()) (vectors[i] as Float64Array)[columns] = standard?.get(id) ?? 0;
  return replicatesOf(vectors);
}

export function weigh(
  facts: readonly Fact[],
  columns: number,
  kept: KeptBack | null,
  standard: ReadonlyMap<number, number> | null,
  population: Population | null,
  weightOf: (fact: Fact) => number = (fact) => fact.w,
): Weighed {
  const add = (fact: Fact, into: Float64Array) => {
    const at = fact.bucket - 1;
    into[at] = (into[at] as number) + weightOf(fact);
  };
  if (population === null) {
    const replicates = sumsOf(facts, columns, standard, add);
    if (kept !== null) blur(kept, replicates.full, replicates.without);
    return { replicates, kept, effective: null };
  }
  const length = columns + 1;
  const strata = new Map<number, { readonly stratum: Stratum; readonly blocks: Blocks; size: number }>();
  for (const fact of facts) {
    const key = 10_000 * fact.tier + 100 * fact.region + fact.post;
    let found = strata.get(key);
    if (found === undefined) {
      found = { stratum: fact, blocks: new Blocks(length), size: 0 };
      strata.set(key, found);
    }
    found.size += fact.n;
    add(fact, found.blocks.at(fact.block));
  }
  const ids = blocksIn(facts, null);
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
