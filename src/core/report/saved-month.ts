/**
 * The stored state of a month's report: random draws, the owner's statements, and what the first save fixed. Property
 * names are stored.
 */

import { canonicalJson } from '../canonical-json.ts';
import type { OwnerStatements } from './build-report.ts';
import type { MonthDraws } from './draws/random-draws.ts';
import type { NoiseLevel } from './draws/randomized-response.ts';
import type { MonthReport, ReportLevel } from './report-format.ts';
import { withoutReportLines } from './report-lines.ts';

/**
 * Choices that the first save fixes. Without the lock, a coarse report saved after a noisy one would undo the noise.
 */
export interface MonthLock {
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly removed: readonly string[];
  /** Check code of the saved JSON. */
  readonly code: string;
}

/** `forgotten`: the owner used "finish and forget", and the month can't be exported any more. */
export type MonthState =
  | { readonly forgotten: true }
  | { readonly draws: MonthDraws; readonly said: OwnerStatements; readonly lock: MonthLock | null };

/** The report without the removed lines, and its bytes; null when no figure is left. */
export function reportBytes(
  report: MonthReport,
  removed: readonly string[],
): { report: MonthReport; bytes: string } | null {
  const left = withoutReportLines(report, removed);
  return left === null ? null : { report: left, bytes: canonicalJson(left) };
}
