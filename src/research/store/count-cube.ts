/** The cube: counts by month, record, field, stratum and block, as the two queries give it, in words. */
import { cardLists, slipBook } from '../format/codebook.ts';
import { monthOf } from '../format/encode-report.ts';
import type { Table } from './engine.ts';

export type By = 'all' | 'tier' | 'region' | 'post' | 'subject';

export interface Fact {
  readonly tier: number;
  readonly region: number;
  readonly post: number;
  readonly subject: number;
  readonly block: number;
  /** A code of the field's list, or of two lists for a joint field; 1 for a thing that is only counted. */
  readonly bucket: number;
  readonly n: number;
  /** Reports (or things) it stands for: card weights, or the sum of slips' weights. */
  readonly w: number;
  readonly heaviest: number;
}

/** All facts of one figure in one month. */
export interface Figure {
  readonly month: string;
  readonly record: string;
  readonly field: string;
  readonly facts: readonly Fact[];
}

export interface Cube {
  readonly months: readonly string[];
  readonly figures: readonly Figure[];
  /** Noisy fields, by e. */
  readonly noisy: readonly (Figure & { readonly e: 3 | 7 | 20 })[];
  /** Standard reports by month and block: whom the slips stand for. */
  readonly standard: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly reports: ReadonlyMap<string, number>;
  /** Reports by month and level: least, standard, noisy. */
  readonly levels: ReadonlyMap<string, readonly number[]>;
}

const cardFields = ['', 'coverage', 'attention', 'afterHours', 'repeatShare', 'attention', 'afterHours'] as const;
const noises = [3, 7, 20] as const;

export type Blocks = 'random_group' | 'cluster_group';

/** Facts of one figure, and what the figure is. */
interface Growing {
  readonly month: string;
  readonly record: string;
  readonly field: string;
  readonly e?: 3 | 7 | 20;
  readonly facts: Fact[];
}

const inOrder = (a: Growing, b: Growing) =>
  a.month < b.month
    ? -1
    : a.month > b.month
      ? 1
      : a.record < b.record
        ? -1
        : a.record > b.record
          ? 1
          : a.field < b.field
            ? -1
            : a.field > b.field
              ? 1
              : (a.e ?? 0) - (b.e ?? 0);

/** The cube in words, from what the queries over cards and over slips answered. */
export function cubeOf(cards: Table, slips: Table): Cube {
  const found = new Map<number, Growing>();
  const noisy = new Map<number, Growing>();
  const standard = new Map<string, Map<number, number>>();
  const reports = new Map<string, number>();
  const levels = new Map<string, number[]>();
  const growing = (into: Map<number, Growing>, key: number, make: () => Omit<Growing, 'facts'>): Fact[] => {
    let figure = into.get(key);
    if (figure === undefined) {
      figure = { ...make(), facts: [] };
      into.set(key, figure);
    }
    return figure.facts;
  };
  const columnsOf = (table: Table, names: string) => {
    const columns = names.split(' ').map((name) => table.column(name));
    return (c: number, row: number) => columns[c]?.[row] as number;
  };
  const card = columnsOf(cards, 'field month tier region post block weight noise bucket n');
  const standardCode = cardLists.level.indexOf('standard') + 1;
  for (let i = 0; i < cards.length; i++) {
    const f = card(0, i);
    const code = card(1, i);
    const block = card(5, i);
    const bucket = card(8, i);
    const n = card(9, i);
    if (f === 0) {
      const month = monthOf(code);
      reports.set(month, (reports.get(month) ?? 0) + n);
      const level = Math.floor(bucket / 16);
      const perLevel = levels.get(month) ?? cardLists.level.map(() => 0);
      perLevel[level - 1] = (perLevel[level - 1] as number) + n;
      levels.set(month, perLevel);
      if (level !== standardCode) continue;
      const perBlock = standard.get(month) ?? new Map<number, number>();
      perBlock.set(block, (perBlock.get(block) ?? 0) + n);
      standard.set(month, perBlock);
      continue;
    }
    const w = f >= 5 ? n : n * card(6, i);
    const fact = {
      tier: card(2, i),
      region: card(3, i),
      post: card(4, i),
      subject: 0,
      block,
      bucket,
      n,
      w,
      heaviest: 1,
    };
    const what = { month: '', record: 'card', field: cardFields[f] as string };
    if (f < 5) growing(found, 100 * code + f, () => ({ ...what, month: monthOf(code) })).push(fact);
    else {
      const noise = card(7, i);
      growing(noisy, 100 * code + 10 * noise + f, () => ({
        ...what,
        month: monthOf(code),
        e: noises[noise - 1] as 3 | 7 | 20,
      })).push(fact);
    }
  }
  const slip = columnsOf(slips, 'field month slip tier subject block bucket n w heaviest');
  for (let i = 0; i < slips.length; i++) {
    const sort = slip(2, i);
    const book = slipBook[sort - 1];
    if (book === undefined) throw new Error(`The store holds a slip of sort ${sort}, which no list knows`);
    const f = slip(0, i);
    const field = f === 0 ? 'things' : f === 6 ? 'hours' : book.fields[f - 1]?.[0];
    if (field === undefined) continue;
    const code = slip(1, i);
    const what = () => ({ month: monthOf(code), record: book.slip, field });
    growing(found, 100 * code + 10 * sort + f, what).push({
      tier: slip(3, i),
      region: 0,
      post: 0,
      subject: slip(4, i),
      block: slip(5, i),
      bucket: f === 0 ? 1 : slip(6, i),
      n: slip(7, i),
      w: slip(8, i),
      heaviest: slip(9, i),
    });
  }
  const noisyFigures = [...noisy.values()].sort(inOrder).map((figure) => ({ ...figure, e: figure.e ?? 3 }));
  return {
    months: [...reports.keys()].sort(),
    figures: [...found.values()].sort(inOrder),
    noisy: noisyFigures,
    standard,
    reports,
    levels,
  };
}

/** The words of a group's codes, from 1; code 0 is what was not said. */
export function groupsOf(record: string, by: By): readonly string[] {
  if (by === 'all') return [];
  if (by !== 'subject') return cardLists[by];
  return slipBook.find((entry) => entry.slip === record)?.subject?.[1] ?? [];
}

/** What a partition by subject is called in tables: kind, form, burden. */
export function byName(record: string, by: By): string {
  return by === 'subject' ? (slipBook.find((entry) => entry.slip === record)?.subject?.[0] ?? 'subject') : by;
}

/** The buckets of a field. */
export function bucketsOf(record: string, field: string): readonly string[] {
  if (record === 'card') return cardLists[field as 'coverage' | 'attention' | 'afterHours' | 'repeatShare'];
  return slipBook.find((entry) => entry.slip === record)?.fields.find(([name]) => name === field)?.[1] ?? [];
}
