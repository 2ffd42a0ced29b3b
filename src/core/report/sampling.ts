/**
 * What of a month a standard report shows, and how much it then stands for. Everything random is drawn once, with
 * uniform integers, and stored: the same month always gives the same bytes, and a day that is erased later doesn't
 * turn the dice again.
 */

import type { DrawInteger } from './randomized-response.ts';
import { type ReportPart, reportParts } from './report-format.ts';

/** Chances of the parts, in sixteenths. All are powers of two, so that weights stay powers of two. */
export const partChances: Readonly<Record<ReportPart, number>> = {
  overview: 4,
  unit: 4,
  obligation: 2,
  act: 2,
  phone: 2,
  answers: 2,
};

/** The part that a uniform integer below sixteen picks. */
export function pickPart(sixteenth: number): ReportPart {
  let left = sixteenth;
  return reportParts.find((part) => {
    left -= partChances[part];
    return left < 0;
  }) as ReportPart;
}

/** The questions that are asked together; a month asks one group, and then only when its part is `answers`. */
export const questionGroups = [['burden', 'share'], ['recalled', 'shared'], ['change']] as const;

/**
 * Puts items that are new into a random order, each at a uniformly drawn place. The order of any set of items is then
 * uniform over all orders, however they came, and the first of those still there is a uniform sample of one.
 */
export function insertAtRandom(
  order: readonly string[],
  items: readonly string[],
  draw: DrawInteger,
): readonly string[] {
  const all = [...order];
  for (const item of items) if (!all.includes(item)) all.splice(draw(all.length + 1), 0, item);
  return all;
}

/** Range of the integer that `stochasticWeight` takes. */
export const weightDrawRange = 1024;

/**
 * `n` rounded to the power of two below or above, so that the expectation over `drawn`, uniform below `weightDrawRange`,
 * is exactly `n`. A bucket of `n` would bias every total. Exact up to 2047; above, 2048.
 */
export function stochasticWeight(n: number, drawn: number): number {
  const below = 2 ** Math.min(11, Math.floor(Math.log2(n)));
  return drawn % below < n - below ? Math.min(2048, below * 2) : below;
}
