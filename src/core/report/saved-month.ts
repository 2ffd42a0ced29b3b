/** What is kept of a month's report between looking, saving and looking again. */

import type { Said } from './build-report.ts';
import { canonicalJson } from './canonical-json.ts';
import type { MonthDraws } from './random-draws.ts';
import type { NoiseLevel } from './randomized-response.ts';
import type { MonthReport, ReportLevel } from './report-format.ts';
import { withoutLines } from './report-lines.ts';

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
  | { readonly draws: MonthDraws; readonly said: Said; readonly lock: MonthLock | null };

/** The bytes of a report after its owner's removals; null when nothing is left. */
export function bytesOf(
  report: MonthReport,
  removed: readonly string[],
): { report: MonthReport; bytes: string } | null {
  const left = withoutLines(report, removed);
  return left === null ? null : { report: left, bytes: canonicalJson(left) };
}
