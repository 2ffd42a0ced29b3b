/** Builds the events of one day, 2026-03-02 in UTC, for the tests of this folder. */
import type { KnownSystem } from '../../../src/core/days/fold/fold-day.ts';
import type { TimeContext } from '../../../src/core/days/fold/time-day.ts';
import type { Day, EpochMs, LogEvent, SystemKey } from '../../../src/core/events.ts';

export const start = Date.UTC(2026, 2, 2);
export const context: TimeContext = {
  day: '2026-03-02' as Day,
  timeZone: 'UTC',
  start: start as EpochMs,
  end: (start + 86_400_000) as EpochMs,
  idleMs: 60_000,
  hours: [[540, 1080]],
  restDay: false,
};
export const s = 1000;
/** The time 10:00, which is within working hours. */
export const ten = start + 36_000 * s;
export const event = (fields: object): LogEvent => ({ at: ten, system: 'a', ...fields }) as unknown as LogEvent;
/** Builds a span; `from` and `to` are seconds after 10:00. */
export const span = (of: string, from: number, to: number, system = 'a') =>
  event({ kind: 'span', of, start: ten + from * s, end: ten + to * s, tab: system, system });
export const entry = (fields: object) =>
  event({
    kind: 'entry',
    way: 'typed',
    fieldKind: null,
    label: null,
    eligible: false,
    repeat: 'none',
    characters: 3,
    focusMs: 10,
    ...fields,
  });
export const submission = (fields: object) =>
  event({
    kind: 'submission',
    outcome: 'sent',
    family: null,
    fieldKinds: [],
    fields: 4,
    eligible: 2,
    repeated: 1,
    ms: 1000,
    nearDuplicate: false,
    ...fields,
  });
export const act = (fields: object) =>
  event({ kind: 'act', form: 'check-in', feature: 'press', count: 1, ms: 0, ...fields });
/** The systems that the ledger knows. */
export const names = new Map(
  Object.entries({ a: ['a.gov.cn', 'health'], b: ['b.gov.cn', 'party-study'] }).map(([key, [host, kind]]) => [
    key as SystemKey,
    { host, kind, catalogueId: `id-${key}`, purpose: 'study' } as KnownSystem,
  ]),
);
