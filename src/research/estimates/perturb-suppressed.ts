/**
 * Estimates where counts are kept back. A mean over all buckets, published to five digits beside all but two of its
 * counts, could be solved for these two. Guessing them from their neighbours would be safe but biased, so each of them
 * takes part with its true count moved by a secret normal draw: unbiased, and no estimate tells a kept-back count
 * to a 95 % interval narrower than k. What the draw and the coarser view cost is added to the interval.
 *
 * The draw depends on the store's secret and on the count alone (Thompson, Broadfoot & Elazar 2013, the method of the
 * Australian TableBuilder): asking again gives the same draw, so that repeated runs can't be averaged.
 */
import { createHash } from 'node:crypto';

export interface KeptBack {
  /** Columns that are kept back, when there are at least two with something in them; else none. */
  readonly columns: readonly number[];
  /** How each column's share of the kept-back mass is moved, in reports. */
  readonly moves: readonly number[];
  /** Standard deviation of the draws before they were balanced. */
  readonly deviation: number;
  /** Reports in all of them. */
  readonly reports: number;
}

const nothing: KeptBack = { columns: [], moves: [], deviation: 0, reports: 0 };

/** A standard normal number from the digest of a text. */
function normalOf(text: string): number {
  const bytes = createHash('sha256').update(text).digest();
  const first = (bytes.readUIntBE(0, 6) + 1) / 2 ** 48;
  const second = bytes.readUIntBE(6, 6) / 2 ** 48;
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}

/** Draws for the kept-back columns of one row. They add up to nothing: the row's sum is published. */
export function keptBackOf(
  secret: string,
  row: string,
  n: readonly number[],
  hidden: readonly boolean[],
  k: number,
): KeptBack {
  const columns = hidden.flatMap((hide, c) => (hide ? [c] : []));
  const reports = columns.reduce((total, c) => total + (n[c] as number), 0);
  if (columns.length < 2 || reports === 0) return nothing;
  const deviation = k / (2 * 1.96) / Math.sqrt(1 - 1 / columns.length);
  const draws = columns.map((c) => deviation * normalOf(`${secret}\n${row}\n${c}\n${n[c]}`));
  const mean = draws.reduce((a, b) => a + b, 0) / columns.length;
  return { columns, moves: draws.map((draw) => draw - mean), deviation, reports };
}

/**
 * Turns the kept-back part of every vector into one mass, spread alike over its columns: by the moved truth of
 * `full`. What a single block kept back is then told by no interval. Changes the vectors.
 */
export function blur(kept: KeptBack, full: Float64Array, others: readonly Float64Array[]): void {
  const mass = kept.columns.reduce((total, c) => total + (full[c] as number), 0);
  if (mass === 0) return;
  const each = mass / kept.reports;
  const shares = kept.columns.map((c, i) => ((full[c] as number) + (kept.moves[i] as number) * each) / mass);
  for (const vector of [full, ...others]) {
    const here = kept.columns.reduce((total, c) => total + (vector[c] as number), 0);
    kept.columns.forEach((c, i) => {
      vector[c] = here * (shares[i] as number);
    });
  }
}

/** The variance that `blur` takes away and adds: the chance of the split within the mass, and of the draws. */
export function blurVariance(
  kept: KeptBack,
  full: Float64Array,
  estimator: (sums: Float64Array) => number,
  value: number,
): number {
  if (kept.columns.length === 0) return 0;
  const mass = kept.columns.reduce((total, c) => total + (full[c] as number), 0);
  if (mass === 0) return 0;
  const each = mass / kept.reports;
  // What one report more in a column does to the estimate.
  const pulls = kept.columns.map((c) => {
    const more = Float64Array.from(full);
    more[c] = (more[c] as number) + each;
    return estimator(more) - value;
  });
  const spread = (shares: readonly number[]) => {
    const mean = pulls.reduce((total, pull, i) => total + pull * (shares[i] as number), 0);
    return pulls.reduce((total, pull, i) => total + (shares[i] as number) * (pull - mean) ** 2, 0);
  };
  const even = kept.columns.map(() => 1 / kept.columns.length);
  const draws = kept.deviation ** 2 * kept.columns.length * spread(even);
  // Shares that were moved look less even than they are, by the draws' own variance. Those below nothing are taken for
  // nothing, which makes the split a little too wide: it knows nothing of people of one unit being alike.
  const positive = kept.columns.map((c) => Math.max(0, full[c] as number));
  const all = positive.reduce((a, b) => a + b, 0);
  return kept.reports * spread(positive.map((x) => x / all)) + draws * (1 + 1 / kept.reports);
}
