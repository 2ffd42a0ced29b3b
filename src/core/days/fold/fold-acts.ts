/**
 * Folds the burden acts, logins and self-reports of one day. docs/measurement/acts.md,
 * docs/measurement/self-reported.md
 */
import { isStudyKind } from '../../acts/form-rules.ts';
import type { ActFeature, BurdenForm, LeadTime, LogEvent, PhoneBurden, SystemKey } from '../../events.ts';
import { intersect, measure, union } from '../../time/intervals.ts';
import type { DaySummary, FeatureDay } from '../day-summary.ts';

/** The acts of one day, with systems named by key. Fields without a comment are the same as in `DaySummary`. */
export interface ActsDay {
  /** Acts per system. */
  readonly systems: ReadonlyMap<SystemKey, number>;
  readonly acts: DaySummary['acts'];
  readonly features: readonly (Omit<FeatureDay, 'system'> & { readonly system: SystemKey })[];
  readonly leadTimes: DaySummary['leadTimes'];
  readonly logins: number;
  readonly selfReported: DaySummary['selfReported'];
}

/** One line of `features`. */
interface Line {
  readonly system: SystemKey;
  readonly form: BurdenForm;
  readonly feature: ActFeature | 'media';
  count: number;
  ms: number;
}

/**
 * Folds the `act`, `login` and `self` events of one day, and the spans of visible media on portals for study. Ignores
 * other events.
 */
export function foldActs(
  events: readonly LogEvent[],
  kinds: ReadonlyMap<SystemKey, { readonly kind: string }>,
  day: { readonly start: number; readonly end: number },
): ActsDay {
  const lines = new Map<string, Line>();
  const add = (line: Line) => {
    const key = `${line.form} ${line.feature} ${line.system}`;
    const before = lines.get(key) ?? { ...line, count: 0, ms: 0 };
    lines.set(key, { ...before, count: before.count + line.count, ms: before.ms + line.ms });
  };
  const leadTimes: Partial<Record<LeadTime, number>> = {};
  const selfReported: Partial<Record<PhoneBurden, { count: number; minutes: number }>> = {};
  const mediaSpans = new Map<SystemKey, { start: number; end: number }[]>();
  let logins = 0;
  for (const event of events) {
    if (event.kind === 'act') {
      const { system, form, feature = 'press', count, ms, lead } = event;
      add({ system, form, feature, count, ms });
      if (lead !== undefined) leadTimes[lead] = (leadTimes[lead] ?? 0) + count;
    } else if (event.kind === 'login') logins++;
    else if (event.kind === 'self') {
      const before = selfReported[event.burden] ?? { count: 0, minutes: 0 };
      selfReported[event.burden] = { count: before.count + 1, minutes: before.minutes + (event.minutes ?? 0) };
    } else if (event.kind === 'span' && event.of === 'media' && isStudyKind(kinds.get(event.system)?.kind ?? '')) {
      const { system, start, end } = event;
      mediaSpans.set(system, [...(mediaSpans.get(system) ?? []), { start, end }]);
    }
  }
  for (const [system, spans] of mediaSpans) {
    const ms = measure(intersect(union(spans), [day]));
    if (ms > 0) add({ system, form: 'online-duration', feature: 'media', count: 0, ms });
  }
  const systems = new Map<SystemKey, number>();
  const acts: Partial<Record<BurdenForm, { count: number; ms: number }>> = {};
  for (const { system, form, count, ms } of lines.values()) {
    systems.set(system, (systems.get(system) ?? 0) + count);
    const before = acts[form] ?? { count: 0, ms: 0 };
    acts[form] = { count: before.count + count, ms: before.ms + ms };
  }
  const features = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return { systems, acts, features, leadTimes, logins, selfReported };
}
