/** A backup in which every kind of record and every field is used once, optional ones included. */

import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { Day } from '../../src/core/events.ts';

/** Anything in JSON, to be spoilt in a test. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into what the types forbid
export type Loose = any;

export const [here, there] = ['00112233aabb', 'ccdd44556677'] as const;
const noon = Date.parse('2026-03-02T12:00:00Z');
const day = '2026-03-02' as Day;

/** A day of two systems with every field of the published schema. */
export function wholeDay(): DaySummary {
  const system = {
    id: here,
    catalogueId: 'a-portal',
    kind: 'civil-affairs',
    purpose: 'reporting',
    activeMs: 1_200_000,
    watchingMs: 600_000,
    unattendedMs: 5,
    backgroundPlayMs: 6,
    visits: 2,
    entries: 7,
    submissions: 3,
    acts: 4,
  };
  return {
    day,
    timeZone: 'UTC',
    definitionsVersion: 1,
    systems: [
      system,
      { ...system, id: there, catalogueId: null, purpose: null, activeMs: 400_000, watchingMs: 100_000 },
    ],
    quarterHours: [
      { start: 480, system: here, activeMs: 600_000, watchingMs: 300_000, afterHoursMs: 0 },
      { start: 1080, system: here, activeMs: 600_000, watchingMs: 300_000, afterHoursMs: 900_000 },
      { start: 600, system: there, activeMs: 400_000, watchingMs: 100_000, afterHoursMs: 0 },
    ],
    attentionMs: 2_300_000,
    afterHoursMs: 900_000,
    standardAfterHoursMs: 900_000,
    entries: {
      total: 14,
      eligible: 9,
      repeatSameSystem: 2,
      repeatOtherSystem: 3,
      focusMs: 70_000,
      repeatFocusMs: 20_000,
      pasted: 1,
      carried: 1,
      retypedCharacters: 44,
    },
    submissions: { total: 6, failed: 1, drafts: 1, nearDuplicate: 1, ms: 90_000, repeatMs: 30_000 },
    families: [
      { id: 'aaaaaaaaaaaa', systems: [here, there], submissions: 2, ms: 40_000 },
      { id: 'bbbbbbbbbbbb', systems: [here], submissions: 1, ms: 20_000 },
    ],
    fieldKinds: [
      { kind: 'phone', systems: [here, there], entries: 4, repeats: 2 },
      { kind: 'name', systems: [here], entries: 3, repeats: 1 },
    ],
    tables: { pastes: 1, cells: 12, exports: 2, imports: 3, roundTrips: 1 },
    acts: { 'check-in': { count: 3, ms: 0 }, 'photo-proof': { count: 2, ms: 9_000 } },
    features: [
      { system: here, form: 'check-in', feature: 'press', count: 3, ms: 0 },
      { system: there, form: 'photo-proof', feature: 'file', count: 1, ms: 4_000 },
      { system: here, form: 'photo-proof', feature: 'file', count: 1, ms: 5_000 },
    ],
    leadTimes: { 'same-day': 1, longer: 2 },
    fragmentation: { systems: 2, switches: 5, logins: 2 },
    selfReported: { chain: { count: 1, minutes: 5 } },
    dropped: { overlap: 1 },
  } as DaySummary;
}

/** A part that was sealed, of that day. */
export function wholePart(): Loose {
  const repeats = { repeatSameSystem: 1, repeatOtherSystem: 2, lastWeek: 20_510, focusMs: 900 };
  return {
    sourceId: 'fedcba9876543210',
    through: 11,
    rows: 9,
    by: '1 60000 35',
    own: wholeDay(),
    exported: wholeDay(),
    repeats: [
      { fieldKind: 'phone', label: null, entries: 5, ...repeats, systems: [here, there] },
      { fieldKind: null, label: 'abcabcabcabc', entries: 4, ...repeats, systems: [here] },
    ],
  };
}

/** The whole file. */
export function wholeBackup(): Loose {
  let seq = 20;
  const row = (kind: string, fields: object, at: object = { at: noon }) => ({
    sourceId: 'fedcba9876543210',
    seq: seq++,
    day,
    timeZone: 'UTC',
    kind,
    ...at,
    ...fields,
  });
  const rows = [
    row('span', { of: 'presence', system: here, tab: 't1' }, { start: noon, end: noon + 1000 }),
    row('idle', { state: 'locked' }),
    row('entry', {
      system: here,
      way: 'typed',
      fieldKind: 'phone',
      label: 'abcabcabcabc',
      eligible: true,
      repeat: 'none',
      carried: true,
      characters: 11,
      focusMs: 900,
    }),
    row('submission', {
      system: here,
      outcome: 'sent',
      family: 'aaaaaaaaaaaa',
      fieldKinds: ['phone', 'name'],
      fields: 5,
      eligible: 4,
      repeated: 3,
      ms: 30_000,
      nearDuplicate: false,
    }),
    row('table', { sort: 'paste', cells: 12, system: here }),
    row('act', { form: 'check-in', feature: 'press', lead: 'same-day', count: 1, ms: 0, system: here }),
    row('login', { system: there }),
    row('self', { burden: 'chain', minutes: 5 }),
    row('dropped', { reason: 'overlap', count: 2 }),
  ];
  const system = { key: here, host: 'mzt.gansu.gov.cn', catalogueId: 'a-portal', kind: 'civil-affairs' };
  return {
    format: 'fingertip-ledger-backup',
    version: 1,
    sample: false,
    rows,
    systems: [
      { ...system, purpose: 'reporting', exempt: false },
      { ...system, key: there, host: 'tj.gov.cn:8443', catalogueId: null, purpose: null, exempt: true },
    ],
    days: [{ day, sealed: [wholePart()] }],
    settings: {
      consent: 1,
      pausedUntil: null,
      hours: [
        [540, 720],
        [840, 1080],
      ],
      idleMs: 120_000,
      retentionDays: 100,
      backgroundPlay: true,
      record: 'counts',
      repeatsThisSessionOnly: true,
      language: 'en',
      appearance: 'dark',
      largerText: true,
      hatchesAlways: true,
      discreet: true,
      badge: true,
      quiet: [[720, 840]],
      repeatView: { hidden: ['phone'], apart: ['label abcabcabcabc'], merged: { phone: 'mobile-phone' } },
    },
    digests: {
      keys: { 'values 586': Array.from({ length: 32 }, (_, i) => i * 8), labels: new Array(16).fill(255) },
      rows: [{ digest: '586 phone abcdef', systems: [here], week: 20_510 }],
    },
  };
}
