/**
 * Sums of weights by bucket: over all blocks, and without each block in turn. Every estimate is a function of these
 * sums.
 */
import type { CubeCell } from '../store/count-cube.ts';
import { type Replicates, replicatesOf } from './jackknife.ts';
import { type Perturbation, perturb } from './perturb-suppressed.ts';
import { effectiveNumber, type Population, rake, type Stratum } from './rake.ts';

/** The amount of data in the sums. It decides whether an estimate may be shown. */
export interface SampleSize {
  /** Reports or slips. */
  readonly n: number;
  /** Sum of the weights of these reports or slips. */
  readonly weight: number;
  /** The largest single weight. */
  readonly maxWeight: number;
  /** Jackknife blocks that hold any report. */
  readonly filledBlocks: number;
}

/** Sums of weights, and the facts about the sums that estimates need. */
export interface WeightedSums {
  readonly replicates: Replicates;
  readonly size: SampleSize;
  /** The perturbation that was applied to the sums, or null. */
  readonly perturbation: Perturbation | null;
  /** Kish's effective number after raking; null without raking. */
  readonly effective: number | null;
}

/** Reports of level `standard` by block: the people whom slips represent. */
type PeopleByBlock = ReadonlyMap<number, number>;

/** Block codes are smaller than this. */
const maxBlocks = 256;

/** Adds up the reports and weights of cells and marks the blocks of the cells. */
class SizeCounter {
  #n = 0;
  #weight = 0;
  #maxWeight = 0;
  readonly filled = new Uint8Array(maxBlocks);

  add({ n, weight, maxWeight, block }: CubeCell): void {
    this.#n += n;
    this.#weight += weight;
    if (maxWeight > this.#maxWeight) this.#maxWeight = maxWeight;
    this.filled[block] = 1;
  }
  size(): SampleSize {
    const filledBlocks = blocksIn(this.filled).length;
    return { n: this.#n, weight: this.#weight, maxWeight: this.#maxWeight, filledBlocks };
  }
}

function blocksIn(filled: Uint8Array): readonly number[] {
  const blocks: number[] = [];
  for (let block = 0; block < maxBlocks; block++) if (filled[block] === 1) blocks.push(block);
  return blocks;
}

/**
 * One vector of sums per block. All are in one array, because allocating many short arrays would take longer than
 * adding.
 */
class BlockSums {
  readonly #length: number;
  readonly #sums: Float64Array;

  constructor(length: number) {
    this.#length = length;
    this.#sums = new Float64Array(length * maxBlocks);
  }
  add(block: number, column: number, value: number): void {
    const index = block * this.#length + column;
    this.#sums[index] = (this.#sums[index] as number) + value;
  }
  vectors(blocks: readonly number[]): readonly Float64Array[] {
    return blocks.map((block) => this.#sums.subarray(block * this.#length, (block + 1) * this.#length));
  }
  /**
   * Returns replicates over the blocks with cells or people. The last column of each vector is the number of people.
   */
  replicates(filled: Uint8Array, people: PeopleByBlock | null): Replicates {
    const used = Uint8Array.from(filled);
    for (const [block, number] of people ?? []) {
      this.add(block, this.#length - 1, number);
      used[block] = 1;
    }
    return replicatesOf(this.vectors(blocksIn(used)));
  }
}

/**
 * Returns the sums of each score times the cell's weight. If `people` is given, the last element is the number of
 * people.
 */
export function scoreSums(
  cells: readonly CubeCell[],
  scores: readonly ((cell: CubeCell) => number)[],
  people: PeopleByBlock | null,
): WeightedSums {
  const blocks = new BlockSums(scores.length + 1);
  const counter = new SizeCounter();
  for (const cell of cells) {
    counter.add(cell);
    for (let i = 0; i < scores.length; i++)
      blocks.add(cell.block, i, cell.weight * (scores[i] as (cell: CubeCell) => number)(cell));
  }
  const replicates = blocks.replicates(counter.filled, people);
  return { replicates, size: counter.size(), perturbation: null, effective: null };
}

/**
 * Returns the sums of weights by bucket. If `people` is given, the last element is the number of people. Rakes the sums
 * to `population` if it is given.
 */
export function bucketSums(
  cells: readonly CubeCell[],
  columns: number,
  perturbation: Perturbation | null,
  people: PeopleByBlock | null,
  population: Population | null,
  weightOf: (cell: CubeCell) => number = (cell) => cell.weight,
): WeightedSums {
  if (population !== null) return rakedSums(cells, columns, perturbation, population, weightOf);
  const counter = new SizeCounter();
  const blocks = new BlockSums(columns + 1);
  for (const cell of cells) {
    counter.add(cell);
    blocks.add(cell.block, cell.bucket - 1, weightOf(cell));
  }
  const replicates = blocks.replicates(counter.filled, people);
  if (perturbation !== null) perturb(perturbation, replicates.full, replicates.without);
  return { replicates, size: counter.size(), perturbation, effective: null };
}

const total = (values: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};

/** Rakes every replicate separately, so that the jackknife contains the variance of raking. */
function rakedSums(
  cells: readonly CubeCell[],
  columns: number,
  perturbation: Perturbation | null,
  population: Population,
  weightOf: (cell: CubeCell) => number,
): WeightedSums {
  const length = columns + 1;
  const counter = new SizeCounter();
  const byStratum = new Map<number, { readonly stratum: Stratum; readonly blocks: BlockSums; reports: number }>();
  for (const cell of cells) {
    counter.add(cell);
    const key = 10_000 * cell.tier + 100 * cell.region + cell.post;
    let found = byStratum.get(key);
    if (found === undefined) {
      found = { stratum: cell, blocks: new BlockSums(length), reports: 0 };
      byStratum.set(key, found);
    }
    found.reports += cell.n;
    found.blocks.add(cell.block, cell.bucket - 1, weightOf(cell));
  }
  const filled = blocksIn(counter.filled);
  const all = [...byStratum.values()];
  const strata = all.map(({ stratum }) => stratum);
  const replicates = all.map(({ blocks }) => replicatesOf(blocks.vectors(filled)));
  const combine = (pick: (replicate: Replicates) => Float64Array) => {
    const vectors = replicates.map(pick);
    const factors = rake(strata, vectors.map(total), population);
    const combined = new Float64Array(length);
    vectors.forEach((vector, s) => {
      for (let i = 0; i < length; i++)
        combined[i] = (combined[i] as number) + (vector[i] as number) * (factors[s] as number);
    });
    return combined;
  };
  const full = combine((replicate) => replicate.full);
  const without = filled.map((_, b) => combine((replicate) => replicate.without[b] as Float64Array));
  if (perturbation !== null) perturb(perturbation, full, without);
  const fullWeights = replicates.map((replicate) => total(replicate.full));
  const factors = rake(strata, fullWeights, population);
  const reports = all.map((stratum) => stratum.reports);
  return {
    replicates: { full, without },
    size: counter.size(),
    perturbation,
    effective: effectiveNumber(factors, reports),
  };
}
