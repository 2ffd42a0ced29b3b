/** The time of one day: evidence of attention → who had it, and when. docs/measurement.md, "Time". */
import type { Day, DropReason, EpochMs, LogEvent, SystemKey } from './events.ts';
import { type Intervals, intersect, measure, subtract, union } from './intervals.ts';

export interface TimeContext {
  readonly day: Day;
  readonly timeZone: string;
  /** The day's first instant and the next day's first, in that zone. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly idleMs: number;
  readonly hours: readonly (readonly [number, number])[];
  readonly restDay: boolean;
}

export interface SystemTime {
  readonly activeMs: number;
  readonly watchingMs: number;
  readonly unattendedMs: number;
  readonly backgroundPlayMs: number;
  readonly visits: number;
}

export interface TimeDay {
  readonly systems: ReadonlyMap<SystemKey, SystemTime>;
  readonly quarterHours: readonly {
    readonly start: number;
    readonly system: SystemKey;
    readonly activeMs: number;
    readonly watchingMs: number;
    readonly afterHoursMs: number;
  }[];
  readonly attentionMs: number;
  readonly afterHoursMs: number;
  readonly standardAfterHoursMs: number;
  readonly switches: number;
  readonly dropped: Partial<Record<DropReason, number>>;
}

type Span = Extract<LogEvent, { kind: 'span' }>;

/** Visible media holds attention for thirty minutes after the last input, twenty-five after `idle` was told. */
const mediaAfterIdleMs = 25 * 60_000;
const standardHours = [[8 * 60, 18 * 60]] as const;
const minute = 60_000;
const quarter = 15 * minute;

/** Folds the `span` and `idle` events that touch a day; others are ignored, order does not matter. */
export function foldTime(events: readonly LogEvent[], context: TimeContext): TimeDay {
  const day: Intervals = [{ start: context.start, end: context.end }];
  const spans = events.filter((e): e is Span => e.kind === 'span' && e.end > context.start && e.start < context.end);
  const owned = presenceByTab(spans);
  const away = absences(events);

  const parts = new Map<SystemKey, { active: Intervals; watching: Intervals; unattended: Intervals }>();
  for (const { tab, system, shown } of owned) {
    const of = (sort: Span['of']): Intervals => spans.filter((s) => s.of === sort && s.tab === tab);
    const active = intersect(
      shown,
      union(of('input').map((s) => ({ start: s.start, end: Math.max(s.end, s.start) + context.idleMs }))),
    );
    const still = subtract(shown, active);
    const media = union(of('media'));
    const playing = away.idle.map((i) => ({ start: i.start, end: Math.min(i.end, i.start + mediaAfterIdleMs) }));
    const gone = union(away.locked, subtract(away.idle, intersect(media, union(playing))));
    const watching = subtract(still, gone);
    const before = parts.get(system) ?? { active: [], watching: [], unattended: [] };
    parts.set(system, {
      active: union(before.active, intersect(active, day)),
      watching: union(before.watching, intersect(watching, day)),
      unattended: union(before.unattended, intersect(subtract(still, watching), day)),
    });
  }

  const systems = new Map<SystemKey, SystemTime>();
  const quarterHours: TimeDay['quarterHours'][number][] = [];
  const inHours = (hours: readonly (readonly [number, number])[]): Intervals =>
    context.restDay
      ? []
      : hours.map(([from, to]) => ({ start: context.start + from * minute, end: context.start + to * minute }));
  const own = inHours(context.hours);
  const standard = inHours(standardHours);
  const visits: { start: number; system: SystemKey }[] = [];
  let attention: Intervals = [];
  for (const [system, { active, watching, unattended }] of parts) {
    const attended = union(active, watching);
    attention = union(attention, attended);
    for (const { start } of attended) visits.push({ start, system });
    for (const start of quartersOf(attended, context.start)) {
      const slot = [{ start: context.start + start * minute, end: context.start + start * minute + quarter }];
      quarterHours.push({
        start,
        system,
        activeMs: measure(intersect(active, slot)),
        watchingMs: measure(intersect(watching, slot)),
        afterHoursMs: measure(subtract(intersect(attended, slot), own)),
      });
    }
    systems.set(system, {
      activeMs: measure(active),
      watchingMs: measure(watching),
      unattendedMs: measure(unattended),
      backgroundPlayMs: 0,
      visits: 0,
    });
  }
  visits.sort((a, b) => a.start - b.start);
  let switches = 0;
  let last: SystemKey | null = null;
  for (const { system } of visits) {
    if (system === last) continue;
    if (last !== null) switches++;
    last = system;
    const time = systems.get(system);
    if (time !== undefined) systems.set(system, { ...time, visits: time.visits + 1 });
  }
  for (const system of new Set(spans.filter((s) => s.of === 'background').map((s) => s.system))) {
    const played = intersect(union(spans.filter((s) => s.of === 'background' && s.system === system)), day);
    const none = { activeMs: 0, watchingMs: 0, unattendedMs: 0, visits: 0 };
    systems.set(system, { ...(systems.get(system) ?? none), backgroundPlayMs: measure(played) });
  }
  quarterHours.sort((a, b) => a.start - b.start || (a.system < b.system ? -1 : 1));
  return {
    systems,
    quarterHours,
    attentionMs: measure(attention),
    afterHoursMs: measure(subtract(attention, own)),
    standardAfterHoursMs: measure(subtract(attention, standard)),
    switches,
    dropped: {},
  };
}

/** Who was shown when. Where two tabs claim the same moment, the one that came up later has it. */
function presenceByTab(spans: readonly Span[]) {
  const claims = spans.filter((s) => s.of === 'presence').sort((a, b) => b.start - a.start || (a.tab < b.tab ? -1 : 1));
  const owned = new Map<string, { tab: Span['tab']; system: SystemKey; shown: Intervals }>();
  let taken: Intervals = [];
  for (const claim of claims) {
    const free = subtract([claim], taken);
    taken = union(taken, [claim]);
    const key = `${claim.tab} ${claim.system}`;
    const before = owned.get(key)?.shown ?? [];
    owned.set(key, { tab: claim.tab, system: claim.system, shown: union(before, free) });
  }
  return [...owned.values()];
}

/** Stretches in which `chrome.idle` saw nobody: from `idle` or `locked` to the next change. */
function absences(events: readonly LogEvent[]): { idle: Intervals; locked: Intervals } {
  const changes = events.filter((e) => e.kind === 'idle').sort((a, b) => a.at - b.at);
  const stretch = (state: 'idle' | 'locked') =>
    union(changes.flatMap((c, i) => (c.state === state ? [{ start: c.at, end: changes[i + 1]?.at ?? Infinity }] : [])));
  return { idle: stretch('idle'), locked: stretch('locked') };
}

/** Starts of the quarter hours that a set touches, in minutes after `dayStart`. */
function quartersOf(set: Intervals, dayStart: number): number[] {
  const starts = new Set<number>();
  for (const { start, end } of set)
    for (let q = Math.floor((start - dayStart) / quarter); dayStart + q * quarter < end; q++) starts.add(q * 15);
  return [...starts].sort((a, b) => a - b);
}
