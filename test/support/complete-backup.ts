/** Builds a backup with every kind of row and every field, including optional fields. */

import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { Day } from '../../src/core/events.ts';

/** A JSON value of any shape, so that a test can change it. */
// biome-ignore lint/suspicious/noExplicitAny: tests write values that the types forbid
export type AnyJson = any;

export const [systemA, systemB] = ['00112233aabb', 'ccdd44556677'] as const;
const noon = Date.parse('2026-03-02T12:00:00Z');
const day = '2026-03-02' as Day;

/** Returns a day with two systems and every field of the published schema. */
export function completeDay(): DaySummary {
  const system = {
    id: systemA,
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
      { ...system, id: systemB, catalogueId: null, purpose: null, activeMs: 400_000, watchingMs: 100_000 },
    ],
    quarterHours: [
      { start: 480, system: systemA, activeMs: 600_000, watchingMs: 300_000, afterHoursMs: 0 },
      { start: 1080, system: systemA, activeMs: 600_000, watchingMs: 300_000, afterHoursMs: 900_000 },
      { start: 600, system: systemB, activeMs: 400_000, watchingMs: 100_000, afterHoursMs: 0 },
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
      { id: 'aaaaaaaaaaaa', systems: [systemA, systemB], submissions: 2, ms: 40_000 },
      { id: 'bbbbbbbbbbbb', systems: [systemA], submissions: 1, ms: 20_000 },
    ],
    fieldKinds: [
      { kind: 'phone', systems: [systemA, systemB], entries: 4, repeats: 2 },
      { kind: 'name', systems: [systemA], entries: 3, repeats: 1 },
    ],
    tables: { pastes: 1, cells: 12, exports: 2, imports: 3, roundTrips: 1 },
    acts: { 'check-in': { count: 3, ms: 0 }, 'photo-proof': { count: 2, ms: 9_000 } },
    features: [
      { system: systemA, form: 'check-in', feature: 'press', count: 3, ms: 0 },
      { system: systemB, form: 'photo-proof', feature: 'file', count: 1, ms: 4_000 },
      { system: systemA, form: 'photo-proof', feature: 'file', count: 1, ms: 5_000 },
    ],
    leadTimes: { 'same-day': 1, longer: 2 },
    fragmentation: { systems: 2, switches: 5, logins: 2 },
    selfReported: { chain: { count: 1, minutes: 5 } },
    dropped: { overlap: 1 },
  } as DaySummary;
}

/** Returns a sealed part of that day. */
export function completePart(): AnyJson {
  const repeats = { repeatSameSystem: 1, repeatOtherSystem: 2, lastWeek: 20_510, focusMs: 900 };
  return {
    sourceId: 'fedcba9876543210',
    through: 11,
    rows: 9,
    by: '1 60000 35',
    own: completeDay(),
    exported: completeDay(),
    repeats: [
      { fieldKind: 'phone', label: null, entries: 5, ...repeats, systems: [systemA, systemB] },
      { fieldKind: null, label: 'abcabcabcabc', entries: 4, ...repeats, systems: [systemA] },
    ],
  };
}

/** Returns the content of a backup file. */
export function completeBackup(): AnyJson {
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
    row('span', { of: 'presence', system: systemA, tab: 't1' }, { start: noon, end: noon + 1000 }),
    row('idle', { state: 'locked' }),
    row('entry', {
      system: systemA,
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
      system: systemA,
      outcome: 'sent',
      family: 'aaaaaaaaaaaa',
      fieldKinds: ['phone', 'name'],
      fields: 5,
      eligible: 4,
      repeated: 3,
      ms: 30_000,
      nearDuplicate: false,
    }),
    row('table', { sort: 'paste', cells: 12, system: systemA }),
    row('act', { form: 'check-in', feature: 'press', lead: 'same-day', count: 1, ms: 0, system: systemA }),
    row('login', { system: systemB }),
    row('self', { burden: 'chain', minutes: 5 }),
    row('dropped', { reason: 'overlap', count: 2 }),
  ];
  const system = { key: systemA, host: 'mzt.gansu.gov.cn', catalogueId: 'a-portal', kind: 'civil-affairs' };
  return {
    format: 'fingertip-ledger-backup',
    version: 1,
    sample: false,
    rows,
    systems: [
      { ...system, purpose: 'reporting', exempt: false },
      { ...system, key: systemB, host: 'tj.gov.cn:8443', catalogueId: null, purpose: null, exempt: true },
    ],
    days: [{ day, sealed: [completePart()] }],
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
      rows: [{ digest: '586 phone abcdef', systems: [systemA], week: 20_510 }],
    },
  };
}
