/** When a word counts, by classes of words alone, and how the lexicon becomes those classes. docs/rules.md */
import { describe, expect, it } from 'vitest';
import {
  isReportSubmission,
  isStudyKind,
  judgeWords,
  leadTimeOf,
  parseDueDate,
} from '../../../src/core/acts/judge-act.ts';
import type { EpochMs, WordsSeen } from '../../../src/core/events.ts';

interface Met {
  readonly sort?: WordsSeen['sort'];
  readonly on?: readonly string[];
  readonly near?: readonly string[];
  readonly due?: readonly string[];
  readonly kind?: string;
  readonly shown?: readonly string[];
  readonly page?: readonly string[];
}
const judged = ({
  sort = 'click',
  on = [],
  near = [],
  due = [],
  kind = 'gov-website',
  shown = [],
  page,
}: Met): string | null => {
  const verdict = judgeWords({ kind: 'words', at: 0 as EpochMs, sort, on, near, count: 1, due }, kind, shown, page);
  return verdict && `${verdict.form}: ${verdict.feature}`;
};

describe('a press', () => {
  it.each<[string, Met, string | null]>([
    ['of a plain word', { on: ['button check-in'] }, 'check-in: press'],
    ['of a word that reports at once', { on: ['direct micro-directive'] }, 'micro-directive: press'],
    ['of a reporting word', { on: ['report multi-reporting'] }, 'multi-reporting: report'],
    [
      'direct before reporting before plain',
      { on: ['button check-in', 'report multi-reporting', 'direct micro-directive'] },
      'micro-directive: press',
    ],
    ['reporting before plain', { on: ['button check-in', 'report multi-reporting'] }, 'multi-reporting: report'],
    ['with a friend near', { on: ['button check-in'], near: ['friend check-in'] }, null],
    ['with a friend on it', { on: ['button check-in', 'friend check-in'] }, null],
    ['with a friend of another form near', { on: ['button check-in'], near: ['friend ranking'] }, 'check-in: press'],
    [
      'the next one where the first has a friend',
      { on: ['button check-in', 'button photo-proof'], near: ['friend check-in'] },
      'photo-proof: press',
    ],
    ['of a weak word alone', { on: ['weak trace-keeping'] }, null],
    [
      'of a weak word beside its heading',
      { on: ['weak trace-keeping'], near: ['heading trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'of a weak word beside its medium word',
      { on: ['weak trace-keeping'], near: ['medium trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'of a weak word beside its label',
      { on: ['weak trace-keeping'], near: ['label trace-keeping'] },
      'trace-keeping: press',
    ],
    ['of a weak word beside another heading', { on: ['weak trace-keeping'], near: ['heading ranking'] }, null],
    [
      'of a weak word whose form the page shows',
      { on: ['weak trace-keeping'], page: ['heading trace-keeping'], shown: ['trace-keeping'] },
      null,
    ],
    [
      'of a weak reporting word',
      { on: ['weak multi-reporting'], near: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'of a weak reporting word, shown by the page',
      { on: ['weak multi-reporting'], page: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'of a weak reporting word, shown before',
      { on: ['weak multi-reporting'], shown: ['multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'of a weak reporting word, something else shown',
      { on: ['weak multi-reporting'], page: ['label multi-reporting'], shown: ['ranking'] },
      null,
    ],
    ['of an answer in a prompt', { on: ['answer'], near: ['prompt'] }, 'online-duration: prompt'],
    ['of an answer where one is logged out', { on: ['answer'], near: ['prompt', 'logout'] }, null],
    ['of an answer without a prompt', { on: ['answer'] }, null],
    ['of something else in a prompt', { on: [], near: ['prompt'] }, null],
    ['of nothing', {}, null],
    ['of a heading’s word', { on: ['heading ranking', 'title', 'number'] }, null],
  ])('%s', (_name, met, verdict) => expect(judged(met)).toBe(verdict));

  it.each<[string, Met, string | null]>([
    ['a task of the kind near', { near: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['ranks near', { near: ['heading ranking'] }, 'engagement-quota: press'],
    ['ranks on the page', { page: ['heading ranking'] }, 'engagement-quota: press'],
    ['tasks on the page', { page: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['ranks shown before', { shown: ['ranking'] }, 'engagement-quota: press'],
    ['tasks shown before', { shown: ['engagement-quota'] }, 'engagement-quota: press'],
    ['hours shown before', { shown: ['online-duration'], page: ['heading check-in'], near: ['medium ranking'] }, null],
    ['nothing shown', {}, null],
  ])('a like is a quota with %s', (_name, met, verdict) => {
    for (const kind of [
      'party-building',
      'cyberspace-newmedia',
      'civility-volunteer',
      'mass-organization',
      'party-study',
      'cadre-training',
      'professional-training',
    ])
      expect([kind, judged({ on: ['button engagement-quota'], kind, ...met })]).toEqual([kind, verdict]);
    expect(judged({ on: ['button engagement-quota'], kind: 'health', ...met })).toBeNull();
  });
  it('news stands in the way of a quota, but not where news is to be studied', () => {
    const met: Met = { on: ['button engagement-quota'], near: ['friend engagement-quota'], shown: ['ranking'] };
    for (const kind of ['party-study', 'cadre-training', 'professional-training']) {
      expect(isStudyKind(kind)).toBe(true);
      expect(judged({ ...met, kind })).toBe('engagement-quota: press');
      expect(judged({ ...met, kind, near: [], on: ['button check-in', 'friend check-in'] })).toBeNull();
    }
    expect([judged({ ...met, kind: 'party-building' }), isStudyKind('party-building')]).toEqual([null, false]);
  });
  it.each([
    ['service-platform', 'trace-keeping'],
    ['mail-meeting', 'check-in'],
    ['education', 'online-duration'],
  ])('on %s %s means something else', (kind, form) => {
    const press = { on: [`button ${form}`] };
    expect([judged({ ...press, kind }), judged(press)]).toEqual([null, `${form}: press`]);
    expect(judged({ on: ['button ranking'], kind })).toBe('ranking: press');
  });
});

describe('what is shown, given, replied', () => {
  const shown = (more: Met): Met => ({ sort: 'shown', ...more });
  it.each<[string, Met, string | null]>([
    ['a leaderboard', { on: ['title', 'heading ranking', 'number'] }, 'ranking: leaderboard'],
    ['a counter', { on: ['title', 'heading online-duration', 'number'] }, 'online-duration: counter'],
    ['a task', { on: ['title', 'heading engagement-quota'] }, 'engagement-quota: task'],
    ['a promotion', { on: ['title', 'heading forced-install'] }, 'forced-install: promotion'],
    ['ranks without figures', { on: ['title', 'heading ranking'] }, null],
    ['hours without figures', { on: ['title', 'heading online-duration'] }, null],
    ['no title', { on: ['heading ranking', 'number'] }, null],
    ['a form that nothing shows', { on: ['title', 'heading check-in', 'number'] }, null],
    ['nothing', { on: ['title', 'number'] }, null],
    ['a word of other meanings alone', { on: ['title', 'medium ranking', 'number'] }, null],
    [
      'a word of other meanings and its precise one',
      { on: ['title', 'medium ranking', 'heading ranking', 'number'] },
      'ranking: leaderboard',
    ],
    [
      'a word of other meanings on a page that shows the form',
      { on: ['title', 'medium ranking', 'number'], page: ['heading ranking'] },
      'ranking: leaderboard',
    ],
    [
      'a word of other meanings on a system that showed it',
      { on: ['title', 'medium ranking', 'number'], shown: ['ranking'] },
      'ranking: leaderboard',
    ],
    [
      'a precise word by itself needs no company',
      { on: ['title', 'heading ranking', 'number'], near: [] },
      'ranking: leaderboard',
    ],
    ['a friend', { on: ['title', 'heading ranking', 'number'], near: ['friend ranking'] }, null],
    ['a deadline', { on: ['due deadline-reply'], due: [',3,2,,'] }, 'deadline-reply: deadline'],
    ['a deadline without a date', { on: ['title', 'due deadline-reply'] }, null],
    ['a date without a deadline', { on: ['heading ranking'], due: [',3,2,,'] }, null],
    ['a date beside ranks', { on: ['title', 'heading ranking', 'number'], due: [',3,2,,'] }, 'ranking: leaderboard'],
    ['a deadline of the law', { on: ['due deadline-reply'], near: ['friend deadline-reply'], due: [',3,2,,'] }, null],
  ])('%s', (_name, met, verdict) => expect(judged(shown(met))).toBe(verdict));

  it.each<[string, Met, string | null]>([
    ['a picture with its label', { near: ['label photo-proof'] }, 'photo-proof: file'],
    ['a record with its label', { near: ['label trace-keeping'] }, 'trace-keeping: file'],
    ['a picture by the button', { near: ['button photo-proof'] }, 'photo-proof: file'],
    ['the label before the button', { near: ['button trace-keeping', 'label photo-proof'] }, 'trace-keeping: file'],
    ['another button', { near: ['button check-in', 'label ranking'] }, null],
    ['another button, then the label', { near: ['button check-in', 'label photo-proof'] }, 'photo-proof: file'],
    ['a heading', { near: ['heading photo-proof'] }, null],
    ['a friend', { near: ['label photo-proof', 'friend photo-proof'] }, null],
    ['materials of an applicant', { near: ['label trace-keeping'], kind: 'service-platform' }, null],
    ['nothing', {}, null],
  ])('a file: %s', (_name, met, verdict) => {
    expect(judged({ sort: 'change', ...met })).toBe(verdict);
    expect(judged({ sort: 'paste', ...met })).toBe(verdict?.replace('file', 'pasted-image') ?? null);
  });
  it('a short reply is a reply', () => expect(judged({ sort: 'reply' })).toBe('micro-directive: reply'));
});

describe('how far off a deadline is', () => {
  const h = 3_600_000;
  it.each([
    [0, null],
    [-1, null],
    [1, 'same-day'],
    [5 * h, 'same-day'],
    [5 * h + 1, 'under-24h'],
    [24 * h - 1, 'under-24h'],
    [24 * h, 'under-3d'],
    [72 * h - 1, 'under-3d'],
    [72 * h, 'under-7d'],
    [168 * h - 1, 'under-7d'],
    [168 * h, 'longer'],
    [366 * 24 * h, 'longer'],
    [366 * 24 * h + 1, null],
  ])('%d ms: %s', (ms, lead) => {
    const now = 1_000_000_000_000;
    expect(leadTimeOf(now as EpochMs, (now + ms) as EpochMs, (now + 5 * h) as EpochMs)).toBe(lead);
  });
  it('a date without a year is this year’s, without an hour the day’s end, without a minute the full hour', () => {
    const now = new Date('2026-06-01T12:00:00').getTime() as EpochMs;
    expect(new Date(parseDueDate(',7,2,,', now)).toISOString()).toBe(new Date('2026-07-03T00:00:00').toISOString());
    expect(parseDueDate('2027,7,2,9,', now)).toBe(new Date('2027-07-02T09:00:00').getTime());
    expect(parseDueDate('2027,7,2,9,30', now)).toBe(new Date('2027-07-02T09:30:00').getTime());
  });
});

it.each([
  [{ at: -1000, fields: 3, outcome: 'sent' }, true],
  [{ at: -1001, fields: 3, outcome: 'sent' }, false],
  [{ at: 30_000, fields: 3, outcome: 'sent' }, true],
  [{ at: 30_001, fields: 3, outcome: 'sent' }, false],
  [{ at: 0, fields: 2, outcome: 'sent' }, false],
  [{ at: 0, fields: 3, outcome: 'draft' }, false],
])('a submission %j is the report that was pressed for: %s', (sent, is) =>
  expect(isReportSubmission(0, sent)).toBe(is),
);

describe('a report is a submission of three fields or more that its control led to', () => {
  it.each([
    [{ at: 2_000, fields: 3, outcome: 'sent' }, true],
    [{ at: 2_000, fields: 2, outcome: 'sent' }, false],
    [{ at: 2_000, fields: 9, outcome: 'failed' }, false],
    [{ at: 40_000, fields: 9, outcome: 'sent' }, false],
  ])('%j: %s', (sent, is) => expect(isReportSubmission(0, sent)).toBe(is));
});
