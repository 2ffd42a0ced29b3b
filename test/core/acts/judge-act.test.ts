/** When words count as burden acts, judged by their classes. docs/rules.md */
import { describe, expect, it } from 'vitest';
import { isStudyKind } from '../../../src/core/acts/form-rules.ts';
import { isReportSubmission, judgeWords, leadTimeOf, parseDueDate } from '../../../src/core/acts/judge-act.ts';
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

describe('a pressed control', () => {
  it.each<[string, Met, string | null]>([
    ['counts a word that stands alone', { on: ['button check-in'] }, 'check-in: press'],
    ['counts a word that reports with one press', { on: ['direct micro-directive'] }, 'micro-directive: press'],
    ['counts a reporting word', { on: ['report multi-reporting'] }, 'multi-reporting: report'],
    [
      'prefers direct to reporting to other words',
      { on: ['button check-in', 'report multi-reporting', 'direct micro-directive'] },
      'micro-directive: press',
    ],
    [
      'prefers reporting to other words',
      { on: ['button check-in', 'report multi-reporting'] },
      'multi-reporting: report',
    ],
    ['ignores a word with a friend nearby', { on: ['button check-in'], near: ['friend check-in'] }, null],
    ['ignores a word with a friend on the control', { on: ['button check-in', 'friend check-in'] }, null],
    [
      'counts a word with a friend of another form nearby',
      { on: ['button check-in'], near: ['friend ranking'] },
      'check-in: press',
    ],
    [
      'takes the next word when the first has a friend',
      { on: ['button check-in', 'button photo-proof'], near: ['friend check-in'] },
      'photo-proof: press',
    ],
    ['ignores a weak word alone', { on: ['weak trace-keeping'] }, null],
    [
      'counts a weak word near its heading',
      { on: ['weak trace-keeping'], near: ['heading trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'counts a weak word near its medium word',
      { on: ['weak trace-keeping'], near: ['medium trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'counts a weak word near its label',
      { on: ['weak trace-keeping'], near: ['label trace-keeping'] },
      'trace-keeping: press',
    ],
    ['ignores a weak word near another heading', { on: ['weak trace-keeping'], near: ['heading ranking'] }, null],
    [
      'ignores a weak word whose form the page shows elsewhere',
      { on: ['weak trace-keeping'], page: ['heading trace-keeping'], shown: ['trace-keeping'] },
      null,
    ],
    [
      'counts a weak reporting word near its heading',
      { on: ['weak multi-reporting'], near: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'counts a weak reporting word whose form the page shows',
      { on: ['weak multi-reporting'], page: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'counts a weak reporting word whose form was shown before',
      { on: ['weak multi-reporting'], shown: ['multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'ignores a weak reporting word when another form was shown',
      { on: ['weak multi-reporting'], page: ['label multi-reporting'], shown: ['ranking'] },
      null,
    ],
    ['counts the answer to a presence prompt', { on: ['answer'], near: ['prompt'] }, 'online-duration: prompt'],
    ['ignores the answer to a dialog that ends the session', { on: ['answer'], near: ['prompt', 'logout'] }, null],
    ['ignores an answer without a prompt', { on: ['answer'] }, null],
    ['ignores another control in a prompt', { on: [], near: ['prompt'] }, null],
    ['ignores a control without words', {}, null],
    ['ignores a word of headings on a control', { on: ['heading ranking', 'title', 'number'] }, null],
  ])('%s', (_name, met, verdict) => expect(judged(met)).toBe(verdict));

  it.each<[string, Met, string | null]>([
    ['a quota heading nearby', { near: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['a ranking nearby', { near: ['heading ranking'] }, 'engagement-quota: press'],
    ['a ranking on the page', { page: ['heading ranking'] }, 'engagement-quota: press'],
    ['tasks on the page', { page: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['a ranking shown before', { shown: ['ranking'] }, 'engagement-quota: press'],
    ['tasks shown before', { shown: ['engagement-quota'] }, 'engagement-quota: press'],
    [
      'online duration shown before',
      { shown: ['online-duration'], page: ['heading check-in'], near: ['medium ranking'] },
      null,
    ],
    ['nothing of the kind', {}, null],
  ])('judges a like with %s', (_name, met, verdict) => {
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
  it('lets news exclude a quota except on portals for study', () => {
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
  ])('ignores, on kind %s, form %s', (kind, form) => {
    const press = { on: [`button ${form}`] };
    expect([judged({ ...press, kind }), judged(press)]).toEqual([null, `${form}: press`]);
    expect(judged({ on: ['button ranking'], kind })).toBe('ranking: press');
  });
});

describe('headings, files and replies', () => {
  const shown = (more: Met): Met => ({ sort: 'shown', ...more });
  it.each<[string, Met, string | null]>([
    ['a leaderboard', { on: ['title', 'heading ranking', 'number'] }, 'ranking: leaderboard'],
    ['a counter', { on: ['title', 'heading online-duration', 'number'] }, 'online-duration: counter'],
    ['a task', { on: ['title', 'heading engagement-quota'] }, 'engagement-quota: task'],
    ['a promotion', { on: ['title', 'heading forced-install'] }, 'forced-install: promotion'],
    ['ignores a ranking without figures', { on: ['title', 'heading ranking'] }, null],
    ['ignores online duration without figures', { on: ['title', 'heading online-duration'] }, null],
    ['ignores words outside a title', { on: ['heading ranking', 'number'] }, null],
    ['ignores a form that no heading shows', { on: ['title', 'heading check-in', 'number'] }, null],
    ['nothing', { on: ['title', 'number'] }, null],
    ['ignores a medium word alone', { on: ['title', 'medium ranking', 'number'] }, null],
    [
      'counts a medium word with a heading word',
      { on: ['title', 'medium ranking', 'heading ranking', 'number'] },
      'ranking: leaderboard',
    ],
    [
      'counts a medium word on a page that shows the form',
      { on: ['title', 'medium ranking', 'number'], page: ['heading ranking'] },
      'ranking: leaderboard',
    ],
    [
      'counts a medium word on a system that showed the form',
      { on: ['title', 'medium ranking', 'number'], shown: ['ranking'] },
      'ranking: leaderboard',
    ],
    ['counts a heading word alone', { on: ['title', 'heading ranking', 'number'], near: [] }, 'ranking: leaderboard'],
    ['a friend', { on: ['title', 'heading ranking', 'number'], near: ['friend ranking'] }, null],
    ['a deadline', { on: ['due deadline-reply'], due: [',3,2,,'] }, 'deadline-reply: deadline'],
    ['a deadline without a date', { on: ['title', 'due deadline-reply'] }, null],
    ['a date without a deadline', { on: ['heading ranking'], due: [',3,2,,'] }, null],
    [
      'counts a ranking with a date',
      { on: ['title', 'heading ranking', 'number'], due: [',3,2,,'] },
      'ranking: leaderboard',
    ],
    [
      'ignores a statutory deadline',
      { on: ['due deadline-reply'], near: ['friend deadline-reply'], due: [',3,2,,'] },
      null,
    ],
  ])('%s', (_name, met, verdict) => expect(judged(shown(met))).toBe(verdict));

  it.each<[string, Met, string | null]>([
    ['a picture with its label', { near: ['label photo-proof'] }, 'photo-proof: file'],
    ['a record with its label', { near: ['label trace-keeping'] }, 'trace-keeping: file'],
    ['a picture near its button', { near: ['button photo-proof'] }, 'photo-proof: file'],
    ['the nearest of button and label', { near: ['button trace-keeping', 'label photo-proof'] }, 'trace-keeping: file'],
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
  it('counts a short reply', () => expect(judged({ sort: 'reply' })).toBe('micro-directive: reply'));
});

describe('lead times and dates', () => {
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
  ])('gives a deadline in %d ms the lead time %s', (ms, lead) => {
    const now = 1_000_000_000_000;
    expect(leadTimeOf(now as EpochMs, (now + ms) as EpochMs, (now + 5 * h) as EpochMs)).toBe(lead);
  });
  it('takes the current year, the end of the day and the full hour when they are missing', () => {
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
])('isReportSubmission of %j is %s', (sent, is) => expect(isReportSubmission(0, sent)).toBe(is));

describe('isReportSubmission', () => {
  it.each([
    [{ at: 2_000, fields: 3, outcome: 'sent' }, true],
    [{ at: 2_000, fields: 2, outcome: 'sent' }, false],
    [{ at: 2_000, fields: 9, outcome: 'failed' }, false],
    [{ at: 40_000, fields: 9, outcome: 'sent' }, false],
  ])('is for %j %s', (sent, is) => expect(isReportSubmission(0, sent)).toBe(is));
});
