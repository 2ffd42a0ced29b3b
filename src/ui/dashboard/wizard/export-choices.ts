/** Types of the owner's choices in the export wizard, which all steps share. */
import type { NoiseLevel } from '../../../core/report/draws/randomized-response.ts';
import type { ReportLevel } from '../../../core/report/report-format.ts';
import type { OwnMessages } from '../../../messages.ts';

/** A month that has records. If a report of the month was already saved, the month has a lock. */
export type ExportMonth = Awaited<ReturnType<OwnMessages['months.read']>>[number];

/** The choices that the owner has made so far. */
export interface ExportChoices {
  readonly month: ExportMonth | null;
  readonly level: ReportLevel;
  /** Parameter of the randomized response at level `noisy`. */
  readonly e: NoiseLevel;
  /** Name of the study that the file is sealed for, or null for a plain file. */
  readonly study: string | null;
  /** Paths of the report lines that the owner has removed. */
  readonly removed: readonly string[];
}
