/** Tests how a day with all kinds of events is folded. docs/measurement.md */
import { describe, expect, it } from 'vitest';
import { foldDay } from '../../../../src/core/days/fold/fold-day.ts';
import type { LogEvent } from '../../../../src/core/events.ts';
import { act, context, entry, event, names, span, start, submission } from '../day-events.ts';

describe('foldDay', () => {
  it('folds all kinds of events; names a system by its host, or by its key if the ledger does not know the system', () => {
    const day = foldDay(
      [
        span('presence', 0, 60),
        span('background', 0, 30, 'z'),
        span('presence', 100, 130, 'b'),
        span('media', 100, 130, 'b'),
        entry({ fieldKind: 'phone' }),
        entry({ system: 'c' }),
        submission({ family: 'f' }),
        submission({ family: 'f', system: 'b' }),
        act({ system: 'd' }),
        event({ kind: 'login' }),
        event({ kind: 'self', burden: 'chain', minutes: 5 }),
        event({ kind: 'dropped', reason: 'too-many', count: 2 }),
        event({ kind: 'dropped', reason: 'too-many', count: 3 }),
        event({ kind: 'dropped', reason: 'overlap', count: 1 }),
      ],
      names,
      context,
    );
    const none = {
      activeMs: 0,
      watchingMs: 0,
      unattendedMs: 0,
      backgroundPlayMs: 0,
      visits: 0,
      entries: 0,
      submissions: 0,
      acts: 0,
    };
    const unknown = { catalogueId: null, kind: 'unknown', purpose: null, ...none };
    expect(day.systems).toEqual([
      {
        id: 'a.gov.cn',
        catalogueId: 'id-a',
        kind: 'health',
        purpose: 'study',
        ...none,
        watchingMs: 60_000,
        visits: 1,
        entries: 1,
        submissions: 1,
      },
      {
        id: 'b.gov.cn',
        catalogueId: 'id-b',
        kind: 'party-study',
        purpose: 'study',
        ...none,
        watchingMs: 30_000,
        visits: 1,
        submissions: 1,
      },
      { id: 'c', ...unknown, entries: 1 },
      { id: 'd', ...unknown, acts: 1 },
      { id: 'z', ...unknown, backgroundPlayMs: 30_000 },
    ]);
    expect(day.quarterHours.map((q) => q.system)).toEqual(['a.gov.cn', 'b.gov.cn']);
    expect(day.families).toEqual([{ id: 'f', systems: ['a.gov.cn', 'b.gov.cn'], submissions: 2, ms: 2000 }]);
    expect(day.fieldKinds).toEqual([{ kind: 'phone', systems: ['a.gov.cn'], entries: 1, repeats: 0 }]);
    expect(day.features).toEqual([
      { system: 'd', form: 'check-in', feature: 'press', count: 1, ms: 0 },
      { system: 'b.gov.cn', form: 'online-duration', feature: 'media', count: 0, ms: 30_000 },
    ]);
    expect(day.fragmentation).toEqual({ systems: 2, switches: 1, logins: 1 });
    expect(day.selfReported).toEqual({ chain: { count: 1, minutes: 5 } });
    expect(day.dropped).toEqual({ 'too-many': 5, overlap: 1 });
    expect([day.day, day.timeZone, day.definitionsVersion, day.attentionMs]).toEqual(['2026-03-02', 'UTC', 1, 90_000]);
  });

  it('counts events from the first instant of the day until just before the first instant of the next day', () => {
    const loginsAt = (moment: number) =>
      foldDay([event({ kind: 'login', at: moment })], names, context).fragmentation.logins;
    expect([loginsAt(start - 1), loginsAt(start), loginsAt(context.end - 1), loginsAt(context.end)]).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('sorts systems by attention (active plus watching), then by name', () => {
    const order = (events: readonly LogEvent[]) => foldDay(events, new Map(), context).systems.map((row) => row.id);
    const presence = (n: number, seconds: number, system: string) =>
      span('presence', n * 1000, n * 1000 + seconds, system);
    const input = (n: number, system: string) => span('input', n * 1000, n * 1000, system);
    expect(order([presence(0, 10, 'c'), presence(1, 20, 'b'), presence(2, 10, 'a'), input(2, 'a')])).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(
      order([presence(2, 10, 'a'), presence(0, 10, 'c'), presence(1, 200, 'd'), presence(3, 150, 'e'), input(3, 'e')]),
    ).toEqual(['d', 'e', 'a', 'c']);
    expect(order([presence(0, 100, 'x'), input(0, 'x'), presence(1, 90, 'y')])).toEqual(['x', 'y']);
  });
});
