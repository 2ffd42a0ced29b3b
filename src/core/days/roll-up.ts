/**
 * Roll-ups: the stored figures of a day. They remain when the rows of the day have expired. Property names are stored.
 */
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import type { DaySummary } from './day-summary.ts';

/** The figures of a day, folded from its rows. Systems are named by key. */
export interface RollUp {
  /**
   * Identifies the definitions and the version of the fold with which the roll-up was made (`definitionsKey`,
   * background/ledger/read-days.ts).
   */
  readonly by: string;
  /** The summary with the owner's definitions. */
  readonly own: DaySummary;
  /** The summary with the fixed definitions of exported figures; null when it equals `own`. */
  readonly exported: DaySummary | null;
  readonly repeats: readonly RepeatLine[];
}

/**
 * The roll-up of one source (ledger) for a day whose rows are no longer in this ledger. The part stands for the day's
 * rows of that source up to the sequence number `through`.
 */
export interface SealedPart extends RollUp {
  readonly sourceId: string;
  readonly through: number;
  /** Number of rows of the day from which the part was folded. */
  readonly rows: number;
}
