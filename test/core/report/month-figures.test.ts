/** Tests how the figures of a month are added up from its days. */
import { describe, expect, it } from 'vitest';
import type { DaySummary, SystemDay } from '../../../src/core/days/day-summary.ts';
import { candidatesOf, monthFigures } from '../../../src/core/report/month-figures.ts';
import { completeDay } from '../../support/complete-backup.ts';

describe('monthFigures', () => {
  const system = (change: Partial<SystemDay>): SystemDay => ({ ...(completeDay().systems[0] as SystemDay), ...change });
  const day: DaySummary = {
    ...completeDay(),
    systems: [
      system({ kind: 'civil-affairs', activeMs: 5, watchingMs: 2 }),
      system({ kind: 'health', activeMs: 10, watchingMs: 0, purpose: null }),
      system({ kind: 'party-study', activeMs: 100, watchingMs: 0, purpose: 'personal' }),
      system({ kind: 'justice-politics-law', activeMs: 0, watchingMs: 0 }),
      system({ kind: 'nobody-knows', activeMs: 0, watchingMs: 1 }),
    ],
  };
  it('adds up the days of a month; leaves personal portals and portals without attention out of `units`', () => {
    const month = monthFigures([day, day]);
    expect(month).toEqual({
      days: 2,
      attentionMs: 4_600_000,
      afterHoursMs: 1_800_000,
      eligible: 18,
      repeated: 10,
      units: new Map([
        ['welfare', { attentionMs: 34 }],
        ['other', { attentionMs: 2 }],
      ]),
      families: new Map([
        ['aaaaaaaaaaaa', { systems: new Set(['00112233aabb', 'ccdd44556677']), submissions: 4, ms: 80_000 }],
        ['bbbbbbbbbbbb', { systems: new Set(['00112233aabb']), submissions: 2, ms: 40_000 }],
      ]),
      acts: new Map([
        ['photo-proof', 4],
        ['check-in', 6],
      ]),
      phone: new Map([['chain', 2]]),
    });
    expect(candidatesOf(month)).toEqual({
      unit: ['welfare', 'other'],
      obligation: ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'],
      act: ['photo-proof', 'check-in'],
      phone: ['chain'],
    });
    expect(monthFigures([])).toEqual({
      ...{ days: 0, attentionMs: 0, afterHoursMs: 0, eligible: 0, repeated: 0 },
      ...{ units: new Map(), families: new Map(), acts: new Map(), phone: new Map() },
    });
  });
});
