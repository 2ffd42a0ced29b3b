/** The cube: counts by month, record, field, stratum and block, as the two queries give it, in words. */
import { cardLists, slipBook } from './codebook.ts';
import { monthOf } from './encode.ts';
import type { Engine, Table } from './engine.ts';
import cardsSql from './queries/cards.sql?raw';
import slipsSql from './queries/slips.sql?raw';

export type By = 'all' | 'tier' | 'region' | 'post' | 'subject';

export interface Fact {
  readonly tier: number;
  readonly region: number;
  readonly post: number;
  readonly subject: number;
  readonly block: number;
  /** A code of the field's list, or of two lists for a joint field. */
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

function collect<T extends Fact>(into: Map<string, T[]>, key: string, fact: T): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [fact]);
  else list.push(fact);
}

export type Blocks = 'random_group' | 'cluster_group';

export async function askCube(engine: Engine, blocks: Blocks): Promise<Cube> {
  const cards = await engine.ask(cardsSql.replaceAll('{group}', blocks));
  const slips = await engine.ask(slipsSql.replaceAll('{group}', blocks));
  return cubeOf(cards, slips);
}

function cubeOf(cards: Table, slips: Table): Cube {
  const found = new Map<string, Fact[]>();
  const noisy = new Map<string, Fact[]>();
  const standard = new Map<string, Map<number, number>>();
  const reports = new Map<string, number>();
  const levels = new Map<string, number[]>();
  const c = (name: string) => cards.column(name);
  const [field, month, tier, region, post, block, weight, noise, bucket, n] = [
    'field',
    'month',
    'tier',
    'region',
    'post',
    'block',
    'weight',
    'noise',
    'bucket',
    'n',
  ].map(c) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < cards.length; i++) {
    const f = field[i] as number;
    const m = monthOf(month[i] as number);
    const count = n[i] as number;
    const b = block[i] as number;
    if (f === 0) {
      reports.set(m, (reports.get(m) ?? 0) + count);
      const level = Math.floor((bucket[i] as number) / 16);
      const perLevel = levels.get(m) ?? cardLists.level.map(() => 0);
      perLevel[level - 1] = (perLevel[level - 1] as number) + count;
      levels.set(m, perLevel);
      if (level !== cardLists.level.indexOf('standard') + 1) continue;
      const perBlock = standard.get(m) ?? new Map<number, number>();
      perBlock.set(b, (perBlock.get(b) ?? 0) + count);
      standard.set(m, perBlock);
      continue;
    }
    const w = f >= 5 ? count : count * (weight[i] as number);
    const fact = {
      tier: tier[i] as number,
      region: region[i] as number,
      post: post[i] as number,
      subject: 0,
      block: b,
      bucket: bucket[i] as number,
      n: count,
      w,
      heaviest: 1,
    };
    const name = cardFields[f] as string;
    if (f >= 5) collect(noisy, `${m}|card|${name}|${noises[(noise[i] as number) - 1]}`, fact);
    else collect(found, `${m}|card|${name}`, fact);
  }
  const s = (name: string) => slips.column(name);
  const [sField, sMonth, slip, sTier, subject, sBlock, sBucket, sn, sw, heaviest] = [
    'field',
    'month',
    'slip',
    'tier',
    'subject',
    'block',
    'bucket',
    'n',
    'w',
    'heaviest',
  ].map(s) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < slips.length; i++) {
    const book = slipBook[(slip[i] as number) - 1];
    if (book === undefined) throw new Error(`The store holds a slip of sort ${slip[i]}, which no list knows`);
    const f = sField[i] as number;
    const name = f === 0 ? 'things' : f === 6 ? 'hours' : book.fields[f - 1]?.[0];
    if (name === undefined) continue;
    collect(found, `${monthOf(sMonth[i] as number)}|${book.slip}|${name}`, {
      tier: sTier[i] as number,
      region: 0,
      post: 0,
      subject: subject[i] as number,
      block: sBlock[i] as number,
      bucket: sBucket[i] as number,
      n: sn[i] as number,
      w: sw[i] as number,
      heaviest: heaviest[i] as number,
    });
  }
  const figures = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, facts]) => {
      const [m, record, name] = key.split('|') as [string, string, string];
      return { month: m, record, field: name, facts };
    });
  const noisyFigures = [...noisy]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, facts]) => {
      const [m, record, name, e] = key.split('|') as [string, string, string, string];
      return { month: m, record, field: name, facts, e: Number(e) as 3 | 7 | 20 };
    });
  return { months: [...reports.keys()].sort(), figures, noisy: noisyFigures, standard, reports, levels };
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
