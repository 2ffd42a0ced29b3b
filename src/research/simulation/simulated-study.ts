/** `simulation/` makes reports of invented people, with the truth beside them. This file: the parameters of a study. */
import type { NoiseLevel } from '../../core/report/draws/randomized-response.ts';
import type { ReportLevel } from '../../core/report/report-format.ts';

/** The keys are those of `truth.json`. */
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
  /** Factor of all hours; 1 if absent. */
  readonly busier?: number;
  /** Own seed for what the reports draw, so that the same people can send another report; `seed` if absent. */
  readonly draws?: number;
}
