/** Raking to known margins (Deming and Stephan 1940), weights trimmed, and how many people's worth of answers is left. */
import { CliError } from '../cli/cli-error.ts';
import { cardLists } from '../format/codebook.ts';

/** People in the population by variable and code. */
export interface Population {
  readonly margins: readonly { readonly variable: 'tier' | 'region' | 'post'; readonly people: readonly number[] }[];
}

/** CSV with the heading `variable,value,people`. */
export function parsePopulation(text: string, path: string): Population {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines[0]?.trim() !== 'variable,value,people')
    throw new CliError(`Cannot read population "${path}": its heading must be "variable,value,people"`, 2);
  const margins = new Map<'tier' | 'region' | 'post', number[]>();
  for (const [i, line] of lines.slice(1).entries()) {
    const [variable = '', value = '', people = ''] = line.split(',').map((cell) => cell.trim());
    const known = (['tier', 'region', 'post'] as const).find((one) => one === variable);
    const at = known === undefined ? -1 : cardLists[known].indexOf(value);
    const count = Number(people);
    if (known === undefined || at < 0 || people === '' || !Number.isFinite(count) || count < 0)
      throw new CliError(`Cannot read population "${path}": line ${i + 2} can't be "${line.slice(0, 60)}"`, 2);
    const margin = margins.get(known) ?? cardLists[known].map(() => 0);
    margin[at] = count;
    margins.set(known, margin);
  }
  if (margins.size === 0) throw new CliError(`Cannot read population "${path}": it has no lines`, 2);
  return { margins: [...margins].map(([variable, people]) => ({ variable, people })) };
}

export interface Stratum {
  readonly tier: number;
  readonly region: number;
  readonly post: number;
}

/** No stratum may count for more than so many times the middle one. */
const trimAt = 5;

/**
 * A factor for each stratum so that the weighted sample has the population's margins; 0 where a stratum didn't say
 * what a margin needs. Factors beyond five times the median are trimmed.
 */
export function rake(strata: readonly Stratum[], sizes: readonly number[], population: Population): Float64Array {
  const factors = Float64Array.from(strata, (stratum) =>
    population.margins.every(
      ({ variable, people }) => stratum[variable] > 0 && (people[stratum[variable] - 1] as number) > 0,
    )
      ? 1
      : 0,
  );
  for (let round = 0; round < 50; round++) {
    let worst = 0;
    for (const { variable, people } of population.margins) {
      const sums = new Float64Array(people.length + 1);
      strata.forEach((stratum, i) => {
        sums[stratum[variable]] = (sums[stratum[variable]] as number) + (factors[i] as number) * (sizes[i] as number);
      });
      const reached = people.reduce((sum, p, i) => ((sums[i + 1] as number) > 0 ? sum + p : sum), 0);
      const total = sums.reduce((a, b) => a + b, 0) - (sums[0] as number);
      strata.forEach((stratum, i) => {
        const code = stratum[variable];
        if (code === 0 || (factors[i] as number) === 0 || (sums[code] as number) === 0) return;
        const wanted = ((people[code - 1] as number) / reached) * total;
        const by = wanted / (sums[code] as number);
        worst = Math.max(worst, Math.abs(by - 1));
        factors[i] = (factors[i] as number) * by;
      });
    }
    if (worst < 1e-9) break;
  }
  const positive = [...factors].filter((factor) => factor > 0).sort((a, b) => a - b);
  const limit = trimAt * (positive[Math.floor(positive.length / 2)] ?? 0);
  return factors.map((factor) => Math.min(factor, limit));
}

/** Kish's effective number: (Σw)² / Σw². */
export function effectiveNumber(factors: Float64Array, sizes: readonly number[]): number {
  let first = 0;
  let second = 0;
  factors.forEach((factor, i) => {
    first += factor * (sizes[i] as number);
    second += factor * factor * (sizes[i] as number);
  });
  return second === 0 ? 0 : (first * first) / second;
}
