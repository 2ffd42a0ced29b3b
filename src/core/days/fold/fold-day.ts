/**
 * Folds one day's events into its `DaySummary`. The folder fold/ has one file for each topic. docs/measurement.md lists
 * the definitions.
 */

import type { DropReason, LogEvent, SystemKey } from '../../events.ts';
import { type DaySummary, definitionsVersion, type Purpose, type SystemDay } from '../day-summary.ts';
import { foldActs } from './fold-acts.ts';
import { foldForms } from './fold-forms.ts';
import { foldTime } from './fold-time.ts';
import type { TimeContext } from './time-day.ts';

/** What the ledger stores about a system. */
export interface KnownSystem {
  readonly host: string;
  readonly catalogueId: string | null;
  readonly kind: string;
  readonly purpose: Purpose | null;
}

/**
 * Folds a day. Expects the spans that touch the day, the `idle` events that apply to it, and the other events of the
 * day. A system that is not in `systems` is named by its key and gets the kind `unknown`.
 */
export function foldDay(
  events: readonly LogEvent[],
  systems: ReadonlyMap<SystemKey, KnownSystem>,
  context: TimeContext,
): DaySummary {
  const inDay = events.filter((e) => e.kind === 'span' || (e.at >= context.start && e.at < context.end));
  const time = foldTime(events, context);
  const forms = foldForms(inDay);
  const acts = foldActs(inDay, systems, context);
  const name = (key: SystemKey) => systems.get(key)?.host ?? key;
  const keys = new Set([...time.systems.keys(), ...forms.systems.keys(), ...acts.systems.keys()]);
  const rows: SystemDay[] = [...keys].map((key) => {
    const known = systems.get(key);
    const spent = time.systems.get(key);
    return {
      id: name(key),
      catalogueId: known?.catalogueId ?? null,
      kind: known?.kind ?? 'unknown',
      purpose: known?.purpose ?? null,
      activeMs: spent?.activeMs ?? 0,
      watchingMs: spent?.watchingMs ?? 0,
      unattendedMs: spent?.unattendedMs ?? 0,
      backgroundPlayMs: spent?.backgroundPlayMs ?? 0,
      visits: spent?.visits ?? 0,
      entries: forms.systems.get(key)?.entries ?? 0,
      submissions: forms.systems.get(key)?.submissions ?? 0,
      acts: acts.systems.get(key) ?? 0,
    };
  });
  rows.sort((a, b) => b.activeMs + b.watchingMs - a.activeMs - a.watchingMs || (a.id < b.id ? -1 : 1));
  const dropped: Partial<Record<DropReason, number>> = { ...time.dropped };
  for (const e of inDay) if (e.kind === 'dropped') dropped[e.reason] = (dropped[e.reason] ?? 0) + e.count;
  return {
    day: context.day,
    timeZone: context.timeZone,
    definitionsVersion,
    systems: rows,
    quarterHours: time.quarterHours.map((q) => ({ ...q, system: name(q.system) })),
    attentionMs: time.attentionMs,
    afterHoursMs: time.afterHoursMs,
    standardAfterHoursMs: time.standardAfterHoursMs,
    entries: forms.entries,
    submissions: forms.submissions,
    tables: forms.tables,
    families: forms.families.map((f) => ({ ...f, systems: f.systems.map(name) })),
    fieldKinds: forms.fieldKinds.map((f) => ({ ...f, systems: f.systems.map(name) })),
    acts: acts.acts,
    features: acts.features.map((f) => ({ ...f, system: name(f.system) })),
    leadTimes: acts.leadTimes,
    fragmentation: {
      systems: rows.filter((r) => r.activeMs + r.watchingMs > 0).length,
      switches: time.switches,
      logins: acts.logins,
    },
    selfReported: acts.selfReported,
    dropped,
  };
}
