/** Tests how the burden acts of one day are folded. */
import { describe, expect, it } from 'vitest';
import { foldActs } from '../../../../src/core/days/fold/fold-acts.ts';
import type { LogEvent } from '../../../../src/core/events.ts';
import { act, context, event, names, span } from '../day-events.ts';

describe('foldActs', () => {
  const fold = (events: readonly LogEvent[]) => foldActs(events, names, context);
  it('adds up acts by burden form, and by form, feature and system', () => {
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
  it('counts visible media as online time only on portals for study', () => {
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
    // Only the part of the media span within the day counts.
    expect(fold([media(50_390, 50_410, 'b')]).features).toMatchObject([{ ms: 10_000 }]);
    expect(fold([media(50_400, 50_410, 'b')]).features).toEqual([]);
    expect(fold([media(50_400, 50_410, 'b')]).acts).toEqual({});
  });
  it('adds up self-reported burdens; an event without minutes only raises the count', () => {
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
