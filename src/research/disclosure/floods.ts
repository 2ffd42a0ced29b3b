/**
 * `disclosure/` is statistical disclosure control: which counts may be published, and what earlier releases allow.
 *
 * This file finds floods of cards: identical cards that were sent far more often than similar cards. The commands list
 * floods but never remove their cards.
 */
import { cardLists } from '../format/codebook.ts';
import { monthFromCode } from '../format/encode-report.ts';
import type { ColumnTable } from '../store/engine.ts';

/** A card that was sent suspiciously often in a month. */
export interface CardFlood {
  readonly month: string;
  /** The fields of the card and their buckets. */
  readonly card: string;
  readonly reports: number;
  /** Number of reports with the most frequent neighbour: a card that differs by at most one bucket in each field. */
  readonly neighbour: number;
}

/** Identical cards are never a flood when there are fewer of them than this. */
const minReports = 30;
/** A flood has at least this many times the reports of its most frequent neighbour. */
const minRatio = 5;

const fields = ['coverage', 'attention', 'after_hours', 'repeat_share'] as const;
const lists = [cardLists.coverage, cardLists.attention, cardLists.afterHours, cardLists.repeatShare] as const;

/** All combinations of a step by −1, 0 or 1 bucket in each field, except the combination without a step. */
const neighbourSteps: readonly (readonly number[])[] = fields
  .reduce<number[][]>((ways) => ways.flatMap((way) => [-1, 0, 1].map((step) => [...way, step])), [[]])
  .filter((way) => way.some((step) => step !== 0));

/**
 * Returns the floods in the result of queries/floods.sql, the largest first. The figures of real people spread over
 * neighbouring buckets; copies of one card lie in one bucket.
 */
export function findFloods(table: ColumnTable): readonly CardFlood[] {
  const month = table.column('month');
  const n = table.column('n');
  const columns = fields.map((field) => table.column(field));
  const cards = new Map<string, { readonly month: number; readonly codes: readonly number[]; n: number }>();
  for (let i = 0; i < table.length; i++) {
    const codes = columns.map((column) => column[i] as number);
    const key = `${month[i]}/${codes.join('/')}`;
    const known = cards.get(key);
    if (known === undefined) cards.set(key, { month: month[i] as number, codes, n: n[i] as number });
    else known.n += n[i] as number;
  }
  const floods: CardFlood[] = [];
  for (const card of cards.values()) {
    if (card.n < minReports) continue;
    let neighbour = 0;
    for (const steps of neighbourSteps) {
      const key = `${card.month}/${card.codes.map((code, f) => code + (steps[f] as number)).join('/')}`;
      neighbour = Math.max(neighbour, cards.get(key)?.n ?? 0);
      if (card.n < minRatio * neighbour) break;
    }
    if (card.n < minRatio * neighbour) continue;
    const text = card.codes.map((code, f) => `${fields[f]} ${(lists[f] as readonly string[])[code - 1]}`).join(', ');
    floods.push({ month: monthFromCode(card.month), card: text, reports: card.n, neighbour });
  }
  return floods.sort((a, b) => b.reports - a.reports);
}
