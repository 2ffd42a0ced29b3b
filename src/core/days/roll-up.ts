/** What a closed day came to, kept when its rows are gone. */
import type { RepeatLine } from '../forms/repeat-ledger.ts';
import type { DaySummary } from './day-summary.ts';

/** Systems are named by key throughout. */
export interface RollUp {
  /** The owner's definitions, and the version of the fold, that it was made with. */
  readonly by: string;
  readonly own: DaySummary;
  /** By the fixed definitions of an export, or null where they come to the same. */
  readonly exported: DaySummary | null;
  readonly repeats: readonly RepeatLine[];
}

/** One ledger's part of a day whose rows are no longer here. It stands for every row of the source up to `through`. */
export interface SealedPart extends RollUp {
  readonly sourceId: string;
  readonly through: number;
  /** How many rows of this day it was folded from. */
  readonly rows: number;
}
