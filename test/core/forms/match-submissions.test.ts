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
type Told = readonly [seconds: number, frame: string, FormsSignal];
const field = (seconds: number, id: number, scope = 1, frame = 'a', characters = 8): Told => [
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
const press = (seconds: number, commit: CommitClass, scope: number | null = 1, frame = 'a', inDialog = false): Told => [
  seconds,
  frame,
  { kind: 'commit', at: at(seconds), commit, scope, inDialog },
];
const sign = (seconds: number, what: OutcomeSeen['sign'], frame = 'a'): Told => [
  seconds,
  frame,
  { kind: 'outcome', at: at(seconds), sign: what, scope: null },
];

function told(signals: readonly Told[], until = 60): { closed: SettledFields[]; state: FormsState } {
  let state = emptyFormsState;
  const closed: SettledFields[] = [];
  for (const [, frame, signal] of signals) {
    const step = stepForms(state, frame, signal);
    state = step.state;
    closed.push(...step.closed);
  }
  const end = settleByTime(state, at(until));
  return { closed: [...closed, ...end.closed], state: end.state };
}
const hows = (signals: readonly Told[], until = 60) =>
  told(signals, until).closed.map((c) => `${c.how} ${c.fields.length}`);

describe('which presses are submissions', () => {
  const two = [field(1, 1), field(2, 2)];
  it.each<[string, readonly Told[], readonly string[]]>([
    [
      'a commit that a message confirms',
      [...two, press(3, 'commit'), sign(3.2, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    [
      'a commit that only a request answers',
      [...two, press(3, 'commit'), sign(3.2, 'request-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    ['a commit whose page said nothing', [...two, press(3, 'commit'), sign(13, 'quiet')], []],
    [
      'an error code under HTTP 200',
      [...two, press(3, 'commit'), sign(3.2, 'request-ok'), sign(3.3, 'toast-failed'), sign(5.6, 'quiet')],
      ['failed 2'],
    ],
    [
      'a failed attempt, mended and sent',
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
    ['a native navigation, without another word', [...two, press(3, 'native'), sign(3.1, 'navigated')], ['sent 2']],
    [
      'a native navigation that comes back with errors',
      [...two, press(3, 'native'), sign(3.1, 'navigated'), sign(4, 'toast-failed', 'b')],
      ['failed 2'],
    ],
    ['a search', [...two, press(3, 'search'), sign(3.2, 'request-ok')], ['searched 2']],
    ['a reset', [...two, press(3, 'reset')], ['left 2']],
    ['a log-in', [...two, press(3, 'login'), sign(3.2, 'navigated')], []],
    [
      'a draft, then the real thing',
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
      'a delete with its confirmation',
      [...two, press(3, 'delete'), press(4, 'confirm', null, 'a', true), sign(4.2, 'request-ok'), sign(6.6, 'quiet')],
      [],
    ],
    [
      'a commit with its confirmation, long after',
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
    ['a confirmation of nothing', [...two, press(3, 'confirm', null, 'a', true), sign(3.2, 'toast-ok')], []],
    [
      'a step, then the commit',
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
      'another form of the frame stays',
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
    ['nothing was filled', [press(3, 'commit'), sign(3.1, 'toast-ok')], []],
    ['a field emptied again', [field(1, 1), field(2, 1, 1, 'a', 0), press(3, 'commit'), sign(3.1, 'toast-ok')], []],
    ['the page is left', [...two, sign(9, 'navigated')], ['left 2']],
    [
      'a field entered twice is one',
      [field(1, 1), field(2, 1), press(3, 'commit'), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals)).toEqual(expected);
  });

  it('a value entered again after a failed attempt is marked, an untouched one is not', () => {
    const { closed } = told([
      ...two,
      press(3, 'commit'),
      sign(3.2, 'toast-failed'),
      sign(5.6, 'quiet'),
      field(7, 2),
      press(8, 'commit'),
      sign(8.1, 'toast-ok'),
      sign(10.6, 'quiet'),
    ]);
    expect(closed[1]?.fields.map((f) => [f.key, f.again])).toEqual([
      ['a 1', false],
      ['a 2', true],
    ]);
  });

  it('no field is settled twice as an entry, none is invented', () => {
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
        const timed = list.map(([, frame, s], i): Told => [i, frame, { ...s, at: at(i) }]);
        const { closed, state } = told(timed, 100_000);
        const filled = timed.filter(([, , s]) => s.kind === 'field').length;
        const entries = closed.filter((c) => c.how === 'sent' || c.how === 'searched' || c.how === 'left');
        expect(entries.reduce((n, c) => n + c.fields.length, 0)).toBeLessThanOrEqual(filled);
        const objects = entries.flatMap((c) => c.fields.map((f) => `${f.key} ${f.at}`));
        expect(new Set(objects).size).toBe(objects.length);
        expect(state.fields).toEqual([]);
      }),
    );
  });
});

it('a field of another frame that was left for the button goes with it, told late or not', () => {
  const late = field(2.1, 2, 1, 'inner');
  const signals = [field(1, 1, 1, 'inner'), press(2, 'commit', null, 'top'), late, sign(3, 'toast-ok', 'top')];
  expect(hows(signals)).toEqual(['sent 2']);
  expect(hows([...signals.slice(0, 2), field(2.9, 2, 1, 'inner'), sign(3, 'toast-ok', 'top')])).toEqual(['sent 1']);
});

describe('the tab is closed', () => {
  it.each<[string, readonly Told[], number, readonly string[]]>([
    ['soon after the page went by a press', [field(1, 1), press(2, 'commit'), sign(2.8, 'navigated')], 3, ['sent 1']],
    [
      'with its page, late and without a word',
      [field(1, 1), press(2, 'commit'), sign(6, 'navigated')],
      6.2,
      ['left 1'],
    ],
    ['long after the page went by a press', [field(1, 1), press(2, 'commit'), sign(5, 'navigated')], 8, ['sent 1']],
    [
      'with its page, after a message of success',
      [field(1, 1), press(2, 'commit'), sign(3, 'toast-ok'), sign(6, 'navigated')],
      6.2,
      ['sent 1'],
    ],
    ['with nothing pressed', [field(1, 1), sign(6, 'navigated')], 6.2, []],
  ])('%s', (_name, signals, end, expected) => {
    const { state } = told(signals, signals.at(-1)?.[0] ?? 0);
    const { closed, state: after } = settleClosedTab(state, at(end));
    expect(closed.map((c) => `${c.how} ${c.fields.length}`)).toEqual(expected);
    expect(after).toEqual(emptyFormsState);
    for (const c of closed) expect(c.at).toBeLessThanOrEqual(at(end));
  });
});

describe('what belongs to what, to the millisecond', () => {
  const ok = (seconds: number, frame = 'a') => [sign(seconds, 'toast-ok', frame), sign(seconds + 2.5, 'quiet', frame)];
  const one = field(1, 1);
  it.each<[string, readonly Told[], readonly string[]]>([
    ['a sign 80 ms before the press', [one, press(3, 'commit'), sign(2.92, 'toast-ok'), sign(5, 'quiet')], ['sent 1']],
    ['a sign earlier than that', [one, press(3, 'commit'), sign(2.919, 'toast-ok'), sign(5, 'quiet')], []],
    ['a sign 10.5 s after it', [one, press(3, 'commit'), sign(13.5, 'toast-ok')], ['sent 1']],
    ['a sign later than that', [one, press(3, 'commit'), sign(13.501, 'toast-ok')], []],
    ['a confirmation 30 s after the press', [one, press(3, 'commit'), press(33, 'confirm'), ...ok(34)], ['sent 1']],
    ['a confirmation later than that', [one, press(3, 'commit'), press(33.001, 'confirm'), ...ok(34)], []],
    [
      'a button in a dialog without fields confirms',
      [one, press(3, 'commit'), press(20, 'commit', 9, 'a', true), ...ok(21)],
      ['sent 1'],
    ],
    ['another button in a dialog does not', [one, press(3, 'commit'), press(20, 'reset', 9, 'a', true), ...ok(21)], []],
    ['a commit button in a dialog with nothing asked', [one, press(3, 'commit', 1, 'a', true), ...ok(4)], []],
    ['a failure outweighs a request', [one, press(3, 'commit'), sign(3.1, 'request-failed'), ...ok(3.2)], ['failed 1']],
    [
      'a plain word of success outweighs a word of failure',
      [one, press(3, 'commit'), sign(3.1, 'toast-failed'), ...ok(3.2)],
      ['sent 1'],
    ],
    ['the form went', [one, press(3, 'commit'), sign(3.1, 'form-gone'), sign(6, 'quiet')], ['sent 1']],
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
      'pressed again within a second',
      [one, press(3, 'commit'), sign(3.2, 'toast-ok'), press(3.999, 'commit')],
      ['sent 1'],
    ],
    [
      'pressed again a second later, with the field filled again',
      [one, press(3, 'commit'), sign(3.2, 'toast-ok'), press(4, 'commit'), sign(4.1, 'toast-failed'), sign(7, 'quiet')],
      ['sent 1'],
    ],
    [
      'another button within a second is another press',
      [one, press(3, 'commit'), sign(3.2, 'request-failed'), press(3.5, 'draft'), ...ok(4)],
      ['failed 1', 'draft 1'],
    ],
    [
      'a double click answers nothing',
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
    ['a delete that succeeds leaves the entries waiting', [one, press(3, 'delete'), ...ok(3.1)], []],
    ['a delete without entries', [press(3, 'delete'), ...ok(3.1)], []],
    [
      'a delete with nothing filled still answers what was asked before',
      [one, press(3, 'commit'), sign(3.1, 'toast-ok'), press(5, 'delete', 7)],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals, signals.at(-1)?.[0] === undefined ? 60 : 90)).toEqual(expected);
  });

  it.each<[string, readonly Told[], readonly string[]]>([
    [
      'the same button a second later asks anew',
      [one, press(3, 'commit'), press(4, 'commit'), ...ok(14.2)],
      ['sent 1'],
    ],
    ['the same button within a second does not', [one, press(3, 'commit'), press(3.999, 'commit'), ...ok(13.6)], []],
    [
      'a delete’s own submit event sends nothing',
      [one, press(3, 'delete', 7), press(3.1, 'native', 1), ...ok(3.2)],
      [],
    ],
    [
      'a press of an empty form asks nothing',
      [one, press(3, 'commit', 7), press(3.5, 'commit', 1), ...ok(3.6)],
      ['sent 1'],
    ],
    ['a field emptied after the press', [one, press(3, 'commit'), field(3.5, 1, 1, 'a', 0), ...ok(4)], []],
    ['a sign after the page stopped looking', [one, press(3, 'commit'), sign(6, 'quiet'), sign(7, 'toast-ok')], []],
  ])('%s', (_name, signals, expected) => {
    expect(hows(signals, 90)).toEqual(expected);
  });
  it('a press that nothing answered can be confirmed for half a minute, then it is forgotten', () => {
    const asked = [one, press(3, 'commit'), sign(13, 'quiet')];
    expect(told(asked, 33).state.pressed).toMatchObject({ faded: true });
    expect(told(asked, 33.001).state.pressed).toBeNull();
    expect(told(asked, 33.001).state.fields).toHaveLength(1);
  });
  it('a log-in leaves an earlier step of another form alone', () => {
    const { state } = told([one, press(2, 'next'), field(3, 2, 2), press(4, 'login', 2)], 5);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
  });
  it('a tab that closes after an answer was sent, whatever the answer', () => {
    const { state } = told([one, press(2, 'native'), sign(5, 'request-ok')], 5);
    expect(settleClosedTab(state, at(5.5)).closed.map((c) => c.how)).toEqual(['sent']);
  });

  it.each<[CommitClass, string]>([
    ['search', 'searched 1'],
    ['reset', 'left 1'],
  ])('%s settles its own form only: same frame and same group', (commit, how) => {
    const { closed, state } = told([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, commit)], 3);
    expect(closed.map((c) => `${c.how} ${c.fields.length}`)).toEqual([how]);
    expect(closed[0]?.fields.map((f) => f.key)).toEqual(['a 1']);
    expect(state.fields.map((f) => f.key)).toEqual(['a 2', 'b 3']);
    // A search or a reset of nothing is nothing.
    expect(hows([field(1, 1), press(3, commit, 9)])).toEqual([]);
    expect(hows([field(1, 1), press(3, commit, null)])).toEqual([]);
  });
  it('a log-in forgets its fields, and no others', () => {
    const { closed, state } = told([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, 'login')], 3);
    expect(closed).toEqual([]);
    expect(state).toEqual({
      pressed: null,
      fields: [expect.objectContaining({ key: 'a 2' }), expect.objectContaining({ key: 'b 3' })],
    });
  });

  it('a control that stands apart sends its frame’s fields, else those of the frame filled last', () => {
    const all = [field(1, 1), field(1, 2, 2), field(2, 3, 1, 'b'), field(2, 4, 5, 'b')];
    const keys = (signals: readonly Told[]) =>
      told([...signals, sign(3.1, 'toast-ok', 'c'), sign(6, 'quiet', 'c')]).closed.map((c) =>
        c.fields.map((f) => f.key),
      );
    expect(keys([...all, press(3, 'commit', null, 'a')])).toEqual([['a 1', 'a 2']]);
    expect(keys([...all, press(3, 'commit', null, 'top')])).toEqual([['b 3', 'b 4']]);
    expect(keys([...all, press(3, 'commit', 1, 'b')])).toEqual([['b 3']]);
    expect(keys([...all, press(3, 'commit', 7, 'top')])).toEqual([]);
    expect(keys([press(3, 'commit', null, 'top')])).toEqual([]);
    // An earlier step goes with its own frame's commit only.
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 2, 'a')])).toEqual([['a 1', 'a 2']]);
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 5, 'b')])).toEqual([['b 4']]);
  });

  it('a field that is told again changes nothing, one that is changed keeps its first moment', () => {
    const [seconds, frame, signal] = one;
    const again = told([one, [seconds, frame, signal], field(4, 1)], 5).state.fields;
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
    expect(told([one], 5).state.fields[0]).toMatchObject({ focusMs: 500, at: at(1) });
    expect(told([one, field(2, 2), field(3, 1)], 5).state.fields.map((f) => f.key)).toEqual(['a 2', 'a 1']);
  });
  it('what a script filled is none, an empty choice is one, an empty text is none', () => {
    const way = (w: 'script' | 'picked' | 'typed', characters: number): Told => {
      const [s, f, signal] = field(1, 1, 1, 'a', characters);
      return [s, f, { ...signal, way: w } as FormsSignal];
    };
    const count = (told_: Told) => told([told_], 2).state.fields.length;
    expect([count(way('script', 5)), count(way('picked', 0)), count(way('typed', 0)), count(way('picked', 3))]).toEqual(
      [0, 1, 0, 1],
    );
  });
  it('a value that failed and is entered twice again stays one that was entered again', () => {
    const { closed } = told([
      one,
      press(2, 'commit'),
      sign(2.1, 'toast-failed'),
      sign(5, 'quiet'),
      field(6, 1),
      field(7, 1),
      press(8, 'commit'),
      ...ok(8.1),
    ]);
    expect(closed.map((c) => [c.how, c.fields.map((f) => [f.attempted, f.again])])).toEqual([
      ['failed', [[false, false]]],
      ['sent', [[false, true]]],
    ]);
  });

  it('entries that nobody sent are left after eight hours, and the oldest when there are too many', () => {
    const eight = 8 * 3600;
    expect(told([one], 1 + eight).state.fields).toHaveLength(1);
    const { closed, state } = told([one, field(2, 2)], 1 + eight + 0.001);
    expect(closed.map((c) => [c.how, c.at, c.fields.map((f) => f.key)])).toEqual([
      ['left', at(1 + eight + 0.001), ['a 1']],
    ]);
    expect(state.fields.map((f) => f.key)).toEqual(['a 2']);
    const many = Array.from({ length: 402 }, (_, i) => field(1 + i / 100, i));
    const full = told(many, 6);
    expect(full.state.fields).toHaveLength(400);
    expect(full.closed.map((c) => [c.how, c.at, c.fields.map((f) => f.key)])).toEqual([
      ['left', at(5), ['a 0']],
      ['left', at(5.01), ['a 1']],
    ]);
  });

  it('a page that goes takes its own unsent entries with it, and no others', () => {
    const { closed, state } = told([one, field(1, 2, 1, 'b'), sign(3, 'navigated', 'b')], 4);
    expect(closed.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['b 2']]]);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
    // Of a press, what it sends waits for the answer.
    const asked = told([one, field(1, 2, 2), press(2, 'native'), sign(3, 'navigated')], 4);
    expect(asked.closed.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['a 2']]]);
  });
  it('a frame of other fields that goes says nothing of a press', () => {
    expect(hows([one, press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')])).toEqual([]);
    // The frame of the button, and the frame of a field, do.
    expect(hows([one, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'top')])).toEqual(['sent 1']);
    expect(hows([one, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'a')])).toEqual(['sent 1']);
    expect(hows([one, field(1, 2, 1, 'c'), press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')])).toEqual([
      'left 1',
    ]);
  });
  it('a field of another frame told late belongs to the press up to 300 ms after it, and only where it had been filled', () => {
    const late = (seconds: number, frame = 'inner') =>
      hows([field(1, 1, 1, 'inner'), press(2, 'commit', null, 'top'), field(seconds, 2, 1, frame), ...ok(3, 'top')]);
    expect([late(2.3), late(2.301), late(2.1, 'other'), late(2.1, 'inn')]).toEqual([
      ['sent 2'],
      ['sent 1'],
      ['sent 1'],
      ['sent 1'],
    ]);
    // In the frame of the button it was filled after the press.
    expect(hows([one, press(2, 'commit'), field(2.1, 2), ...ok(3)])).toEqual(['sent 1']);
  });

  it.each<[string, number, number, string]>([
    ['a page that went with its tab', 4.601, 6.1, 'left 1'],
    ['a page that went 1.5 s before its tab', 4.601, 6.101, 'sent 1'],
    ['a page that went soon after the press', 4.6, 6, 'sent 1'],
  ])('%s', (_name, went, end, expected) => {
    const { state } = told([one, press(2, 'native'), sign(went, 'navigated')], went);
    expect(settleClosedTab(state, at(end)).closed.map((c) => `${c.how} ${c.fields.length}`)).toEqual([expected]);
  });
  it('nothing is nothing: no state without fields or a press', () => {
    expect(emptyFormsState).toEqual({ fields: [], pressed: null });
    expect(settleByTime(emptyFormsState, at(1e6))).toEqual({ state: emptyFormsState, closed: [] });
    expect(settleClosedTab(emptyFormsState, at(1))).toEqual({ state: emptyFormsState, closed: [] });
    expect(stepForms(emptyFormsState, 'a', { kind: 'outcome', at: at(1), sign: 'toast-ok', scope: null })).toEqual({
      state: emptyFormsState,
      closed: [],
    });
    expect(
      stepForms(emptyFormsState, 'a', { kind: 'commit', at: at(1), commit: 'confirm', scope: 1, inDialog: false }),
    ).toEqual({ state: emptyFormsState, closed: [] });
  });
});
