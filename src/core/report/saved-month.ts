/** What is kept of a month's report between looking, saving and looking again. */

import type { OwnerStatements } from './build-report.ts';
import { canonicalJson } from './canonical-json.ts';
import type { MonthDraws } from './random-draws.ts';
import type { NoiseLevel } from './randomized-response.ts';
import type { MonthReport, ReportLevel } from './report-format.ts';
import { withoutReportLines } from './report-lines.ts';

/** The choices that the first save makes for good: saving noisy and then coarse would take the noise away. */
export interface MonthLock {
  readonly level: ReportLevel;
  readonly e: NoiseLevel;
  readonly removed: readonly string[];
  /** Check code of the JSON that was saved. */
  readonly code: string;
}

export type MonthState =
  | { readonly forgotten: true }
  | { readonly draws: MonthDraws; readonly said: OwnerStatements; readonly lock: MonthLock | null };

/** The bytes of a report after its owner's removals; null when nothing is left. */
export function reportBytes(
  report: MonthReport,
  removed: readonly string[],
): { report: MonthReport; bytes: string } | null {
  const left = withoutReportLines(report, removed);
  return left === null ? null : { report: left, bytes: canonicalJson(left) };
}
