/** Tests how the forms of one day are folded into repeat time, families and table moves. docs/measurement/forms.md */
import { expect, it } from 'vitest';
import { foldForms } from '../../../../src/core/days/fold/fold-forms.ts';
import type { EntryMade, EpochMs, LogEvent, SubmissionMade, SystemKey } from '../../../../src/core/events.ts';

const noon = 1_700_000_000_000;
const minute = 60_000;
const entry = (change: Partial<EntryMade>): EntryMade => ({
  kind: 'entry',
  at: noon as EpochMs,
  system: 'aaa' as SystemKey,
  way: 'typed',
  fieldKind: 'phone',
  label: null,
  eligible: true,
  repeat: 'none',
  characters: 11,
  focusMs: 2000,
  ...change,
});
const submission = (change: Partial<SubmissionMade>): SubmissionMade => ({
  kind: 'submission',
  at: noon as EpochMs,
  system: 'aaa' as SystemKey,
  outcome: 'sent',
  family: null,
  fieldKinds: [],
  fields: 4,
  eligible: 3,
  repeated: 2,
  ms: 100_000,
  nearDuplicate: false,
  ...change,
});
const table = (sort: 'paste' | 'template' | 'import' | 'export', at: number, system = 'aaa', cells = 0): LogEvent => ({
  kind: 'table',
  at: (noon + at) as EpochMs,
  system: system as SystemKey,
  sort,
  cells,
});

it('counts retyped characters, carried copies and pasted entries', () => {
  const { entries } = foldForms([
    entry({ repeat: 'other-system' }),
    entry({ repeat: 'same-system', way: 'composed', characters: 20 }),
    entry({ repeat: 'other-system', way: 'pasted', carried: true }),
    entry({ repeat: 'look-up' }),
    entry({ repeat: 'rework' }),
  ]);
  expect(entries).toEqual({
    total: 5,
    eligible: 5,
    repeatSameSystem: 1,
    repeatOtherSystem: 2,
    focusMs: 10_000,
    repeatFocusMs: 6000,
    pasted: 1,
    carried: 1,
    retypedCharacters: 31,
  });
});

it('uses the focus time of repeat entries as the lower bound of repeat time, and the repeated share of submission time as the upper bound', () => {
  const { entries, submissions } = foldForms([
    entry({ repeat: 'other-system' }),
    entry({ repeat: 'other-system' }),
    entry({}),
    entry({ eligible: false, fieldKind: 'name' }),
    submission({}),
    submission({ outcome: 'failed' }),
    submission({ outcome: 'draft' }),
  ]);
  expect([entries.repeatFocusMs, submissions.repeatMs]).toEqual([4000, 50_000]);
  expect([submissions.total, submissions.failed, submissions.drafts]).toEqual([1, 1, 1]);
});

it('counts forms as one family if several systems ask for the same fields', () => {
  const { families } = foldForms([
    submission({ family: 'f1' }),
    submission({ family: 'f1', system: 'bbb' as SystemKey }),
    submission({ family: 'f1', outcome: 'failed', system: 'ccc' as SystemKey }),
  ]);
  expect(families).toEqual([{ id: 'f1', systems: ['aaa', 'bbb'], submissions: 2, ms: 200_000 }]);
});

it('counts an export and a later import as a round trip; counts imports or exports within a minute of each other as one', () => {
  const { tables } = foldForms([
    table('paste', 0, 'aaa', 12),
    table('import', minute, 'bbb'),
    table('template', 2 * minute),
    table('template', 2 * minute + 5_000),
    table('import', 20 * minute),
    table('import', 20 * minute + 30_000),
    table('export', 30 * minute, 'ccc'),
  ]);
  expect(tables).toEqual({ pastes: 1, cells: 12, exports: 2, imports: 2, roundTrips: 1 });
});
