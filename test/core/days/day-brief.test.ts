/** Tests which main figures are extracted from a day summary. */
import { expect, it } from 'vitest';
import { briefOf } from '../../../src/core/days/day-brief.ts';
import { completeDay } from '../../support/complete-backup.ts';
import { system } from './summaries.ts';

it('extracts the main figures of a day', () => {
  const day = completeDay();
  const brief = briefOf({
    ...day,
    systems: [
      ...day.systems,
      system('x', { purpose: 'study', kind: 'party-study', activeMs: 1, watchingMs: 2 }),
      system('y', { purpose: 'reporting', kind: 'idle-kind', activeMs: 0, watchingMs: 0 }),
      system('z', { purpose: 'reporting', kind: 'civil-affairs', activeMs: 10, watchingMs: 0 }),
    ],
    selfReported: { chain: { count: 1, minutes: 5 }, forward: { count: 2, minutes: 7 } },
  });
  expect(brief).toEqual({
    day: '2026-03-02',
    rest: false,
    attentionMs: 2_300_000,
    afterHoursMs: 900_000,
    systems: 2,
    entries: 14,
    eligible: 9,
    repeats: 5,
    submissions: 6,
    repeatFocusMs: 20_000,
    repeatMs: 30_000,
    acts: 5,
    selfReported: 3,
    selfReportedMinutes: 12,
    purposeMs: { casework: 0, reporting: 1_800_010, study: 3, personal: 0, unclassified: 500_000 },
    purposeAfterHoursMs: { casework: 0, reporting: 900_000, study: 0, personal: 0, unclassified: 0 },
    kindMs: { 'civil-affairs': 2_300_010, 'party-study': 3 },
  });
  expect(briefOf({ ...day, day: '2026-03-01' as never }).rest).toBe(true);
});
