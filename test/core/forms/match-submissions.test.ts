/** Tests how submissions are found in the events of one tab. docs/measurement/forms.md */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitClass, EpochMs, OutcomeSeen, Proof } from '../../../src/core/events.ts';
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
const withProof = (seconds: number, proof: Proof): TimedSignal => [
  seconds,
  'a',
  { kind: 'commit', at: at(seconds), commit: 'commit', scope: 1, inDialog: false, proof },
];
const logIn = (seconds: number): TimedSignal => [
  seconds,
  'a',
  { kind: 'commit', at: at(seconds), commit: 'login', scope: 1, inDialog: false, proof: 'login' },
];
/** A confirmation in a dialog, and the time of the press that opened the dialog. */
const confirmOf = (seconds: number, opened: number): TimedSignal => [
  seconds,
  'a',
  { kind: 'commit', at: at(seconds), commit: 'confirm', scope: null, inDialog: true, proof: 'sum', opened: at(opened) },
];
const sign = (seconds: number, outcome: OutcomeSeen['sign'], frame = 'a'): TimedSignal => [
  seconds,
  frame,
  { kind: 'outcome', at: at(seconds), sign: outcome, scope: null },
];

/** Folds the signals. Returns what was settled up to the time `until` (in seconds), and the state at that time. */
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
/** For each group of settled fields, returns how the group was settled and its number of fields, such as `sent 2`. */
const settledAs = (signals: readonly TimedSignal[], until = 60) =>
  runSignals(signals, until).settled.map((c) => `${c.how} ${c.fields.length}`);

describe('settled fields of a tab', () => {
  const twoFields = [field(1, 1), field(2, 2)];
  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    [
      'counts a commit as sent after a success message',
      [...twoFields, press(3, 'commit'), sign(3.2, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    [
      'counts a commit as sent if its request succeeds and no message appears',
      [...twoFields, press(3, 'commit'), sign(3.2, 'request-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    ['settles nothing for a commit without an outcome', [...twoFields, press(3, 'commit'), sign(13, 'quiet')], []],
    [
      'counts a commit as failed after an error message, even if its request succeeded',
      [...twoFields, press(3, 'commit'), sign(3.2, 'request-ok'), sign(3.3, 'toast-failed'), sign(5.6, 'quiet')],
      ['failed 2'],
    ],
    [
      'counts a failed attempt, and then counts the corrected attempt as sent',
      [
        ...twoFields,
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
    [
      'counts a native submit as sent if the page navigates without another sign of the outcome',
      [...twoFields, press(3, 'native'), sign(3.1, 'navigated')],
      ['sent 2'],
    ],
    [
      'counts a native submit as failed if the next page shows an error message',
      [...twoFields, press(3, 'native'), sign(3.1, 'navigated'), sign(4, 'toast-failed', 'b')],
      ['failed 2'],
    ],
    [
      'settles the fields of a search as searched',
      [...twoFields, press(3, 'search'), sign(3.2, 'request-ok')],
      ['searched 2'],
    ],
    ['settles fields as left when their form is reset', [...twoFields, press(3, 'reset')], ['left 2']],
    ['counts a log-in without its fields', [...twoFields, logIn(3), sign(3.2, 'navigated')], ['login 0']],
    [
      'counts no log-in if the next page shows the log-in again',
      [...twoFields, logIn(3), sign(3.2, 'navigated'), sign(4, 'login-shown', 'b')],
      [],
    ],
    [
      'counts an account and a password that are saved as a submission, and as a log-in if another page follows',
      [
        ...[field(1, 1), withProof(2, 'account'), sign(2.2, 'toast-ok'), sign(5, 'quiet')],
        ...[field(11, 1), withProof(12, 'account'), sign(12.2, 'navigated')],
      ],
      ['sent 1', 'login 0'],
    ],
    [
      'forgets the fields of a refused form that is cancelled, so that they are not sent later',
      [
        ...twoFields,
        press(3, 'commit'),
        sign(3.2, 'toast-failed'),
        sign(5.6, 'quiet'),
        press(7, 'cancel'),
        field(8, 2),
        press(9, 'commit'),
        sign(9.1, 'toast-ok'),
        sign(11.6, 'quiet'),
      ],
      ['failed 2', 'sent 1'],
    ],
    ['settles the fields of a form that is cancelled as left', [...twoFields, press(3, 'cancel')], ['left 2']],
    [
      'ends the commit when the question about it is answered with cancel',
      [...twoFields, press(3, 'commit'), press(5, 'cancel', null, 'a', true), sign(5.2, 'request-ok')],
      [],
    ],
    [
      'counts a draft, and then counts the commit of the same fields as sent',
      [
        ...twoFields,
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
      'settles nothing for a delete that is confirmed',
      [
        ...twoFields,
        press(3, 'delete'),
        press(4, 'confirm', null, 'a', true),
        sign(4.2, 'request-ok'),
        sign(6.6, 'quiet'),
      ],
      [],
    ],
    [
      'counts a commit as sent if the commit is confirmed after the page has stopped waiting for an outcome',
      [
        ...twoFields,
        press(3, 'commit'),
        sign(13, 'quiet'),
        press(20, 'confirm', null, 'a', true),
        sign(20.2, 'toast-ok'),
        sign(22.6, 'quiet'),
      ],
      ['sent 2'],
    ],
    [
      'ignores a confirmation without a commit',
      [...twoFields, press(3, 'confirm', null, 'a', true), sign(3.2, 'toast-ok')],
      [],
    ],
    [
      'sends the fields of an earlier step together with the final step',
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
      'sends only the fields of the committed form, not the fields of another form in the same frame',
      [field(1, 1, 1), field(2, 2, 2), press(3, 'commit', 2), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 1'],
    ],
    [
      'sends the form in a dialog frame when a button in the top frame is pressed',
      [...twoFields, press(3, 'commit', null, 'top'), sign(3.3, 'toast-ok', 'top'), sign(5.6, 'quiet', 'top')],
      ['sent 2'],
    ],
    [
      'counts a click and the submit event that it causes as one commit',
      [...twoFields, press(3, 'commit'), press(3.01, 'native'), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 2'],
    ],
    [
      'counts a double click as one commit',
      [...twoFields, press(3, 'commit'), press(3.2, 'commit'), sign(3.4, 'toast-ok'), sign(5.8, 'quiet')],
      ['sent 2'],
    ],
    ['ignores a commit without filled fields', [press(3, 'commit'), sign(3.1, 'toast-ok')], []],
    [
      'does not count a field that was filled and then emptied',
      [field(1, 1), field(2, 1, 1, 'a', 0), press(3, 'commit'), sign(3.1, 'toast-ok')],
      [],
    ],
    ['settles fields as left when their page is unloaded', [...twoFields, sign(9, 'navigated')], ['left 2']],
    [
      'sends a field once even if it is filled twice',
      [field(1, 1), field(2, 1), press(3, 'commit'), sign(3.1, 'toast-ok'), sign(5.6, 'quiet')],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(settledAs(signals)).toEqual(expected);
  });

  it('marks a value with `again` only if the value was entered again after a failed attempt', () => {
    const { settled } = runSignals([
      ...twoFields,
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

  it('settles each filled field at most once, and leaves no field pending', () => {
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

it('sends a field that is filled in another frame 0.1 s after the commit, but not one that is filled 0.9 s after the commit', () => {
  const late = field(2.1, 2, 1, 'inner');
  const signals = [field(1, 1, 1, 'inner'), press(2, 'commit', null, 'top'), late, sign(3, 'toast-ok', 'top')];
  expect(settledAs(signals)).toEqual(['sent 2']);
  expect(settledAs([...signals.slice(0, 2), field(2.9, 2, 1, 'inner'), sign(3, 'toast-ok', 'top')])).toEqual([
    'sent 1',
  ]);
});

describe('closing the tab', () => {
  it.each<[string, readonly TimedSignal[], number, readonly string[]]>([
    [
      'counts the commit as sent if the page was unloaded soon after the commit',
      [field(1, 1), press(2, 'commit'), sign(2.8, 'navigated')],
      3,
      ['sent 1'],
    ],
    [
      'settles the fields as left if the page was unloaded only because the tab closed, long after the commit',
      [field(1, 1), press(2, 'commit'), sign(6, 'navigated')],
      6.2,
      ['left 1'],
    ],
    [
      'counts the commit as sent if the page was unloaded long before the tab closed',
      [field(1, 1), press(2, 'commit'), sign(5, 'navigated')],
      8,
      ['sent 1'],
    ],
    [
      'counts the commit as sent if a success message came before the tab was closed',
      [field(1, 1), press(2, 'commit'), sign(3, 'toast-ok'), sign(6, 'navigated')],
      6.2,
      ['sent 1'],
    ],
    [
      'settles nothing if there was no commit, because the unload of the page has already settled the fields',
      [field(1, 1), sign(6, 'navigated')],
      6.2,
      [],
    ],
  ])('%s', (_name, signals, end, expected) => {
    const { state } = runSignals(signals, signals.at(-1)?.[0] ?? 0);
    const { settled, state: closedState } = settleClosedTab(state, at(end));
    expect(settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual(expected);
    expect(closedState).toEqual(emptyFormsState);
    for (const c of settled) expect(c.at).toBeLessThanOrEqual(at(end));
  });
});

describe('exact limits', () => {
  const ok = (seconds: number, frame = 'a') => [sign(seconds, 'toast-ok', frame), sign(seconds + 2.5, 'quiet', frame)];
  const oneField = field(1, 1);
  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    [
      'accepts a sign of the outcome 80 ms before the commit',
      [oneField, press(3, 'commit'), sign(2.92, 'toast-ok'), sign(5, 'quiet')],
      ['sent 1'],
    ],
    [
      'ignores a sign of the outcome 81 ms before the commit',
      [oneField, press(3, 'commit'), sign(2.919, 'toast-ok'), sign(5, 'quiet')],
      [],
    ],
    [
      'accepts a sign of the outcome 125 s after the commit',
      [oneField, press(3, 'commit'), sign(128, 'toast-ok')],
      ['sent 1'],
    ],
    [
      'ignores a sign of the outcome later than 125 s after the commit',
      [oneField, press(3, 'commit'), sign(128.001, 'toast-ok')],
      [],
    ],
    [
      'accepts a confirmation 30 s after a commit whose page has stopped waiting',
      [oneField, press(3, 'commit'), sign(13, 'quiet'), press(33, 'confirm'), ...ok(34)],
      ['sent 1'],
    ],
    [
      'ignores a confirmation later than 30 s after a commit whose page has stopped waiting',
      [oneField, press(3, 'commit'), sign(13, 'quiet'), press(33.001, 'confirm'), ...ok(34)],
      [],
    ],
    [
      'accepts a confirmation 125 s after a commit whose page still waits',
      [oneField, press(3, 'commit'), press(128, 'confirm'), ...ok(129)],
      ['sent 1'],
    ],
    [
      'ignores a confirmation in a dialog that a later press has opened',
      [oneField, press(3, 'commit'), confirmOf(6, 4.001), ...ok(7)],
      [],
    ],
    [
      'accepts a confirmation in a dialog that the commit itself has opened',
      [oneField, press(3, 'commit'), confirmOf(6, 3), ...ok(7)],
      ['sent 1'],
    ],
    [
      'waits for the watch of the frame that confirmed, not for the frame of the commit',
      [
        oneField,
        press(3, 'commit'),
        press(4, 'confirm', null, 'top', true),
        sign(5, 'quiet'),
        sign(6, 'toast-ok', 'top'),
        sign(7, 'quiet', 'top'),
      ],
      ['sent 1'],
    ],
    [
      'accepts the press of a commit button in a dialog as the confirmation of a pending commit',
      [oneField, press(3, 'commit'), press(20, 'commit', 9, 'a', true), ...ok(21)],
      ['sent 1'],
    ],
    [
      'does not accept the press of a reset button in a dialog as a confirmation',
      [oneField, press(3, 'commit'), press(20, 'reset', 9, 'a', true), ...ok(21)],
      [],
    ],
    [
      'ignores a commit button in a dialog if no commit is pending',
      [oneField, press(3, 'commit', 1, 'a', true), ...ok(4)],
      [],
    ],
    [
      'counts a commit as failed after a failed request, even if a success message follows',
      [oneField, press(3, 'commit'), sign(3.1, 'request-failed'), ...ok(3.2)],
      ['failed 1'],
    ],
    [
      'counts a commit as sent if a success message follows an error message',
      [oneField, press(3, 'commit'), sign(3.1, 'toast-failed'), ...ok(3.2)],
      ['sent 1'],
    ],
    [
      'counts a commit as sent if the form disappears',
      [oneField, press(3, 'commit'), sign(3.1, 'form-gone'), sign(6, 'quiet')],
      ['sent 1'],
    ],
    [
      'counts a commit as sent if the page resets the fields',
      [oneField, press(3, 'commit'), sign(3.1, 'fields-reset'), sign(6, 'quiet')],
      ['sent 1'],
    ],
    [
      'counts a commit as failed if the next page shows an error message within 4 s',
      [oneField, press(3, 'native'), sign(3, 'navigated'), sign(7, 'toast-failed', 'b')],
      ['failed 1'],
    ],
    [
      'counts a commit as sent if the next page shows an error message after more than 4 s',
      [oneField, press(3, 'native'), sign(3, 'navigated'), sign(7.001, 'toast-failed', 'b')],
      ['sent 1'],
    ],
    [
      'ignores a second press of the button less than one second after the commit',
      [oneField, press(3, 'commit'), sign(3.2, 'toast-ok'), press(3.999, 'commit')],
      ['sent 1'],
    ],
    [
      'settles the first commit as sent when its button is pressed again one second later',
      [
        oneField,
        press(3, 'commit'),
        sign(3.2, 'toast-ok'),
        press(4, 'commit'),
        sign(4.1, 'toast-failed'),
        sign(7, 'quiet'),
      ],
      ['sent 1'],
    ],
    [
      'treats the press of another button as a new commit, even within one second',
      [oneField, press(3, 'commit'), sign(3.2, 'request-failed'), press(3.5, 'draft'), ...ok(4)],
      ['failed 1', 'draft 1'],
    ],
    [
      'does not settle a commit at its submit event, so that a later error message counts',
      [
        oneField,
        press(3, 'commit'),
        sign(3.1, 'request-ok'),
        press(3.2, 'native'),
        sign(3.3, 'toast-failed'),
        sign(6, 'quiet'),
      ],
      ['failed 1'],
    ],
    [
      'settles nothing for a draft that fails',
      [oneField, press(3, 'draft'), sign(3.1, 'toast-failed'), sign(6, 'quiet')],
      [],
    ],
    ['keeps the fields pending after a successful delete', [oneField, press(3, 'delete'), ...ok(3.1)], []],
    ['settles nothing for a delete without filled fields', [press(3, 'delete'), ...ok(3.1)], []],
    [
      'settles the pending commit when a delete without filled fields follows',
      [oneField, press(3, 'commit'), sign(3.1, 'toast-ok'), press(5, 'delete', 7)],
      ['sent 1'],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(settledAs(signals, 200)).toEqual(expected);
  });

  it.each<[string, readonly TimedSignal[], readonly string[]]>([
    [
      'treats a second press of the button one second later as a new commit, and waits for the outcome of this commit',
      [oneField, press(3, 'commit'), press(4, 'commit'), ...ok(14.2)],
      ['sent 1'],
    ],
    [
      'does not wait longer for an outcome if the button is pressed again within one second',
      [oneField, press(3, 'commit'), press(3.999, 'commit'), ...ok(128.1)],
      [],
    ],
    [
      'sends nothing for the submit event that a delete causes',
      [oneField, press(3, 'delete', 7), press(3.1, 'native', 1), ...ok(3.2)],
      [],
    ],
    [
      'does not treat a commit without filled fields as the first press of a double click',
      [oneField, press(3, 'commit', 7), press(3.5, 'commit', 1), ...ok(3.6)],
      ['sent 1'],
    ],
    [
      'does not send a field that was emptied after the commit',
      [oneField, press(3, 'commit'), field(3.5, 1, 1, 'a', 0), ...ok(4)],
      [],
    ],
    [
      'ignores a sign of the outcome that comes after the page has stopped waiting for one',
      [oneField, press(3, 'commit'), sign(6, 'quiet'), sign(7, 'toast-ok')],
      [],
    ],
  ])('%s', (_name, signals, expected) => {
    expect(settledAs(signals, 90)).toEqual(expected);
  });
  it('keeps a commit without an outcome for 30 s, so that the commit can still be confirmed', () => {
    const unanswered = [oneField, press(3, 'commit'), sign(13, 'quiet')];
    expect(runSignals(unanswered, 33).state.pressed).toMatchObject({ faded: true });
    expect(runSignals(unanswered, 33.001).state.pressed).toBeNull();
    expect(runSignals(unanswered, 33.001).state.fields).toHaveLength(1);
  });
  it('keeps the fields of an earlier step of another form when a log-in follows', () => {
    const { state } = runSignals([oneField, press(2, 'next'), field(3, 2, 2), press(4, 'login', 2)], 5);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
  });
  it('counts a commit as sent when the tab closes after a success sign', () => {
    const { state } = runSignals([oneField, press(2, 'native'), sign(5, 'request-ok')], 5);
    expect(settleClosedTab(state, at(5.5)).settled.map((c) => c.how)).toEqual(['sent']);
  });

  it.each<[CommitClass, string]>([
    ['search', 'searched 1'],
    ['reset', 'left 1'],
  ])('a control of class %s settles only the fields in its frame and scope', (commit, how) => {
    const { settled, state } = runSignals([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, commit)], 3);
    expect(settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual([how]);
    expect(settled[0]?.fields.map((f) => f.key)).toEqual(['a 1']);
    expect(state.fields.map((f) => f.key)).toEqual(['a 2', 'b 3']);
    // A search or a reset settles nothing if no fields were filled.
    expect(settledAs([field(1, 1), press(3, commit, 9)])).toEqual([]);
    expect(settledAs([field(1, 1), press(3, commit, null)])).toEqual([]);
  });
  it('drops the fields of a log-in form without settling them, and keeps all other fields', () => {
    const { settled, state } = runSignals([field(1, 1), field(1, 2, 2), field(1, 3, 1, 'b'), press(3, 'login')], 3);
    expect(settled).toEqual([]);
    expect(state).toEqual({
      pressed: expect.objectContaining({ commit: 'login', keys: [] }),
      fields: [expect.objectContaining({ key: 'a 2' }), expect.objectContaining({ key: 'b 3' })],
    });
  });

  it('a control outside any scope sends the filled fields of its own frame; if there are none, those of the frame that was filled most recently', () => {
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
    // The fields of an earlier step are sent only with a commit in the same frame.
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 2, 'a')])).toEqual([['a 1', 'a 2']]);
    expect(keys([...all, press(2.5, 'next', 1, 'a'), press(3, 'commit', 5, 'b')])).toEqual([['b 4']]);
  });

  it('ignores an event that arrives twice; keeps the time of the first entry when a field is changed', () => {
    const [seconds, frame, signal] = oneField;
    const again = runSignals([oneField, [seconds, frame, signal], field(4, 1)], 5).state.fields;
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
    expect(runSignals([oneField], 5).state.fields[0]).toMatchObject({ focusMs: 500, at: at(1) });
    expect(runSignals([oneField, field(2, 2), field(3, 1)], 5).state.fields.map((f) => f.key)).toEqual(['a 2', 'a 1']);
  });
  it('counts a picked entry without characters, but neither an entry by a script nor a typed entry without characters', () => {
    const entryBy = (way: 'script' | 'picked' | 'typed', characters: number): TimedSignal => {
      const [seconds, frame, signal] = field(1, 1, 1, 'a', characters);
      return [seconds, frame, { ...signal, way } as FormsSignal];
    };
    const count = (entry: TimedSignal) => runSignals([entry], 2).state.fields.length;
    expect([
      count(entryBy('script', 5)),
      count(entryBy('picked', 0)),
      count(entryBy('typed', 0)),
      count(entryBy('picked', 3)),
    ]).toEqual([0, 1, 0, 1]);
  });
  it('keeps the mark `again` when a value is entered twice after a failed attempt', () => {
    const { settled } = runSignals([
      oneField,
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

  it('settles fields as left after eight hours; if more than 400 fields are pending, settles the oldest of them as left', () => {
    const eight = 8 * 3600;
    expect(runSignals([oneField], 1 + eight).state.fields).toHaveLength(1);
    const { settled, state } = runSignals([oneField, field(2, 2)], 1 + eight + 0.001);
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

  it('settles unsent fields as left when their frame is unloaded, and keeps the fields of other frames', () => {
    const { settled, state } = runSignals([oneField, field(1, 2, 1, 'b'), sign(3, 'navigated', 'b')], 4);
    expect(settled.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['b 2']]]);
    expect(state.fields.map((f) => f.key)).toEqual(['a 1']);
    // The fields of a pending commit wait for its outcome.
    const committed = runSignals([oneField, field(1, 2, 2), press(2, 'native'), sign(3, 'navigated')], 4);
    expect(committed.settled.map((c) => [c.how, c.fields.map((f) => f.key)])).toEqual([['left', ['a 2']]]);
  });
  it('takes the unload of a frame as a sign of the outcome only if the frame has the pressed control or a field of the commit', () => {
    expect(settledAs([oneField, press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')])).toEqual([]);
    // The unload of the frame with the button counts, and so does the unload of a frame with a field of the commit.
    expect(settledAs([oneField, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'top')])).toEqual(['sent 1']);
    expect(settledAs([oneField, press(2, 'commit', null, 'top'), sign(3, 'navigated', 'a')])).toEqual(['sent 1']);
    expect(
      settledAs([oneField, field(1, 2, 1, 'c'), press(2, 'commit'), sign(3, 'navigated', 'c'), sign(13, 'quiet')]),
    ).toEqual(['left 1']);
  });
  it('includes a field that was filled in another frame up to 300 ms after the commit, if the commit already has a field in that frame', () => {
    const late = (seconds: number, frame = 'inner') =>
      settledAs([
        field(1, 1, 1, 'inner'),
        press(2, 'commit', null, 'top'),
        field(seconds, 2, 1, frame),
        ...ok(3, 'top'),
      ]);
    expect([late(2.3), late(2.301), late(2.1, 'other'), late(2.1, 'inn')]).toEqual([
      ['sent 2'],
      ['sent 1'],
      ['sent 1'],
      ['sent 1'],
    ]);
    // A later field in the frame of the button is not part of the commit, because the field was filled after the press.
    expect(settledAs([oneField, press(2, 'commit'), field(2.1, 2), ...ok(3)])).toEqual(['sent 1']);
  });

  it.each<[string, number, number, string]>([
    [
      'settles the fields as left if the page was unloaded 2.601 s after the commit and 1.499 s before the tab closed',
      4.601,
      6.1,
      'left 1',
    ],
    ['counts the commit as sent if the page was unloaded 1.5 s before the tab closed', 4.601, 6.101, 'sent 1'],
    ['counts the commit as sent if the page was unloaded 2.6 s after the commit', 4.6, 6, 'sent 1'],
  ])('%s', (_name, unloadedAt, end, expected) => {
    const { state } = runSignals([oneField, press(2, 'native'), sign(unloadedAt, 'navigated')], unloadedAt);
    expect(settleClosedTab(state, at(end)).settled.map((c) => `${c.how} ${c.fields.length}`)).toEqual([expected]);
  });
  it('leaves the empty state unchanged', () => {
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
