/** Cards that came far more often than their neighbours. Flagged, never removed. */
import { cardLists } from '../format/codebook.ts';
import { monthOf } from '../format/encode-report.ts';
import type { Table } from '../store/engine.ts';

export interface CardFlood {
  readonly month: string;
  readonly card: string;
  readonly reports: number;
  /** The most that any card one step away came. */
  readonly neighbour: number;
}

const fields = ['coverage', 'attention', 'after_hours', 'repeat_share'] as const;
const lists = [cardLists.coverage, cardLists.attention, cardLists.afterHours, cardLists.repeatShare] as const;

/**
 * At least thirty, and five times as many as at any of its neighbours: what people do spreads over neighbouring
 * buckets, copies don't.
 */
export function findFloods(table: Table): readonly CardFlood[] {
  const month = table.column('month');
  const n = table.column('n');
  const columns = fields.map((field) => table.column(field));
  const cards = new Map<string, { readonly month: number; readonly codes: readonly number[]; n: number }>();
  for (let i = 0; i < table.length; i++) {
    const codes = columns.map((column) => column[i] as number);
    const key = `${month[i]}/${codes.join('/')}`;
    const before = cards.get(key);
    if (before === undefined) cards.set(key, { month: month[i] as number, codes, n: n[i] as number });
    else before.n += n[i] as number;
  }
  const floods: CardFlood[] = [];
  for (const card of cards.values()) {
    if (card.n < 30) continue;
    let most = 0;
    for (const steps of around) {
      const key = `${card.month}/${card.codes.map((code, f) => code + (steps[f] as number)).join('/')}`;
      most = Math.max(most, cards.get(key)?.n ?? 0);
      if (card.n < 5 * most) break;
    }
    if (card.n < 5 * most) continue;
    const words = card.codes.map((code, f) => `${fields[f]} ${(lists[f] as readonly string[])[code - 1]}`).join(', ');
    floods.push({ month: monthOf(card.month), card: words, reports: card.n, neighbour: most });
  }
  return floods.sort((a, b) => b.reports - a.reports);
}

/** Every way to take at most one step in each field, but none at all. */
const around: readonly (readonly number[])[] = fields
  .reduce<number[][]>((ways, _) => ways.flatMap((way) => [-1, 0, 1].map((step) => [...way, step])), [[]])
  .filter((way) => way.some((step) => step !== 0));
