/** Tests the ledger of repeats, which has one line for each item that was entered. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EntryMade, type EpochMs, repeatVerdicts, type SystemKey } from '../../../src/core/events.ts';
import { repeatLedger } from '../../../src/core/forms/repeat-ledger.ts';

const entry = (change: Partial<EntryMade>): EntryMade => ({
  kind: 'entry',
  at: 1_700_000_000_000 as EpochMs,
  system: 'aaa' as SystemKey,
  way: 'typed',
  fieldKind: 'phone',
  label: 'aaaaaaaaaaaa',
  eligible: true,
  repeat: 'none',
  characters: 11,
  focusMs: 1000,
  ...change,
});

it('returns one line for each field kind, and one for each label that has no field kind; does not count a look-up as a repeat', () => {
  const lines = repeatLedger([
    entry({}),
    entry({ label: 'bbbbbbbbbbbb', system: 'bbb' as SystemKey, repeat: 'other-system' }),
    entry({ repeat: 'look-up' }),
    entry({ fieldKind: null, label: 'cccccccccccc' }),
    entry({ fieldKind: null, label: null }),
  ]);
  // The Monday of that week is 13 November 2023.
  expect(lines).toEqual([
    {
      fieldKind: 'phone',
      label: null,
      entries: 3,
      repeatSameSystem: 0,
      repeatOtherSystem: 1,
      systems: ['aaa', 'bbb'],
      lastWeek: Date.parse('2023-11-13') / 86_400_000,
      focusMs: 3000,
    },
    {
      fieldKind: null,
      label: 'cccccccccccc',
      entries: 1,
      repeatSameSystem: 0,
      repeatOtherSystem: 0,
      systems: ['aaa'],
      lastWeek: Date.parse('2023-11-13') / 86_400_000,
      focusMs: 1000,
    },
  ]);
});

it('returns the same lines for any order of the entries', () => {
  const entries = fc.array(
    fc
      .record({
        fieldKind: fc.constantFrom('phone', 'identity', null),
        label: fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb'),
        system: fc.constantFrom('aaa', 'bbb').map((s) => s as SystemKey),
        repeat: fc.constantFrom(...repeatVerdicts),
        at: fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }).map((n) => n as EpochMs),
      })
      .map(entry),
  );
  fc.assert(
    fc.property(entries, (list) => {
      expect(repeatLedger([...list].reverse())).toEqual(repeatLedger(list));
    }),
  );
});

it('sorts lines by the number of repeats, then of entries, then by name; ignores events that are no entries', () => {
  const entriesOf = (fieldKind: string, ...repeats: EntryMade['repeat'][]) =>
    repeats.map((repeat) => entry({ fieldKind, repeat }));
  const all = [
    ...entriesOf('dd', 'none', 'none'),
    ...entriesOf('bb', 'none'),
    ...entriesOf('aa', 'none'),
    ...entriesOf('ee', 'same-system', 'same-system', 'other-system'),
    ...entriesOf('cc', 'other-system', 'other-system', 'same-system', 'same-system'),
  ];
  const login = { kind: 'login', at: 1, system: 'aaa', fieldKind: 'x', label: null } as unknown as EntryMade;
  for (const list of [all, [...all].reverse(), [login, ...all]]) {
    const lines = repeatLedger(list);
    expect(lines.map((line) => line.fieldKind)).toEqual(['cc', 'ee', 'dd', 'aa', 'bb']);
    expect(lines[1]).toMatchObject({ repeatSameSystem: 2, repeatOtherSystem: 1, entries: 3 });
  }
});
