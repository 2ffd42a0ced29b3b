/** Splits labelled rows by whole source systems. docs/measurement/words.md, "How it is measured" */
import heldBack from '../../src/data/words/held-back.json' with { type: 'json' };
import type { Row } from './tables.ts';

export const foldCount = 10;

/**
 * Systems that share their code base count as one: a system is not unseen when its fork was learned. Systems that are
 * not listed are a family of their own.
 */
const families: readonly (readonly [family: string, name: RegExp])[] = [
  ['ruoyi', /ruoyi|haishikeji\/QHY-YQWH-GY/i],
  ['jeesite', /jeesite/i],
  ['eladmin', /eladmin/i],
  ['easyui demos', /easyui/i],
  ['o2oa', /o2oa/i],
  ['tad', /^tad0616\//],
];
export const familyOf = (system: string) => families.find(([, name]) => name.test(system))?.[0] ?? system;

export interface Split {
  readonly train: readonly Row[];
  readonly test: readonly Row[];
}

export const isOwn = ({ system }: Row) => system === 'own';
export const isHeldBack = ({ system }: Row) => system in heldBack;

/** Tests the systems that tuning never looked at, after training with all others. */
export const splitHeldBack = (rows: readonly Row[]): Split => ({
  train: rows.filter((row) => !isHeldBack(row)),
  test: rows.filter(isHeldBack),
});

/** Tests every fifth row of our own, after training with the rest of them and with all systems that are not held back. */
export function splitOwn(rows: readonly Row[]): Split {
  const own = rows.filter(isOwn);
  const test = new Set(own.filter((_, index) => index % 5 === 4));
  return { train: rows.filter((row) => !test.has(row) && !isHeldBack(row)), test: [...test] };
}

/** Splits into folds of whole families. Rows of our own always train. Systems that are held back take no part. */
export function splitFolds(rows: readonly Row[]): Split[] {
  const open = rows.filter((row) => !isHeldBack(row));
  const sizes = new Map<string, number>();
  for (const row of open) if (!isOwn(row)) sizes.set(familyOf(row.system), (sizes.get(familyOf(row.system)) ?? 0) + 1);
  const folds = Array.from({ length: foldCount }, () => ({ size: 0, families: new Set<string>() }));
  // The largest family first, each into the smallest fold.
  for (const [family, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = folds.reduce((least, other) => (other.size < least.size ? other : least));
    fold.size += size;
    fold.families.add(family);
  }
  return folds
    .map(({ families: left }) => {
      const isLeft = (row: Row) => !isOwn(row) && left.has(familyOf(row.system));
      return { train: open.filter((row) => !isLeft(row)), test: open.filter(isLeft) };
    })
    .filter(({ test }) => test.length > 0);
}
