import { expect, test } from 'vitest';
import type { SystemKey } from '../../../src/core/events.ts';
import type { RepeatLine } from '../../../src/core/forms/repeat-ledger.ts';
import { applyRepeatView, isCompared, repeatCount } from '../../../src/ui/figures/repeat-view.ts';

const line = (fieldKind: string, entries: number, repeats: number, ...systems: string[]): RepeatLine => ({
  fieldKind,
  label: null,
  entries,
  repeatSameSystem: 0,
  repeatOtherSystem: repeats,
  systems: systems as SystemKey[],
  lastWeek: 20_000,
  focusMs: entries * 1000,
});
const lines = [line('name', 9, 6, 'a', 'b'), line('phone', 5, 4, 'b'), line('address', 3, 1, 'c')];
const defaultView = { hidden: [], apart: [], merged: {} };
/** Returns kind, entries, repeats and systems of each shown item. */
const shownWith = (
  view: Partial<typeof defaultView> & { merged?: Record<string, string>; hidden?: string[]; apart?: string[] },
) =>
  applyRepeatView(lines, { ...defaultView, ...view }).map((l) => [
    l.fieldKind,
    l.entries,
    repeatCount(l),
    l.systems.join(''),
  ]);

test.each([
  [
    'shows the counts unchanged by default',
    {},
    [
      ['name', 9, 6, 'ab'],
      ['phone', 5, 4, 'b'],
      ['address', 3, 1, 'c'],
    ],
  ],
  [
    'leaves out hidden items',
    { hidden: ['name'] },
    [
      ['phone', 5, 4, 'b'],
      ['address', 3, 1, 'c'],
    ],
  ],
  [
    'shows an item that is marked as not repeated with its entries but without repeats',
    { apart: ['phone'] },
    [
      ['name', 9, 6, 'ab'],
      ['address', 3, 1, 'c'],
      ['phone', 5, 0, 'b'],
    ],
  ],
  [
    'adds a merged item to the item into which it was merged',
    { merged: { address: 'name' } },
    [
      ['name', 12, 7, 'abc'],
      ['phone', 5, 4, 'b'],
    ],
  ],
  [
    'adds the items of a chain of merges to the last item of the chain',
    { merged: { address: 'phone', phone: 'name' } },
    [['name', 17, 11, 'abc']],
  ],
  [
    'loses no entries if items are merged in a circle',
    { merged: { name: 'phone', phone: 'name' } },
    [
      ['name', 14, 10, 'ab'],
      ['address', 3, 1, 'c'],
    ],
  ],
] as const)('%s', (rule, view, shown) => {
  const rows = shownWith(view as never);
  expect(rows.reduce((sum, [, entries]) => sum + (entries as number), 0)).toBe(
    shown.reduce((sum, [, entries]) => sum + entries, 0),
  );
  // In a circle it is undefined which item takes the counts.
  if (rule !== 'loses no entries if items are merged in a circle') expect(rows).toEqual(shown);
});

test.each([
  ['name', 0, false],
  ['name', 1, true],
  ['date', 0, false],
  ['phone', 0, true],
] as const)('treats %s with %d repeats as compared: %s', (kind, repeats, expected) => {
  expect(isCompared(line(kind, 3, repeats, 'a'))).toBe(expected);
});

test.each([
  [{}, { name: 4, phone: 0, address: 0 }],
  [{ address: 'name' }, { name: 4, phone: 0 }],
  [{ name: 'phone' }, { phone: 4, address: 0 }],
])('when items are merged as %j, keeps the number of entries that are not compared', (merged, uncompared) => {
  const shown = applyRepeatView([line('name', 4, 0, 'a'), line('phone', 5, 4, 'b'), line('address', 3, 1, 'c')], {
    ...defaultView,
    merged,
  });
  expect(Object.fromEntries(shown.map((l) => [l.fieldKind, l.uncompared]))).toEqual(uncompared);
});
