/**
 * Seeded random numbers for simulations and tests. The same seed gives the same numbers, so never use these numbers for
 * anything private.
 */
export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Uniform integer from 0 to n − 1. */
  readonly below: (n: number) => number;
  /** Standard normal (Box and Muller). */
  readonly normal: () => number;
  readonly poisson: (mean: number) => number;
  /** Eight hexadecimal digits per word. */
  readonly hex: (words: number) => string;
}

/** Returns the generator xoshiro128** (Blackman and Vigna), seeded by splitmix32. */
export function seededRandom(seed: number): Random {
  let mix = seed >>> 0;
  const split = () => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split();
  const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const uniform = () => next() / 4_294_967_296;
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    below: (n) => Math.floor(uniform() * n),
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let n = 0;
      for (let p = uniform(); p > limit; p *= uniform()) n++;
      return n;
    },
    hex: (words) => {
      let text = '';
      for (let i = 0; i < words; i++) text += next().toString(16).padStart(8, '0');
      return text;
    },
  };
}
