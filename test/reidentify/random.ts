/** Seeded chance for the trial: the same seed gives the same people. Never used by the extension. */
import type { DrawInteger } from '../../src/core/report/randomized-response.ts';

export interface Chance {
  /** Uniform in [0, 1). */
  readonly share: () => number;
  readonly below: DrawInteger;
  /** Standard normal (Box and Muller). */
  readonly normal: () => number;
  readonly is: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[], weights: readonly number[]) => T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32: 32 bits of state are plenty for people who never lived.
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    below: (n) => Math.floor(share() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    is: (probability) => share() < probability,
    pick: (from, weights) => {
      let left = share() * weights.reduce((sum, w) => sum + w, 0);
      const at = weights.findIndex((w) => {
        left -= w;
        return left < 0;
      });
      return from[at < 0 ? from.length - 1 : at] as never;
    },
  };
}
