/** Finding submissions in the events of one tab. docs/measurement/forms.md */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitClass, EpochMs, OutcomeSeen } from '../../../src/core/events.ts';
import {
  emptyFormsState,
  type FormsSignal,
  type FormsState,
  type SettledFields,
  settleByTime,
  settleClosedTab,
  stepForms,
} from '../../../src/core/forms/match-submissions.ts';

const at = (seconds: number) => (1_700_000_000_000 + seconds * 1000) as EpochMs;
type TimedSignal = readonly [seconds: number, frame: string, FormsSignal];
const field = (seconds: number, id: number, scope = 1, frame = 'a', characters = 8): TimedSignal => [
  seconds,
  frame,
  {
    kind: 'field',
    at: at(seconds),
    field: id,
    scope,
    way: 'typed',
    fieldKind: null,
    label: null,
    prints: [],
    characters,
    focusMs: 500,
  },
];
const press = (
  seconds: number,
  commit: CommitClass,
  scope: number | null = 1,
  frame = 'a',
  inDialog = false,
): TimedSignal => [seconds, frame, { kind: 'commit', at: at(seconds), commit, scope, inDialog }];
const sign = (seconds: number, what: OutcomeSeen['sign'], frame = 'a'): TimedSignal => [
  seconds,
  frame,
  { kind: 'outcome', at: at(seconds), sign: what, scope: null },
];

function runSignals(signals: readonly TimedSignal[], until = 60): { settled: SettledFields[]; state: FormsState } {
  let state = emptyFormsState;
  const settled: SettledFields[] = [];
  for (const [, frame, signal] of signals) {
    const step = stepForms(state, frame, signal);
    state = step.state;
    settled.push(...step.settled);
  }
  const end = settleByTime(state, at(until));
  return { settled: [...settled, ...end.settled], state: end.state };
}
const hows = (signals: readonly TimedSignal[], until = 60) =>
  runSignals(signals, until).settled.map((c) => `${c.how} ${c.fields.length}`);

describe('settled fields of a tab', () => {
  const two = [field(1, 1), field(2, 2)];
  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    [
      'a commit that a message confirms',
      [...two, press(3, 'commit'), sign(3.2, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    [
      'a commit with a successful request only',
      [...two, press(3, 'commit'), sign(3.2, 'request-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    ['a commit without an outcome', [...two, press(3, 'commit'), sign(13, 'quiet')], []],
    [
      'an error code under HTTP 200',
      [...two, press(3, 'commit'), sign(3.2, 'request-ok'), sign(3.3, 'toast-failed'), sign(5.6, 'quiet')],
      ['failed 2'],
    ],
    [
      'a failed attempt that is corrected and sent',
      [
        ...two,
        press(3, 'commit'),
        sign(3.2, 'toast-failed'),
        sign(5.6, 'quiet'),
        field(7, 2),
        press(8, 'commit'),
        sign(8.1, 'toast-ok'),
        sign(10.6, 'quiet'),
      ],
      ['failed 2', 'sent 2'],
    ],
    ['a native submit with a navigation only', [...two, press(3, 'native'), sign(3.1, 'navigated')], ['sent 2']],
    [
      'a native submit whose next page shows errors',
      [...two, press(3, 'native'), sign(3.1, 'navigated'), sign(4, 'toast-failed', 'b')],
      ['failed 2'],
    ],
    ['a search', [...two, press(3, 'search'), sign(3.2, 'request-ok')], ['searched 2']],
    ['a reset', [...two, press(3, 'reset')], ['left 2']],
    ['a log-in', [...two, press(3, 'login'), sign(3.2, 'navigated')], []],
    [
      'a draft, then a commit',
      [
        ...two,
        press(3, 'draft'),
        sign(3.1, 'toast-ok'),
        sign(5.6, 'quiet'),
        press(7, 'commit'),
        sign(7.1, 'toast-ok'),
        sign(9.6, 'quiet'),
      ],
      ['draft 2', 'sent 2'],
    ],
    [
      'a delete and its confirmation',
      [...two, press(3, 'delete'), press(4, 'confirm', null, 'a', true), sign(4.2, 'request-ok'), sign(6.6, 'quiet')],
      [],
    ],
    [
      'a commit and a late confirmation',
      [
        ...two,
        press(3, 'commit'),
        sign(13, 'quiet'),
        press(20, 'confirm', null, 'a', true),
        sign(20.2, 'toast-ok'),
        sign(22.6, 'quiet'),
      ],
      ['sent 2'],
    ],
    ['a confirmation without a commit', [...two, press(3, 'confirm', null, 'a', true), sign(3.2, 'toast-ok')], []],
    [
      'a step of a form, then the commit',
      [
        field(1, 1, 1),
        press(2, 'next', 1),
        field(4, 2, 2),
        press(5, 'commit', 2),
        sign(5.1, 'toast-ok'),
        sign(7.6, 'quiet'),
      ],
      ['sent 2'],
    ],
    [
      'a commit while another form of the frame is filled',
      [field(1, 1, 1), field(2, 2, 2), press(3, 'commit', 2), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 1'],
    ],
    [
      'a button in the top frame sends the form in a dialog frame',
      [...two, press(3, 'commit', null, 'top'), sign(3.3, 'toast-ok', 'top'), sign(5.6, 'quiet', 'top')],
      ['sent 2'],
    ],
    [
      'a click and its own submit event',
      [...two, press(3, 'commit'), press(3.01, 'native'), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    [
      'a double click',
      [...two, press(3, 'commit'), press(3.2, 'commit'), sign(3.4, 'toast-ok'), sign(5.8, 'quiet')],
      ['sent 2'],
    ],
    ['a commit without filled fields', [press(3, 'commit'), sign(3.1, 'toast-ok')], []],
    [
      'a field that was emptied again',
      [field(1, 1), field(2, 1, 1, 'a', 0), press(3, 'commit'), sign(3.1, 'toast-ok')],
      [],
    ],
    ['a page that is left', [...two, sign(9, 'navigated')], ['left 2']],
    [
      'a field that is entered twice',
      [field(1, 1), field(2, 1), press(3, 'commit'), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals)).toEqual(expected);
  });

  it('marks a value that is entered again after a failed attempt, but not an untouched one', () => {
    const { settled } = runSignals([
      ...two,
      press(3, 'commit'),
      sign(3.2, 'toast-failed'),
      sign(5.6, 'quiet'),
      field(7, 2),
      press(8, 'commit'),
      sign(8.1, 'toast-ok'),
      sign(10.6, 'quiet'),
    ]);
    expect(settled[1]?.fields.map((f) => [f.key, f.again])).toEqual([
      ['a 1', false],
      ['a 2', true],
    ]);
  });

  it('settles no field twice and invents none', () => {
    const signals = fc.array(
      fc.oneof(
        fc
          .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 2 }))
          .map(([id, scope]) => field(0, id, scope)),
        fc
          .constantFrom<CommitClass>(
            'commit',
            'draft',
            'next',
            'search',
            'reset',
            'confirm',
            'delete',
            'native',
            'login',
          )
          .map((c) => press(0, c)),
        fc
          .constantFrom<OutcomeSeen['sign']>('request-ok', 'toast-ok', 'toast-failed', 'navigated', 'quiet')
          .map((s) => sign(0, s)),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(signals, (list) => {
        const timed = list.map(([, frame, s], i): TimedSignal => [i, frame, { ...s, at: at(i) }]);
        const { settled, state } = runSignals(timed, 100_000);
        const filled = timed.filter(([, , s]) => s.kind === 'field').length;
        const entries = settled.filter((c) => c.how === 'sent' || c.how === 'searched' || c.how === 'left');
        expect(entries.reduce((n, c) => n + c.fields.length, 0)).toBeLessThanOrEqual(filled);
        const objects = entries.flatMap((c) => c.fields.map((f) => `${f.key} ${f.at}`));
        expect(new Set(objects).size).toBe(objects.length);
        expect(state.fields).toEqual([]);
      }),
    );
  });
});

it('sends a field of another frame that was left for the button, even if it is reported late', () => {
  const late = field(2.1, 2, 1, 'inner');
  const signals = [field(1, 1, 1, 'inner'), press(2, 'commit', null, 'top'), late, sign(3, 'toast-ok', 'top')];
  expect(hows(signals)).toEqual(['sent 2']);
  expect(hows([...signals.slice(0, 2), field(2.9, 2, 1, 'inner'), sign(3, 'toast-ok', 'top')])).toEqual(['sent 1']);
});

describe('the tab is closed', () => {
  it.each<[string, readonly TimedSignal[], number, readonly string[]]>([
    ['soon after a commit unloaded the page', [field(1, 1), press(2, 'commit'), sign(2.8, 'navigated')], 3, ['sent 1']],
    [
      'together with its page, late and without a sign',
      [field(1, 1), press(2, 'commit'), sign(6, 'navigated')],
      6.2,
      ['left 1'],
    ],
    ['long after a commit unloaded the page', [field(1, 1), press(2, 'commit'), sign(5, 'navigated')], 8, ['sent 1']],
    [
      'together with its page, after a success message',
      [field(1, 1), press(2, 'commit'), sign(3, 'toast-ok'), sign(6, 'navigated')],
      6.2,
      ['sent 1'],
    ],
    ['without a commit', [field(1, 1), sign(6, 'navigated')], 6.2, []],
  ])('%s', (_name, signals, end, expected) => {
    const { state } = runSignals(signals, signals.at(-1)?.[0] ?? 0);
    const { settled, state: after } = settleClosedTab(state, at(end));
    expect(settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual(expected);
    expect(after).toEqual(emptyFormsState);
    for (const c of settled) expect(c.at).toBeLessThanOrEqual(at(end));
  });
});

describe('exact limits', () => {
  const ok = (seconds: number, frame = 'a') => [sign(seconds, 'toast-ok', frame), sign(seconds + 2.5, 'quiet', frame)];
  const one = field(1, 1);
  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    ['a sign 80 ms before the commit', [one, press(3, 'commit'), sign(2.92, 'toast-ok'), sign(5, 'quiet')], ['sent 1']],
    ['a sign 81 ms before it', [one, press(3, 'commit'), sign(2.919, 'toast-ok'), sign(5, 'quiet')], []],
    ['a sign 10.5 s after it', [one, press(3, 'commit'), sign(13.5, 'toast-ok')], ['sent 1']],
    ['a sign later than 10.5 s', [one, press(3, 'commit'), sign(13.501, 'toast-ok')], []],
    ['a confirmation 30 s after the commit', [one, press(3, 'commit'), press(33, 'confirm'), ...ok(34)], ['sent 1']],
    ['a confirmation later than 30 s', [one, press(3, 'commit'), press(33.001, 'confirm'), ...ok(34)], []],
    [
      'a button in a dialog without fields confirms',
      [one, press(3, 'commit'), press(20, 'commit', 9, 'a', true), ...ok(21)],
      ['sent 1'],
    ],
    ['another button in a dialog does not', [one, press(3, 'commit'), press(20, 'reset', 9, 'a', true), ...ok(21)], []],
    ['a commit button in a dialog without a pending commit', [one, press(3, 'commit', 1, 'a', true), ...ok(4)], []],
    ['a failure outweighs a request', [one, press(3, 'commit'), sign(3.1, 'request-failed'), ...ok(3.2)], ['failed 1']],
    [
      'a success message outweighs an error message',
      [one, press(3, 'commit'), sign(3.1, 'toast-failed'), ...ok(3.2)],
      ['sent 1'],
    ],
    ['the form disappeared', [one, press(3, 'commit'), sign(3.1, 'form-gone'), sign(6, 'quiet')], ['sent 1']],
    ['the fields were emptied', [one, press(3, 'commit'), sign(3.1, 'fields-reset'), sign(6, 'quiet')], ['sent 1']],
    [
      'the next page within 4 s',
      [one, press(3, 'native'), sign(3, 'navigated'), sign(7, 'toast-failed', 'b')],
      ['failed 1'],
    ],
    [
      'the next page later',
      [one, press(3, 'native'), sign(3, 'navigated'), sign(7.001, 'toast-failed', 'b')],
      ['sent 1'],
    ],
    [
      'a second press within a second',
      [one, press(3, 'commit'), sign(3.2, 'toast-ok'), press(3.999, 'commit')],
      ['sent 1'],
    ],
    [
      'a second press after a second, with the field filled again',
      [one, press(3, 'commit'), sign(3.2, 'toast-ok'), press(4, 'commit'), sign(4.1, 'toast-failed'), sign(7, 'quiet')],
      ['sent 1'],
    ],
    [
      'another button within a second',
      [one, press(3, 'commit'), sign(3.2, 'request-failed'), press(3.5, 'draft'), ...ok(4)],
      ['failed 1', 'draft 1'],
    ],
    [
      'a double click does not settle the commit',
      [
        one,
        press(3, 'commit'),
        sign(3.1, 'request-ok'),
        press(3.2, 'native'),
        sign(3.3, 'toast-failed'),
        sign(6, 'quiet'),
      ],
      ['failed 1'],
    ],
    ['a draft that fails', [one, press(3, 'draft'), sign(3.1, 'toast-failed'), sign(6, 'quiet')], []],
    ['a successful delete keeps the entries pending', [one, press(3, 'delete'), ...ok(3.1)], []],
    ['a delete without entries', [press(3, 'delete'), ...ok(3.1)], []],
    [
      'a delete without fields settles the pending commit',
      [one, press(3, 'commit'), sign(3.1, 'toast-ok'), press(5, 'delete', 7)],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals, signals.at(-1)?.[0] === undefined ? 60 : 90)).toEqual(expected);
  });

  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    [
      'the same button a second later is a new commit',
      [one, press(3, 'commit'), press(4, 'commit'), ...ok(14.2)],
      ['sent 1'],
    ],
    ['the same button within a second does not', [one, press(3, 'commit'), press(3.999, 'commit'), ...ok(13.6)], []],
    [
      'a delete’s own submit event sends nothing',
      [one, press(3, 'delete', 7), press(3.1, 'native', 1), ...ok(3.2)],
      [],
    ],
    ['a commit of an empty form', [one, press(3, 'commit', 7), press(3.5, 'commit', 1), ...ok(3.6)], ['sent 1']],
    ['a field emptied after the commit', [one, press(3, 'commit'), field(3.5, 1, 1, 'a', 0), ...ok(4)], []],
    ['a sign after the observer stopped waiting', [one, press(3, 'commit'), sign(6, 'quiet'), sign(7, 'toast-ok')], []],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals, 90)).toEqual(expected);
  });
  it('lets a commit without an outcome be confirmed for 30 s', () => {
    const asked = [one, press(3, 'commit'), sign(13, 'quiet')];
    expect(runSignals(asked, 33).state.pressed).toMatchObject({ faded: true });
    expect(runSignals(asked, 33.001).state.pressed).toBeNull();
    expect(runSignals(asked, 33.001).state.fields).toHaveLength(1);
  });
  it('keeps an earlier step of another form at a log-in', () => {
    const { state } = runSignals([one, press(2, 'next'), field(3, 2, 2), press(4, 'login', 2)], 5);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
  });
  it('counts a commit as sent when the tab closes after any success sign', () => {
    const { state } = runSignals([one, press(2, 'native'), sign(5, 'request-ok')], 5);
    expect(settleClosedTab(state, at(5.5)).settled.map((c) => c.how)).toEqual(['sent']);
  });

  it.each<[CommitClass, string]>([
    ['search', 'searched 1'],
    ['reset', 'left 1'],
  ])('settles with %s only its own form: same frame and same scope', (commit, how) => {
    const { settled, state } = runSignals([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, commit)], 3);
    expect(settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual([how]);
    expect(settled[0]?.fields.map((f) => f.key)).toEqual(['a 1']);
    expect(state.fields.map((f) => f.key)).toEqual(['a 2', 'b 3']);
    // A search or a reset without fields settles nothing.
    expect(hows([field(1, 1), press(3, commit, 9)])).toEqual([]);
    expect(hows([field(1, 1), press(3, commit, null)])).toEqual([]);
  });
  it('forgets the fields of a log-in, and no others', () => {
    const { settled, state } = runSignals([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, 'login')], 3);
    expect(settled).toEqual([]);
    expect(state).toEqual({
      pressed: null,
      fields: [expect.objectContaining({ key: 'a 2' }), expect.objectContaining({ key: 'b 3' })],
    });
  });

  it('sends, for a control outside any scope, the fields of its frame, else of the frame filled last', () => {
    const all = [field(1, 1), field(1, 2, 2), field(2, 3, 1, 'b'), field(2, 4, 5, 'b')];
    const keys = (signals: readonly TimedSignal[]) =>
      runSignals([...signals, sign(3.1, 'toast-ok', 'c'), sign(6, 'quiet', 'c')]).settled.map((c) =>
        c.fields.map((f) => f.key),
      );
    expect(keys([...all, press(3, 'commit', null, 'a')])).toEqual([['a 1', 'a 2']]);
    expect(keys([...all, press(3, 'commit', null, 'top')])).toEqual([['b 3', 'b 4']]);
    expect(keys([...all, press(3, 'commit', 1, 'b')])).toEqual([['b 3']]);
    expect(keys([...all, press(3, 'commit', 7, 'top')])).toEqual([]);
    expect(keys([press(3, 'commit', null, 'top')])).toEqual([]);
    // An earlier step is sent with a commit of its own frame only.
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 2, 'a')])).toEqual([['a 1', 'a 2']]);
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 5, 'b')])).toEqual([['b 4']]);
  });

  it('ignores a repeated report; a changed field keeps the time of its first entry', () => {
    const [seconds, frame, signal] = one;
    const again = runSignals([one, [seconds, frame, signal], field(4, 1)], 5).state.fields;
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({
      at: at(1),
      last: at(4),
      focusMs: 1000,
      attempted: false,
      again: false,
      isCarried: false,
      carried: false,
    });
    expect(runSignals([one], 5).state.fields[0]).toMatchObject({ focusMs: 500, at: at(1) });
    expect(runSignals([one, field(2, 2), field(3, 1)], 5).state.fields.map((f) => f.key)).toEqual(['a 2', 'a 1']);
  });
  it('counts an empty choice, but no script entry and no empty text', () => {
    const way = (w: 'script' | 'picked' | 'typed', characters: number): TimedSignal => {
      const [s, f, signal] = field(1, 1, 1, 'a', characters);
      return [s, f, { ...signal, way: w } as FormsSignal];
    };
    const count = (told_: TimedSignal) => runSignals([told_], 2).state.fields.length;
    expect([count(way('script', 5)), count(way('picked', 0)), count(way('typed', 0)), count(way('picked', 3))]).toEqual(
      [0, 1, 0, 1],
    );
  });
  it('keeps the mark of a value that is entered again twice', () => {
    const { settled } = runSignals([
      one,
      press(2, 'commit'),
      sign(2.1, 'toast-failed'),
      sign(5, 'quiet'),
      field(6, 1),
      field(7, 1),
      press(8, 'commit'),
      ...ok(8.1),
    ]);
    expect(settled.map((c) => [c.how, c.fields.map((f) => [f.attempted, f.again])])).toEqual([
      ['failed', [[false, false]]],
      ['sent', [[false, true]]],
    ]);
  });

  it('settles fields as left after eight hours, and the oldest when there are too many', () => {
    const eight = 8 * 3600;
    expect(runSignals([one], 1 + eight).state.fields).toHaveLength(1);
    const { settled, state } = runSignals([one, field(2, 2)], 1 + eight + 0.001);
    expect(settled.map((c) => [c.how, c.at, c.fields.map((f) => f.key)])).toEqual([
      ['left', at(1 + eight + 0.001), ['a 1']],
    ]);
    expect(state.fields.map((f) => f.key)).toEqual(['a 2']);
    const many = Array.from({ length: 402 }, (_, i) => field(1 + i / 100, i));
    const full = runSignals(many, 6);
    expect(full.state.fields).toHaveLength(400);
    expect(full.settled.map((c) => [c.how, c.at, c.fields.map((f) => f.key)])).toEqual([
      ['left', at(5), ['a 0']],
      ['left', at(5.01), ['a 1']],
    ]);
  });

  it('settles the unsent entries of an unloaded page, and no others', () => {
    const { settled, state } = runSignals([one, field(1, 2, 1, 'b'), sign(3, 'navigated', 'b')], 4);
    expect(settled.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['b 2']]]);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
    // The fields of a pending commit wait for its outcome.
    const asked = runSignals([one, field(1, 2, 2), press(2, 'native'), sign(3, 'navigated')], 4);
    expect(asked.settled.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['a 2']]]);
  });
  it('ignores the unloading of a frame without fields of the commit', () => {
    expect(hows([one, press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')])).toEqual([]);
    // The frame of the button and the frame of a field count.
    expect(hows([one, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'top')])).toEqual(['sent 1']);
    expect(hows([one, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'a')])).toEqual(['sent 1']);
    expect(hows([one, field(1, 2, 1, 'c'), press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')])).toEqual([
      'left 1',
    ]);
  });
  it('adds a late report of another frame up to 300 ms after the commit, if the field was part of it', () => {
    const late = (seconds: number, frame = 'inner') =>
      hows([field(1, 1, 1, 'inner'), press(2, 'commit', null, 'top'), field(seconds, 2, 1, frame), ...ok(3, 'top')]);
    expect([late(2.3), late(2.301), late(2.1, 'other'), late(2.1, 'inn')]).toEqual([
      ['sent 2'],
      ['sent 1'],
      ['sent 1'],
      ['sent 1'],
    ]);
    // In the frame of the button the field was filled after the commit.
    expect(hows([one, press(2, 'commit'), field(2.1, 2), ...ok(3)])).toEqual(['sent 1']);
  });

  it.each<[string, number, number, string]>([
    ['a page that closed with its tab', 4.601, 6.1, 'left 1'],
    ['a page unloaded 1.5 s before its tab closed', 4.601, 6.101, 'sent 1'],
    ['a page unloaded soon after the commit', 4.6, 6, 'sent 1'],
  ])('%s', (_name, went, end, expected) => {
    const { state } = runSignals([one, press(2, 'native'), sign(went, 'navigated')], went);
    expect(settleClosedTab(state, at(end)).settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual([expected]);
  });
  it('keeps the empty state without fields and commits', () => {
    expect(emptyFormsState).toEqual({ fields: [], pressed: null });
    expect(settleByTime(emptyFormsState, at(1e6))).toEqual({ state: emptyFormsState, settled: [] });
    expect(settleClosedTab(emptyFormsState, at(1))).toEqual({ state: emptyFormsState, settled: [] });
    expect(stepForms(emptyFormsState, 'a', { kind: 'outcome', at: at(1), sign: 'toast-ok', scope: null })).toEqual({
      state: emptyFormsState,
      settled: [],
    });
    expect(
      stepForms(emptyFormsState, 'a', { kind: 'commit', at: at(1), commit: 'confirm', scope: 1, inDialog: false }),
    ).toEqual({ state: emptyFormsState, settled: [] });
  });
});
