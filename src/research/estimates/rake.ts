/** Raking: weights for strata so that the sample has the population's margins (Deming and Stephan 1940). */
import { CliError } from '../cli/cli-error.ts';
import { cardLists } from '../format/codebook.ts';

const variables = ['tier', 'region', 'post'] as const;
type Variable = (typeof variables)[number];

/** The known number of people in the population by tier, region or post. */
export interface Population {
  /** `people[i]` is the number of people whose variable has the code i + 1. */
  readonly margins: readonly { readonly variable: Variable; readonly people: readonly number[] }[];
}

/** Parses CSV with the heading `variable,value,people`. Throws a `CliError` for anything else. */
export function parsePopulation(text: string, path: string): Population {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines[0]?.trim() !== 'variable,value,people')
    throw new CliError(`Cannot read population "${path}": the heading must be "variable,value,people"`, 2);
  const margins = new Map<Variable, number[]>();
  for (const [i, line] of lines.slice(1).entries()) {
    const [variable = '', value = '', people = ''] = line.split(',').map((cell) => cell.trim());
    const known = variables.find((name) => name === variable);
    const index = known === undefined ? -1 : cardLists[known].indexOf(value);
    const count = Number(people);
    if (known === undefined || index < 0 || people === '' || !Number.isFinite(count) || count < 0)
      throw new CliError(
        `Cannot read population "${path}": value is not allowed in line ${i + 2}: "${line.slice(0, 60)}"`,
        2,
      );
    const margin = margins.get(known) ?? cardLists[known].map(() => 0);
    margin[index] = count;
    margins.set(known, margin);
  }
  if (margins.size === 0) throw new CliError(`Cannot read population "${path}": no line after the heading`, 2);
  return { margins: [...margins].map(([variable, people]) => ({ variable, people })) };
}

/** Reports with the same codes of all three variables. Code 0: the sender left the variable out. */
export interface Stratum {
  readonly tier: number;
  readonly region: number;
  readonly post: number;
}

/** Factors that are more than this many times the median factor are trimmed. */
const maxTimesMedian = 5;
const maxRounds = 50;
const tolerance = 1e-9;

/**
 * Returns a factor for each stratum so that the weighted sample has the population's margins. `weights` holds the sum
 * of weights in each stratum. Large factors are trimmed. The factor is 0 for a stratum that leaves out a variable of a
 * margin, or whose value has no people in the population.
 */
export function rake(strata: readonly Stratum[], weights: readonly number[], population: Population): Float64Array {
  const factors = Float64Array.from(strata, (stratum) =>
    population.margins.every(
      ({ variable, people }) => stratum[variable] > 0 && (people[stratum[variable] - 1] as number) > 0,
    )
      ? 1
      : 0,
  );
  for (let round = 0; round < maxRounds; round++) {
    let largestChange = 0;
    for (const { variable, people } of population.margins) {
      const sums = new Float64Array(people.length + 1);
      strata.forEach((stratum, i) => {
        sums[stratum[variable]] = (sums[stratum[variable]] as number) + (factors[i] as number) * (weights[i] as number);
      });
      const reachedPeople = people.reduce((sum, p, i) => ((sums[i + 1] as number) > 0 ? sum + p : sum), 0);
      const total = sums.reduce((a, b) => a + b, 0) - (sums[0] as number);
      strata.forEach((stratum, i) => {
        const code = stratum[variable];
        if (code === 0 || (factors[i] as number) === 0 || (sums[code] as number) === 0) return;
        const target = ((people[code - 1] as number) / reachedPeople) * total;
        const change = target / (sums[code] as number);
        largestChange = Math.max(largestChange, Math.abs(change - 1));
        factors[i] = (factors[i] as number) * change;
      });
    }
    if (largestChange < tolerance) break;
  }
  const positive = [...factors].filter((factor) => factor > 0).sort((a, b) => a - b);
  const limit = maxTimesMedian * (positive[Math.floor(positive.length / 2)] ?? 0);
  return factors.map((factor) => Math.min(factor, limit));
}

/** Returns Kish's effective sample size, (Σw)² / Σw². `reports`: number of reports in each stratum. */
export function effectiveNumber(factors: Float64Array, reports: readonly number[]): number {
  let sum = 0;
  let sumOfSquares = 0;
  factors.forEach((factor, i) => {
    sum += factor * (reports[i] as number);
    sumOfSquares += factor * factor * (reports[i] as number);
  });
  return sumOfSquares === 0 ? 0 : (sum * sum) / sumOfSquares;
}
