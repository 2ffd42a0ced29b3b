/** One day of every kind of row → its summary. docs/measurement.md */
import { describe, expect, it } from 'vitest';
import { foldActs } from '../../../src/core/days/fold-acts.ts';
import { foldDay, type KnownSystem } from '../../../src/core/days/fold-day.ts';
import { foldForms } from '../../../src/core/days/fold-forms.ts';
import { foldTime } from '../../../src/core/days/fold-time.ts';
import type { TimeContext } from '../../../src/core/days/time-day.ts';
import type { Day, EpochMs, LogEvent, SystemKey } from '../../../src/core/events.ts';

const start = Date.UTC(2026, 2, 2);
const context: TimeContext = {
  day: '2026-03-02' as Day,
  timeZone: 'UTC',
  start: start as EpochMs,
  end: (start + 86_400_000) as EpochMs,
  idleMs: 60_000,
  hours: [[540, 1080]],
  restDay: false,
};
const s = 1000;
const ten = start + 36_000 * s;
const event = (fields: object): LogEvent => ({ at: ten, system: 'a', ...fields }) as unknown as LogEvent;
const span = (of: string, from: number, to: number, system = 'a') =>
  event({ kind: 'span', of, start: ten + from * s, end: ten + to * s, tab: system, system });
const entry = (fields: object) =>
  event({
    kind: 'entry',
    way: 'typed',
    fieldKind: null,
    label: null,
    eligible: false,
    repeat: 'none',
    characters: 3,
    focusMs: 10,
    ...fields,
  });
const submission = (fields: object) =>
  event({
    kind: 'submission',
    outcome: 'sent',
    family: null,
    fieldKinds: [],
    fields: 4,
    eligible: 2,
    repeated: 1,
    ms: 1000,
    nearDuplicate: false,
    ...fields,
  });
const act = (fields: object) => event({ kind: 'act', form: 'check-in', feature: 'press', count: 1, ms: 0, ...fields });
const names = new Map(
  Object.entries({ a: ['a.gov.cn', 'health'], b: ['b.gov.cn', 'party-study'] }).map(([key, [host, kind]]) => [
    key as SystemKey,
    { host, kind, catalogueId: `id-${key}`, purpose: 'study' } as KnownSystem,
  ]),
);

describe('a whole day', () => {
  it('speaks of hosts, and of a system that nobody knows by its key', () => {
    const day = foldDay(
      [
        span('presence', 0, 60),
        span('background', 0, 30, 'z'),
        span('presence', 100, 130, 'b'),
        span('media', 100, 130, 'b'),
        entry({ fieldKind: 'phone' }),
        entry({ system: 'c' }),
        submission({ family: 'f' }),
        submission({ family: 'f', system: 'b' }),
        act({ system: 'd' }),
        event({ kind: 'login' }),
        event({ kind: 'self', burden: 'chain', minutes: 5 }),
        event({ kind: 'dropped', reason: 'too-many', count: 2 }),
        event({ kind: 'dropped', reason: 'too-many', count: 3 }),
        event({ kind: 'dropped', reason: 'overlap', count: 1 }),
      ],
      names,
      context,
    );
    const none = {
      activeMs: 0,
      watchingMs: 0,
      unattendedMs: 0,
      backgroundPlayMs: 0,
      visits: 0,
      entries: 0,
      submissions: 0,
      acts: 0,
    };
    const unknown = { catalogueId: null, kind: 'unknown', purpose: null, ...none };
    expect(day.systems).toEqual([
      {
        id: 'a.gov.cn',
        catalogueId: 'id-a',
        kind: 'health',
        purpose: 'study',
        ...none,
        watchingMs: 60_000,
        visits: 1,
        entries: 1,
        submissions: 1,
      },
      {
        id: 'b.gov.cn',
        catalogueId: 'id-b',
        kind: 'party-study',
        purpose: 'study',
        ...none,
        watchingMs: 30_000,
        visits: 1,
        submissions: 1,
      },
      { id: 'c', ...unknown, entries: 1 },
      { id: 'd', ...unknown, acts: 1 },
      { id: 'z', ...unknown, backgroundPlayMs: 30_000 },
    ]);
    expect(day.quarterHours.map((q) => q.system)).toEqual(['a.gov.cn', 'b.gov.cn']);
    expect(day.families).toEqual([{ id: 'f', systems: ['a.gov.cn', 'b.gov.cn'], submissions: 2, ms: 2000 }]);
    expect(day.fieldKinds).toEqual([{ kind: 'phone', systems: ['a.gov.cn'], entries: 1, repeats: 0 }]);
    expect(day.features).toEqual([
      { system: 'd', form: 'check-in', feature: 'press', count: 1, ms: 0 },
      { system: 'b.gov.cn', form: 'online-duration', feature: 'media', count: 0, ms: 30_000 },
    ]);
    expect(day.fragmentation).toEqual({ systems: 2, switches: 1, logins: 1 });
    expect(day.selfReported).toEqual({ chain: { count: 1, minutes: 5 } });
    expect(day.dropped).toEqual({ 'too-many': 5, overlap: 1 });
    expect([day.day, day.timeZone, day.definitionsVersion, day.attentionMs]).toEqual(['2026-03-02', 'UTC', 1, 90_000]);
  });

  it('counts what happened from its first moment to before the next day’s', () => {
    const at = (moment: number) => foldDay([event({ kind: 'login', at: moment })], names, context).fragmentation.logins;
    expect([at(start - 1), at(start), at(context.end - 1), at(context.end)]).toEqual([0, 1, 1, 0]);
  });

  it('most attention first, active or watching, then by name', () => {
    const order = (events: readonly LogEvent[]) => foldDay(events, new Map(), context).systems.map((row) => row.id);
    const far = (n: number, seconds: number, system: string) => span('presence', n * 1000, n * 1000 + seconds, system);
    const input = (n: number, system: string) => span('input', n * 1000, n * 1000, system);
    expect(order([far(0, 10, 'c'), far(1, 20, 'b'), far(2, 10, 'a'), input(2, 'a')])).toEqual(['b', 'a', 'c']);
    expect(order([far(2, 10, 'a'), far(0, 10, 'c'), far(1, 200, 'd'), far(3, 150, 'e'), input(3, 'e')])).toEqual([
      'd',
      'e',
      'a',
      'c',
    ]);
    // Active alone, with some watched: the sum decides.
    expect(order([far(0, 100, 'x'), input(0, 'x'), far(1, 90, 'y')])).toEqual(['x', 'y']);
  });
});

describe('the time of a day', () => {
  it('names quarters in order, by system within a quarter, and visits as they followed', () => {
    const day = foldTime(
      [
        span('presence', 0, 10, 'b'),
        span('presence', 20, 30, 'a'),
        span('presence', 40, 50, 'b'),
        span('presence', -900, -890, 'b'),
        span('presence', 60, 70, 'b'),
      ],
      context,
    );
    expect(day.quarterHours.map((q) => [q.start, q.system, q.watchingMs])).toEqual([
      [585, 'b', 10_000],
      [600, 'a', 10_000],
      [600, 'b', 30_000],
    ]);
    expect([...day.systems].map(([key, t]) => [key, t.visits]).sort()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(day.switches).toBe(2);
    const other = foldTime([span('presence', 0, 10, 'a'), span('presence', 20, 30, 'b')], context);
    expect(other.quarterHours.map((q) => q.system)).toEqual(['a', 'b']);
  });
  it('media behind another page is no attention, beside it or alone', () => {
    const day = foldTime(
      [span('background', 0, 30), span('background', 20, 50), span('presence', 0, 5), span('background', 0, 10, 'b')],
      context,
    );
    const none = { activeMs: 0, watchingMs: 0, unattendedMs: 0, backgroundPlayMs: 0, visits: 0 };
    expect(Object.fromEntries(day.systems)).toEqual({
      a: { ...none, watchingMs: 5000, backgroundPlayMs: 50_000, visits: 1 },
      b: { ...none, backgroundPlayMs: 10_000 },
    });
    expect(day.attentionMs).toBe(5000);
    // Only what lies within the day.
    const late = foldTime([span('background', 86_400 - 36_000 - 10, 86_400)], context);
    expect(late.systems.get('a' as SystemKey)?.backgroundPlayMs).toBe(10_000);
  });
  it('on a rest day all of it is after hours', () => {
    const rest = foldTime([span('presence', 0, 10)], { ...context, restDay: true });
    expect([rest.afterHoursMs, rest.standardAfterHoursMs, rest.quarterHours[0]?.afterHoursMs]).toEqual([
      10_000, 10_000, 10_000,
    ]);
  });
  it('what touches a day only at its edges is none of it', () => {
    const edge = (from: number, to: number) => [...foldTime([span('presence', from, to)], context).systems.keys()];
    const [before, after] = [-36_000, 50_400];
    expect([edge(before - 100, before - 60), edge(after, after + 10)]).toEqual([[], []]);
    expect(edge(after - 1, after + 10)).toEqual(['a']);
    expect(foldTime([span('presence', before - 10, before + 10)], context).attentionMs).toBe(10_000);
  });
});

describe('the acts of a day', () => {
  const fold = (events: readonly LogEvent[]) => foldActs(events, names, context);
  it('add up by form, and by form, feature and system', () => {
    const day = fold([
      act({ count: 2, ms: 10 }),
      act({ count: 3, ms: 20 }),
      act({ system: 'b', count: 1 }),
      act({ form: 'photo-proof', feature: 'file', count: 4, ms: 5, lead: 'longer' }),
      act({ feature: undefined, count: 1, lead: 'longer' }),
      act({ form: 'deadline-reply', feature: 'deadline', count: 2, lead: 'same-day' }),
      act({ form: 'ranking', feature: 'leaderboard', system: 'b' }),
    ]);
    expect(day.acts).toEqual({
      'check-in': { count: 7, ms: 30 },
      'photo-proof': { count: 4, ms: 5 },
      'deadline-reply': { count: 2, ms: 0 },
      ranking: { count: 1, ms: 0 },
    });
    expect(day.features.map((f) => [f.form, f.feature, f.system, f.count, f.ms])).toEqual([
      ['check-in', 'press', 'a', 6, 30],
      ['check-in', 'press', 'b', 1, 0],
      ['deadline-reply', 'deadline', 'a', 2, 0],
      ['photo-proof', 'file', 'a', 4, 5],
      ['ranking', 'leaderboard', 'b', 1, 0],
    ]);
    expect(Object.fromEntries(day.systems)).toEqual({ a: 12, b: 2 });
    expect(day.leadTimes).toEqual({ longer: 5, 'same-day': 2 });
  });
  it('media in view on systems of study is time online, of others nothing', () => {
    const media = (from: number, to: number, system: string) => span('media', from, to, system);
    const day = fold([
      media(0, 30, 'b'),
      media(20, 40, 'b'),
      media(0, 30, 'a'),
      media(0, 30, 'z'),
      span('presence', 0, 99, 'b'),
    ]);
    expect(day.features).toEqual([{ system: 'b', form: 'online-duration', feature: 'media', count: 0, ms: 40_000 }]);
    expect(day.acts).toEqual({ 'online-duration': { count: 0, ms: 40_000 } });
    // Within the day.
    expect(fold([media(50_390, 50_410, 'b')]).features).toMatchObject([{ ms: 10_000 }]);
    expect(fold([media(50_400, 50_410, 'b')]).features).toEqual([]);
    expect(fold([media(50_400, 50_410, 'b')]).acts).toEqual({});
  });
  it('what was self-reported adds up by burden; without minutes none', () => {
    const self = (burden: string, minutes: number | null) => event({ kind: 'self', burden, minutes });
    const day = fold([
      self('chain', 5),
      self('chain', null),
      self('photo', 2),
      event({ kind: 'login' }),
      event({ kind: 'login' }),
    ]);
    expect(day.selfReported).toEqual({ chain: { count: 2, minutes: 5 }, photo: { count: 1, minutes: 2 } });
    expect(day.logins).toBe(2);
  });
});

describe('the forms of a day', () => {
  it('by system, by field kind and by family, in order', () => {
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
  it('a submission of nothing that is compared has no repeat time', () => {
    expect(foldForms([submission({ fields: 0, eligible: 0, repeated: 0 })]).submissions.repeatMs).toBe(0);
  });
  it('tables are told apart by a minute, whatever came first in the list', () => {
    const table = (sort: string, seconds: number, system = 'a') =>
      event({ kind: 'table', sort, at: ten + seconds * s, system, cells: 5 });
    const of = (...events: LogEvent[]) => foldForms(events).tables;
    expect(of(table('import', 0), table('import', 60), table('import', 120.001))).toMatchObject({
      imports: 2,
      roundTrips: 0,
    });
    expect(of(table('export', 0), table('template', 60), table('export', 120.001))).toMatchObject({
      exports: 2,
      imports: 0,
    });
    expect(of(table('import', 50), table('export', 0))).toEqual({
      pastes: 0,
      cells: 0,
      exports: 1,
      imports: 1,
      roundTrips: 1,
    });
    expect(of(table('import', 0), table('export', 50))).toMatchObject({ roundTrips: 0 });
    expect(of(table('import', 50), table('export', 0, 'b'))).toMatchObject({ roundTrips: 0 });
    expect(of(entry({}), table('paste', 0), table('paste', 1))).toEqual({
      pastes: 2,
      cells: 10,
      exports: 0,
      imports: 0,
      roundTrips: 0,
    });
  });
});
