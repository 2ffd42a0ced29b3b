/** Sums over the days of a period. Every figure of the dashboard is one of these sums or a quotient of two. */
import type { DaySummary, Purpose } from '../../core/days/day-summary.ts';
import type { BurdenForm, DropReason, PhoneBurden } from '../../core/events.ts';

export type PurposeOrNone = Purpose | 'none';
/** Stacking order of every chart, bottom first. */
export const purposeOrder: readonly PurposeOrNone[] = ['reporting', 'study', 'casework', 'none', 'personal'];

/** The sums of one system over the days of a period. */
export interface SystemTotal {
  readonly id: string;
  readonly kind: string;
  readonly catalogueId: string | null;
  readonly purpose: PurposeOrNone;
  attentionMs: number;
  unattendedMs: number;
  afterHoursMs: number;
  visits: number;
  entries: number;
  submissions: number;
  acts: number;
  days: number;
}

/** All sums over the days of a period. */
export interface Totals {
  readonly days: number;
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly unattendedMs: number;
  readonly byPurpose: Readonly<Record<PurposeOrNone, number>>;
  /** Sorted by attention, most first. */
  readonly systems: readonly SystemTotal[];
  readonly entries: DaySummary['entries'];
  readonly repeats: number;
  readonly submissions: DaySummary['submissions'];
  readonly acts: Partial<Record<BurdenForm, { count: number; ms: number }>>;
  readonly selfReported: Partial<Record<PhoneBurden, { count: number; minutes: number }>>;
  readonly dropped: Partial<Record<DropReason, number>>;
  readonly switches: number;
  readonly logins: number;
  readonly families: readonly { id: string; systems: readonly string[]; submissions: number }[];
}

const noTime = () => ({ ms: 0, afterMs: 0 });
/** Returns 0 for every purpose; `ms` is the attention, `afterMs` its part after hours. */
export const noTimeByPurpose = () => ({
  reporting: noTime(),
  study: noTime(),
  casework: noTime(),
  none: noTime(),
  personal: noTime(),
});

/** Returns the attention of one day by purpose, in milliseconds; `afterMs` is the part after hours. */
export function timeByPurpose(day: DaySummary) {
  const all = noTimeByPurpose();
  const purposes = new Map<string, PurposeOrNone>();
  for (const s of day.systems) {
    purposes.set(s.id, s.purpose ?? 'none');
    all[s.purpose ?? 'none'].ms += s.activeMs + s.watchingMs;
  }
  for (const q of day.quarterHours) all[purposes.get(q.system) ?? 'none'].afterMs += q.afterHoursMs;
  return all;
}

/** Adds up days. Systems are sorted by attention, form families by submissions, the largest first. */
export function periodTotals(days: readonly DaySummary[]): Totals {
  const systems = new Map<string, SystemTotal>();
  const families = new Map<string, { id: string; systems: Set<string>; submissions: number }>();
  const acts: Partial<Record<BurdenForm, { count: number; ms: number }>> = {};
  const selfReported: Partial<Record<PhoneBurden, { count: number; minutes: number }>> = {};
  const dropped: Partial<Record<DropReason, number>> = {};
  const byPurpose = { reporting: 0, study: 0, casework: 0, none: 0, personal: 0 };
  for (const day of days) {
    for (const [purpose, { ms }] of Object.entries(timeByPurpose(day))) byPurpose[purpose as PurposeOrNone] += ms;
    for (const s of day.systems) {
      const total = systems.get(s.id) ?? {
        id: s.id,
        kind: s.kind,
        catalogueId: s.catalogueId,
        purpose: s.purpose ?? 'none',
        attentionMs: 0,
        unattendedMs: 0,
        afterHoursMs: 0,
        visits: 0,
        entries: 0,
        submissions: 0,
        acts: 0,
        days: 0,
      };
      total.attentionMs += s.activeMs + s.watchingMs;
      total.unattendedMs += s.unattendedMs;
      total.visits += s.visits;
      total.entries += s.entries;
      total.submissions += s.submissions;
      total.acts += s.acts;
      total.days++;
      systems.set(s.id, total);
    }
    for (const q of day.quarterHours) {
      const total = systems.get(q.system);
      if (total !== undefined) total.afterHoursMs += q.afterHoursMs;
    }
    for (const f of day.families) {
      const family = families.get(f.id) ?? { id: f.id, systems: new Set(), submissions: 0 };
      for (const s of f.systems) family.systems.add(s);
      family.submissions += f.submissions;
      families.set(f.id, family);
    }
    for (const [form, act] of Object.entries(day.acts)) {
      const before = acts[form as BurdenForm] ?? { count: 0, ms: 0 };
      acts[form as BurdenForm] = { count: before.count + act.count, ms: before.ms + act.ms };
    }
    for (const [burden, entry] of Object.entries(day.selfReported)) {
      const before = selfReported[burden as PhoneBurden] ?? { count: 0, minutes: 0 };
      selfReported[burden as PhoneBurden] = {
        count: before.count + entry.count,
        minutes: before.minutes + entry.minutes,
      };
    }
    for (const [reason, count] of Object.entries(day.dropped))
      dropped[reason as DropReason] = (dropped[reason as DropReason] ?? 0) + count;
  }
  const sum = (valueIn: (day: DaySummary) => number) => days.reduce((all, day) => all + valueIn(day), 0);
  const sums = <T extends object>(valuesIn: (day: DaySummary) => T): T => {
    const all: Record<string, number> = {};
    for (const day of days)
      for (const [key, value] of Object.entries(valuesIn(day))) all[key] = (all[key] ?? 0) + (value as number);
    return all as T;
  };
  const entries = { ...noEntries, ...sums((d) => d.entries) };
  return {
    days: days.length,
    attentionMs: sum((d) => d.attentionMs),
    afterHoursMs: sum((d) => d.afterHoursMs),
    unattendedMs: [...systems.values()].reduce((all, s) => all + s.unattendedMs, 0),
    byPurpose,
    systems: [...systems.values()].sort((a, b) => b.attentionMs - a.attentionMs || (a.id < b.id ? -1 : 1)),
    entries,
    repeats: entries.repeatSameSystem + entries.repeatOtherSystem,
    submissions: { ...noSubmissions, ...sums((d) => d.submissions) },
    acts,
    selfReported,
    dropped,
    switches: sum((d) => d.fragmentation.switches),
    logins: sum((d) => d.fragmentation.logins),
    families: [...families.values()]
      .map((f) => ({ ...f, systems: [...f.systems].sort() }))
      .sort((a, b) => b.submissions - a.submissions || (a.id < b.id ? -1 : 1)),
  };
}

const noEntries: DaySummary['entries'] = {
  total: 0,
  eligible: 0,
  repeatSameSystem: 0,
  repeatOtherSystem: 0,
  focusMs: 0,
  repeatFocusMs: 0,
  pasted: 0,
  carried: 0,
  retypedCharacters: 0,
};
const noSubmissions: DaySummary['submissions'] = {
  total: 0,
  failed: 0,
  drafts: 0,
  nearDuplicate: 0,
  ms: 0,
  repeatMs: 0,
};
