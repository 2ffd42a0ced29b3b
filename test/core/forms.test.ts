import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitClass, EpochMs, OutcomeSeen } from '../../src/core/events.ts';
import {
  type Closed,
  closeForms,
  type FormsSignal,
  type FormsState,
  noForms,
  settleForms,
  stepForms,
} from '../../src/core/forms.ts';

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

function told(signals: readonly Told[], until = 60): { closed: Closed[]; state: FormsState } {
  let state = noForms;
  const closed: Closed[] = [];
  for (const [, frame, signal] of signals) {
    const step = stepForms(state, frame, signal);
    state = step.state;
    closed.push(...step.closed);
  }
  const end = settleForms(state, at(until));
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
    const { closed, state: after } = closeForms(state, at(end));
    expect(closed.map((c) => `${c.how} ${c.fields.length}`)).toEqual(expected);
    expect(after).toEqual(noForms);
    for (const c of closed) expect(c.at).toBeLessThanOrEqual(at(end));
  });
});
