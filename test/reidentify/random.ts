/** Seeded random numbers: the same seed gives the same people. The published figures depend on this generator. */
import type { DrawInteger } from '../../src/core/report/draws/randomized-response.ts';
import { seededRandom } from '../support/seeded-random.ts';

export interface Chance {
  /** A number from the uniform distribution on [0, 1). */
  readonly share: () => number;
  /** An integer from 0 to n − 1, where n is the argument. */
  readonly below: DrawInteger;
  /** A number from the standard normal distribution, by the method of Box and Muller. */
  readonly normal: () => number;
  /** True with this probability. */
  readonly isDrawn: (probability: number) => boolean;
  /** One element, with chances in proportion to the weights. */
  readonly pick: <T>(from: readonly T[], weights: readonly number[]) => T;
}

export function chanceFrom(seed: number): Chance {
  const share = seededRandom(seed);
  return {
    share,
    below: (n) => Math.floor(share() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    isDrawn: (probability) => share() < probability,
    pick: (from, weights) => {
      let left = share() * weights.reduce((sum, w) => sum + w, 0);
      const index = weights.findIndex((w) => {
        left -= w;
        return left < 0;
      });
      return from[index < 0 ? from.length - 1 : index] as never;
    },
  };
}
