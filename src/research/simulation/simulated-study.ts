/**
 * `simulation/` makes reports of invented people, and the true values that estimates from these reports should find.
 *
 * This file holds the parameters of a study.
 */
import type { NoiseLevel } from '../../core/report/draws/randomized-response.ts';
import type { ReportLevel } from '../../core/report/report-format.ts';

/** The parameters of a study, as `truth.json` stores them. */
export interface SimulatedStudy {
  /** Number of people; each sends one report. */
  readonly reports: number;
  readonly seed: number;
  /** YYYY-MM. */
  readonly month: string;
  /** `mixed`: a level that draws one part has twice the share of each other level. */
  readonly level: ReportLevel | 'mixed';
  /** e to the power ε of noisy fields. */
  readonly e: NoiseLevel;
  /** People of one work unit; 0 for independent people. */
  readonly perCluster: number;
  /** Intra-class correlation: the share of variance between units, 0 to 1. */
  readonly icc: number;
  /** Factor on all hours; 1 if absent. */
  readonly busier?: number;
  /** Seed of the draws in the reports, so that the same people can send other reports; `seed` if absent. */
  readonly draws?: number;
}
