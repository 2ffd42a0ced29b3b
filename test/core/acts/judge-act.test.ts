/**
 * Tests when words count as burden acts, from the classes of the words. An *excluding word* (class `friend`) gives a
 * word nearby another meaning, so that this word does not count. docs/rules.md
 */
import { describe, expect, it } from 'vitest';
import { isStudyKind } from '../../../src/core/acts/form-rules.ts';
import { isReportSubmission, judgeWords, leadTimeOf, parseDueDate } from '../../../src/core/acts/judge-act.ts';
import type { EpochMs, WordsSeen } from '../../../src/core/events.ts';

/** What a page found; missing fields are empty. */
interface Found {
  readonly sort?: WordsSeen['sort'];
  readonly on?: readonly string[];
  readonly near?: readonly string[];
  readonly due?: readonly string[];
  readonly kind?: string;
  readonly shown?: readonly string[];
  readonly page?: readonly string[];
}
/** Returns the verdict as text, `check-in: press`, or null if the words do not count. */
const judged = ({
  sort = 'click',
  on = [],
  near = [],
  due = [],
  kind = 'gov-website',
  shown = [],
  page,
}: Found): string | null => {
  const verdict = judgeWords({ kind: 'words', at: 0 as EpochMs, sort, on, near, count: 1, due }, kind, shown, page);
  return verdict && `${verdict.form}: ${verdict.feature}`;
};

describe('a pressed control', () => {
  it.each<[string, Found, string | null]>([
    ['counts a word of class `button` alone', { on: ['button check-in'] }, 'check-in: press'],
    [
      'counts a word that sends a report with one press (class `direct`)',
      { on: ['direct micro-directive'] },
      'micro-directive: press',
    ],
    [
      'counts a word that sends a report with the next submission (class `report`)',
      { on: ['report multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'prefers class `direct` to `report` and `button`',
      { on: ['button check-in', 'report multi-reporting', 'direct micro-directive'] },
      'micro-directive: press',
    ],
    [
      'prefers class `report` to `button`',
      { on: ['button check-in', 'report multi-reporting'] },
      'multi-reporting: report',
    ],
    ['ignores a word with an excluding word nearby', { on: ['button check-in'], near: ['friend check-in'] }, null],
    ['ignores a word with an excluding word on the control', { on: ['button check-in', 'friend check-in'] }, null],
    [
      'counts a word if the excluding word nearby belongs to another form',
      { on: ['button check-in'], near: ['friend ranking'] },
      'check-in: press',
    ],
    [
      'counts the second word if an excluding word belongs to the first word',
      { on: ['button check-in', 'button photo-proof'], near: ['friend check-in'] },
      'photo-proof: press',
    ],
    ['ignores a weak word alone', { on: ['weak trace-keeping'] }, null],
    [
      'counts a weak word near a heading of the same form',
      { on: ['weak trace-keeping'], near: ['heading trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'counts a weak word near a medium word of the same form',
      { on: ['weak trace-keeping'], near: ['medium trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'counts a weak word near a label of the same form',
      { on: ['weak trace-keeping'], near: ['label trace-keeping'] },
      'trace-keeping: press',
    ],
    [
      'ignores a weak word near a heading of another form',
      { on: ['weak trace-keeping'], near: ['heading ranking'] },
      null,
    ],
    [
      'ignores a weak word if only another part of the page shows the form',
      { on: ['weak trace-keeping'], page: ['heading trace-keeping'], shown: ['trace-keeping'] },
      null,
    ],
    [
      'counts a weak word for a report near a heading of the same form',
      { on: ['weak multi-reporting'], near: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'counts a weak word for a report if another part of the page shows the form',
      { on: ['weak multi-reporting'], page: ['heading multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'counts a weak word for a report if the system has already shown the form',
      { on: ['weak multi-reporting'], shown: ['multi-reporting'] },
      'multi-reporting: report',
    ],
    [
      'ignores a weak word for a report if the system has shown only another form',
      { on: ['weak multi-reporting'], page: ['label multi-reporting'], shown: ['ranking'] },
      null,
    ],
    ['counts the answer to a presence prompt', { on: ['answer'], near: ['prompt'] }, 'online-duration: prompt'],
    ['ignores the answer to a dialog that ends the session', { on: ['answer'], near: ['prompt', 'logout'] }, null],
    ['ignores an answer without a prompt', { on: ['answer'] }, null],
    ['ignores another control in a prompt', { on: [], near: ['prompt'] }, null],
    ['ignores a control without words', {}, null],
    ['ignores a heading word on a control', { on: ['heading ranking', 'title', 'number'] }, null],
  ])('%s', (_name, found, verdict) => expect(judged(found)).toBe(verdict));

  it.each<[string, Found, string | null]>([
    ['counts a like near a quota heading', { near: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['counts a like near a ranking', { near: ['heading ranking'] }, 'engagement-quota: press'],
    ['counts a like on a page with a ranking', { page: ['heading ranking'] }, 'engagement-quota: press'],
    ['counts a like on a page with tasks', { page: ['heading engagement-quota'] }, 'engagement-quota: press'],
    ['counts a like if the system has already shown a ranking', { shown: ['ranking'] }, 'engagement-quota: press'],
    ['counts a like if the system has already shown tasks', { shown: ['engagement-quota'] }, 'engagement-quota: press'],
    [
      'ignores a like if the system has shown only other forms',
      { shown: ['online-duration'], page: ['heading check-in'], near: ['medium ranking'] },
      null,
    ],
    ['ignores a like without tasks or rankings', {}, null],
  ])('%s', (_name, found, verdict) => {
    for (const kind of [
      'party-building',
      'cyberspace-newmedia',
      'civility-volunteer',
      'mass-organization',
      'party-study',
      'cadre-training',
      'professional-training',
    ])
      expect([kind, judged({ on: ['button engagement-quota'], kind, ...found })]).toEqual([kind, verdict]);
    expect(judged({ on: ['button engagement-quota'], kind: 'health', ...found })).toBeNull();
  });
  it('ignores likes near news, except on portals for study', () => {
    const found: Found = { on: ['button engagement-quota'], near: ['friend engagement-quota'], shown: ['ranking'] };
    for (const kind of ['party-study', 'cadre-training', 'professional-training']) {
      expect(isStudyKind(kind)).toBe(true);
      expect(judged({ ...found, kind })).toBe('engagement-quota: press');
      expect(judged({ ...found, kind, near: [], on: ['button check-in', 'friend check-in'] })).toBeNull();
    }
    expect([judged({ ...found, kind: 'party-building' }), isStudyKind('party-building')]).toEqual([null, false]);
  });
  it.each([
    ['service-platform', 'trace-keeping'],
    ['mail-meeting', 'check-in'],
    ['education', 'online-duration'],
  ])('on portals of kind %s, ignores form %s', (kind, form) => {
    const press = { on: [`button ${form}`] };
    expect([judged({ ...press, kind }), judged(press)]).toEqual([null, `${form}: press`]);
    expect(judged({ on: ['button ranking'], kind })).toBe('ranking: press');
  });
});

describe('headings, files and replies', () => {
  const shown = (more: Found): Found => ({ sort: 'shown', ...more });
  it.each<[string, Found, string | null]>([
    ['counts a leaderboard', { on: ['title', 'heading ranking', 'number'] }, 'ranking: leaderboard'],
    [
      'counts a heading with online time and a number as a counter',
      { on: ['title', 'heading online-duration', 'number'] },
      'online-duration: counter',
    ],
    ['counts a task', { on: ['title', 'heading engagement-quota'] }, 'engagement-quota: task'],
    ['counts a promotion', { on: ['title', 'heading forced-install'] }, 'forced-install: promotion'],
    ['ignores a ranking without numbers', { on: ['title', 'heading ranking'] }, null],
    ['ignores online time without numbers', { on: ['title', 'heading online-duration'] }, null],
    ['ignores words outside a title', { on: ['heading ranking', 'number'] }, null],
    ['ignores a form for which headings do not count', { on: ['title', 'heading check-in', 'number'] }, null],
    ['ignores a title without words', { on: ['title', 'number'] }, null],
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
    [
      'ignores a heading with an excluding word nearby',
      { on: ['title', 'heading ranking', 'number'], near: ['friend ranking'] },
      null,
    ],
    ['counts a deadline with a date', { on: ['due deadline-reply'], due: [',3,2,,'] }, 'deadline-reply: deadline'],
    ['ignores a deadline without a date', { on: ['title', 'due deadline-reply'] }, null],
    ['ignores a date without a deadline', { on: ['heading ranking'], due: [',3,2,,'] }, null],
    [
      'counts a ranking that has a date',
      { on: ['title', 'heading ranking', 'number'], due: [',3,2,,'] },
      'ranking: leaderboard',
    ],
    [
      'ignores a statutory deadline',
      { on: ['due deadline-reply'], near: ['friend deadline-reply'], due: [',3,2,,'] },
      null,
    ],
  ])('%s', (_name, found, verdict) => expect(judged(shown(found))).toBe(verdict));

  it.each<[string, Found, string | null]>([
    ['counts a file with the label of a picture', { near: ['label photo-proof'] }, 'photo-proof: file'],
    ['counts a file with the label of a record', { near: ['label trace-keeping'] }, 'trace-keeping: file'],
    ['counts a file near a button for pictures', { near: ['button photo-proof'] }, 'photo-proof: file'],
    [
      'counts the form of the nearest button or label',
      { near: ['button trace-keeping', 'label photo-proof'] },
      'trace-keeping: file',
    ],
    [
      'ignores buttons and labels of forms that are not about files',
      { near: ['button check-in', 'label ranking'] },
      null,
    ],
    [
      'counts the label behind a button of a form that is not about files',
      { near: ['button check-in', 'label photo-proof'] },
      'photo-proof: file',
    ],
    ['ignores a heading', { near: ['heading photo-proof'] }, null],
    ['ignores a label with an excluding word nearby', { near: ['label photo-proof', 'friend photo-proof'] }, null],
    [
      'ignores the materials of an applicant on a service platform',
      { near: ['label trace-keeping'], kind: 'service-platform' },
      null,
    ],
    ['ignores a file without words nearby', {}, null],
  ])('a chosen file or pasted image: %s', (_name, found, verdict) => {
    expect(judged({ sort: 'change', ...found })).toBe(verdict);
    expect(judged({ sort: 'paste', ...found })).toBe(verdict?.replace('file', 'pasted-image') ?? null);
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
  ])('for a deadline in %d ms, returns the lead time %s', (ms, lead) => {
    const now = 1_000_000_000_000;
    expect(leadTimeOf(now as EpochMs, (now + ms) as EpochMs, (now + 5 * h) as EpochMs)).toBe(lead);
  });
  it('uses the current year, the end of the day and the full hour for missing parts of a date', () => {
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
])('for a press at time 0 and the submission %j, isReportSubmission returns %s', (sent, expected) =>
  expect(isReportSubmission(0, sent)).toBe(expected),
);

describe('isReportSubmission', () => {
  it.each([
    [{ at: 2_000, fields: 3, outcome: 'sent' }, true],
    [{ at: 2_000, fields: 2, outcome: 'sent' }, false],
    [{ at: 2_000, fields: 9, outcome: 'failed' }, false],
    [{ at: 40_000, fields: 9, outcome: 'sent' }, false],
  ])('for a press at time 0 and the submission %j, isReportSubmission returns %s', (sent, expected) =>
    expect(isReportSubmission(0, sent)).toBe(expected),
  );
});
