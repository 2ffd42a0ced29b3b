/** Quantiles of Student's t distribution. */

/**
 * Quantiles that were computed earlier, by degrees of freedom. They are kept because thousands of intervals share a few
 * values.
 */
const cache = new Map<number, number>();

/** Returns the 97.5 % quantile for 95 % intervals, to 4 digits (G. W. Hill, CACM 13 (1970), algorithm 396). */
export function tQuantile(degrees: number): number {
  const quantile = cache.get(degrees) ?? computeQuantile(degrees);
  cache.set(degrees, quantile);
  return quantile;
}

/** Computes the quantile. The variables have the names of the published algorithm. */
function computeQuantile(degrees: number): number {
  if (degrees <= 1) return 12.706;
  if (degrees === 2) return 4.303;
  const p = 0.05;
  const a = 1 / (degrees - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let y = (d * p) ** (2 / degrees);
  if (y > 0.05 + a) {
    const x = -1.959964;
    y = x * x;
    const cc = degrees < 5 ? c + 0.3 * (degrees - 4.5) * (x + 0.6) : c;
    const c2 = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + cc;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c2 - y - 3) / b + 1) * x;
    y = a * y * y;
    y = y > 0.002 ? Math.exp(y) - 1 : 0.5 * y * y + y;
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) * y - 1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y;
  }
  return Math.sqrt(degrees * y);
}
