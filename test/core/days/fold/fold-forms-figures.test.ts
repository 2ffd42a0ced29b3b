/** Tests how the forms of one day are folded into table moves and figures by system, field kind and family. */
import { describe, expect, it } from 'vitest';
import { foldForms } from '../../../../src/core/days/fold/fold-forms.ts';
import type { LogEvent } from '../../../../src/core/events.ts';
import { entry, event, s, submission, ten } from '../day-events.ts';

describe('foldForms', () => {
  it('counts forms by system, field kind and family, and sorts each of these lists by name', () => {
    const day = foldForms([
      entry({ system: 'b', fieldKind: 'phone', repeat: 'same-system', eligible: true }),
      entry({ fieldKind: 'phone', repeat: 'other-system', eligible: true, way: 'picked' }),
      entry({ fieldKind: 'name', repeat: 'look-up', way: 'composed' }),
      entry({}),
      entry({ system: 'c', fieldKind: 'zone' }),
      submission({ system: 'b', family: 'g' }),
      submission({ family: 'g', nearDuplicate: true, ms: 3000 }),
      submission({ family: 'e', eligible: 0, repeated: 0 }),
      submission({ family: 'h', outcome: 'draft' }),
      submission({ family: null }),
      event({ kind: 'login' }),
    ]);
    expect(Object.fromEntries(day.systems)).toEqual({
      a: { entries: 3, submissions: 3 },
      b: { entries: 1, submissions: 1 },
      c: { entries: 1, submissions: 0 },
    });
    expect(day.fieldKinds).toEqual([
      { kind: 'name', systems: ['a'], entries: 1, repeats: 0 },
      { kind: 'phone', systems: ['a', 'b'], entries: 2, repeats: 2 },
      { kind: 'zone', systems: ['c'], entries: 1, repeats: 0 },
    ]);
    expect(day.families).toEqual([
      { id: 'e', systems: ['a'], submissions: 1, ms: 1000 },
      { id: 'g', systems: ['a', 'b'], submissions: 2, ms: 4000 },
    ]);
    expect(day.submissions).toEqual({
      total: 4,
      failed: 0,
      drafts: 1,
      nearDuplicate: 1,
      ms: 6000,
      repeatMs: 250 + 750 + 250,
    });
    expect(day.entries).toEqual({
      total: 5,
      eligible: 2,
      repeatSameSystem: 1,
      repeatOtherSystem: 1,
      focusMs: 50,
      repeatFocusMs: 20,
      pasted: 0,
      carried: 0,
      retypedCharacters: 3,
    });
  });
  it('gives no repeat time to a submission without compared values', () => {
    expect(foldForms([submission({ fields: 0, eligible: 0, repeated: 0 })]).submissions.repeatMs).toBe(0);
  });
  it('counts imports into one system as one import if they are at most a minute apart, and exports likewise, in any order of the events', () => {
    const table = (sort: string, seconds: number, system = 'a') =>
      event({ kind: 'table', sort, at: ten + seconds * s, system, cells: 5 });
    const tablesOf = (...events: LogEvent[]) => foldForms(events).tables;
    expect(tablesOf(table('import', 0), table('import', 60), table('import', 120.001))).toMatchObject({
      imports: 2,
      roundTrips: 0,
    });
    expect(tablesOf(table('export', 0), table('template', 60), table('export', 120.001))).toMatchObject({
      exports: 2,
      imports: 0,
    });
    expect(tablesOf(table('import', 50), table('export', 0))).toEqual({
      pastes: 0,
      cells: 0,
      exports: 1,
      imports: 1,
      roundTrips: 1,
    });
    expect(tablesOf(table('import', 0), table('export', 50))).toMatchObject({ roundTrips: 0 });
    expect(tablesOf(table('import', 50), table('export', 0, 'b'))).toMatchObject({ roundTrips: 0 });
    expect(tablesOf(entry({}), table('paste', 0), table('paste', 1))).toEqual({
      pastes: 2,
      cells: 10,
      exports: 0,
      imports: 0,
      roundTrips: 0,
    });
  });
});
