/**
 * The stored state of a month's report: random draws, the owner's statements, and the choices that the first save
 * fixed. Property names are stored and never change.
 */

import { canonicalJson } from '../canonical-json.ts';
import type { OwnerStatements } from './build-report.ts';
import type { MonthDraws } from './draws/random-draws.ts';
import type { NoiseLevel } from './draws/randomized-response.ts';
import type { MonthReport, ReportLevel } from './report-format.ts';
import { withoutReportLines } from './report-lines.ts';

/**
 * The choices that the first save of a month fixes. Without this lock, the owner could save a noisy report and later a
 * coarse report of the same month. The coarse report would reveal what the noise hides.
 */
export interface MonthLock {
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly removed: readonly string[];
  /** Check code of the saved JSON. */
  readonly code: string;
}

/**
 * The stored state of a month. `forgotten` means that the owner used "finish and forget". Such a month can no longer be
 * exported.
 */
export type MonthState =
  | { readonly forgotten: true }
  | { readonly draws: MonthDraws; readonly said: OwnerStatements; readonly lock: MonthLock | null };

/** Returns the report without the removed lines, and the text of its file. Returns null when no figure remains. */
export function reportBytes(
  report: MonthReport,
  removed: readonly string[],
): { report: MonthReport; bytes: string } | null {
  const remaining = withoutReportLines(report, removed);
  return remaining === null ? null : { report: remaining, bytes: canonicalJson(remaining) };
}
