/**
 * Sampling for reports of level `standard`: decides which part of a month a report shows, and with which weight the
 * report counts. All random numbers are uniform integers that are drawn once and stored, so a month always gives the
 * same bytes. When the owner erases a day later, nothing is drawn again.
 */

import { type ReportPart, reportParts } from '../report-format.ts';
import type { DrawInteger } from './randomized-response.ts';

/** Probabilities of the parts in sixteenths. They are powers of two, so that weights are powers of two. */
export const partChances: Readonly<Record<ReportPart, number>> = {
  overview: 4,
  unit: 4,
  obligation: 2,
  act: 2,
  phone: 2,
  answers: 2,
};

/** Returns the part for a uniform integer from 0 to 15. */
export function pickPart(sixteenth: number): ReportPart {
  let left = sixteenth;
  return reportParts.find((part) => {
    left -= partChances[part];
    return left < 0;
  }) as ReportPart;
}

/**
 * Groups of questions. A month asks the questions of one group, and only when `answers` is the drawn part of the month.
 */
export const questionGroups = [['burden', 'share'], ['recalled', 'shared'], ['change']] as const;

/**
 * Inserts new items into a random order, each at a uniformly drawn place. The order of any set of items is then uniform
 * and does not depend on when each item was added. So the first item that still exists is a uniform sample of one item.
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
 * Rounds `n` down or up to a power of two. When `drawn` is uniform below `weightDrawRange`, the expected result is
 * exactly `n` for `n` up to 2047; larger numbers give 2048. Rounding to a bucket instead would bias every total.
 */
export function stochasticWeight(n: number, drawn: number): number {
  const below = 2 ** Math.min(11, Math.floor(Math.log2(n)));
  return drawn % below < n - below ? Math.min(2048, below * 2) : below;
}
