/**
 * Who had the attention, and when: spans of one day → disjoint shares of systems. Every step is a union, a cut or
 * one sweep over sorted intervals, so order and duplicates change nothing. docs/measurement.md, "Time".
 */
import type { DropReason, EpochMs, LogEvent, Row, SystemKey } from '../events.ts';
import { type Interval, type Intervals, intersect, subtract, union } from './intervals.ts';

/** Disjoint stretches of one system's day. */
export interface Shares {
  readonly active: Intervals;
  readonly watching: Intervals;
  readonly unattended: Intervals;
}

export interface AttentionDay {
  readonly shares: ReadonlyMap<SystemKey, Shares>;
  /** Media that played while its page was hidden. */
  readonly background: ReadonlyMap<SystemKey, Intervals>;
  readonly dropped: Partial<Record<DropReason, number>>;
}

type Span = Extract<LogEvent, { kind: 'span' }>;

/** Visible media holds attention for thirty minutes after the last input, twenty-five after `idle` was told. */
const mediaAfterIdleMs = 25 * 60_000;
/** `idle` speaks of this long without input on the whole machine. */
const systemIdleMs = 5 * 60_000;
/** A worker that has to be started first hears of it later, by at most about this. */
const toldLateMs = 10_000;
/** Two windows that hand over the focus may disagree by less than this. */
const handOverMs = 1000;

/** Ledgers of two machines may be merged: a tab and an absence belong to one of them. */
const sourceOf = (event: LogEvent): string => (event as Partial<Row>).sourceId ?? '';

/** What the rows say of one tab. */
interface Tab {
  readonly source: string;
  readonly claims: Span[];
  readonly input: Interval[];
  readonly media: Interval[];
}

/** Shares of the attention between `start` and `end`; `idleMs` is how long an input is good for. */
export function shareAttention(
  events: readonly LogEvent[],
  { start, end, idleMs }: { readonly start: EpochMs; readonly end: EpochMs; readonly idleMs: number },
): AttentionDay {
  const day: Intervals = [{ start, end }];
  const tabs = new Map<string, Tab>();
  const played = new Map<SystemKey, Interval[]>();
  for (const event of events) {
    // An input shortly before the day is still good in it.
    if (event.kind !== 'span' || event.end + idleMs <= start || event.start >= end) continue;
    if (event.of === 'background') {
      played.set(event.system, [...(played.get(event.system) ?? []), event]);
      continue;
    }
    const source = sourceOf(event);
    const key = `${source} ${event.tab}`;
    let tab = tabs.get(key);
    if (tab === undefined) {
      tab = { source, claims: [], input: [], media: [] };
      tabs.set(key, tab);
    }
    if (event.of === 'presence') tab.claims.push(event);
    else if (event.of === 'media') tab.media.push(event);
    else tab.input.push({ start: event.start, end: event.end + idleMs });
  }

  const away = findAbsences(events, tabs.values(), idleMs);
  const pieces = new Map<SystemKey, { active: Interval[]; watching: Interval[]; unattended: Interval[] }>();
  const { owned, overlaps } = assignMoments(tabs.values(), day);
  for (const [tab, systems] of owned) {
    const { idle, locked } = away.get(tab.source) ?? { idle: [], locked: [] };
    const played = idle.map((i) => ({ start: i.start, end: Math.min(i.end, i.start + mediaAfterIdleMs) }));
    const gone = union(locked, subtract(idle, intersect(union(tab.media), played)));
    const input = union(tab.input);
    for (const [system, claimed] of systems) {
      const shown = union(claimed);
      // A lock ends it at once, however short ago the last input was.
      const active = subtract(intersect(shown, input), locked);
      const still = subtract(shown, active);
      const all = pieces.get(system) ?? { active: [], watching: [], unattended: [] };
      pieces.set(system, all);
      all.active.push(...active);
      all.watching.push(...subtract(still, gone));
      all.unattended.push(...intersect(still, gone));
    }
  }
  const shares = [...pieces].map(
    ([system, { active, watching, unattended }]) =>
      [system, { active: union(active), watching: union(watching), unattended: union(unattended) }] as const,
  );
  return {
    shares: new Map(shares),
    background: new Map([...played].map(([system, all]) => [system, intersect(union(all), day)])),
    dropped: overlaps > 0 ? { overlap: overlaps } : {},
  };
}

/**
 * Gives every moment to one tab: where two claim it, the one that came up later has it. From the latest claim back,
 * what is taken lies ahead as a stack whose top is the earliest.
 */
function assignMoments(tabs: Iterable<Tab>, day: Intervals) {
  const claims = [...tabs].flatMap((tab) => tab.claims.map((claim) => ({ tab, claim })));
  claims.sort((a, b) => b.claim.start - a.claim.start || (a.claim.tab < b.claim.tab ? -1 : 1));
  const owned = new Map<Tab, Map<SystemKey, Interval[]>>();
  const taken: Interval[] = [];
  for (const { tab, claim } of claims) {
    const free: Interval[] = [];
    let from: number = claim.start;
    let to: number = claim.end;
    for (let next = taken.at(-1); next !== undefined && next.start <= to; next = taken.at(-1)) {
      taken.pop();
      if (next.start > from) free.push({ start: from, end: Math.min(next.start, claim.end) });
      from = Math.max(from, next.end);
      to = Math.max(to, next.end);
    }
    if (from < claim.end) free.push({ start: from, end: claim.end });
    taken.push({ start: claim.start, end: to });
    const systems = owned.get(tab) ?? new Map<SystemKey, Interval[]>();
    owned.set(tab, systems);
    const before = systems.get(claim.system) ?? [];
    before.push(...intersect(free, day));
    systems.set(claim.system, before);
  }
  let overlaps = 0;
  for (const [tab, systems] of owned) {
    const lost = subtract(intersect(union(tab.claims), day), union([...systems.values()].flat()));
    overlaps += lost.filter((i) => i.end - i.start > handOverMs).length;
  }
  return { owned, overlaps };
}

interface Absence {
  idle: Intervals;
  locked: Intervals;
}

/** Stretches in which the browser saw nobody, per machine: from `idle` or `locked` to the next change or input. */
function findAbsences(events: readonly LogEvent[], tabs: Iterable<Tab>, idleMs: number): Map<string, Absence> {
  const changes = new Map<string, Extract<LogEvent, { kind: 'idle' }>[]>();
  for (const event of events)
    if (event.kind === 'idle') {
      const source = sourceOf(event);
      const before = changes.get(source);
      if (before === undefined) changes.set(source, [event]);
      else before.push(event);
    }
  const runs = new Map<string, Intervals>();
  for (const tab of tabs) runs.set(tab.source, union(runs.get(tab.source) ?? [], tab.input));
  const away = new Map<string, Absence>();
  for (const [source, all] of changes) {
    all.sort((a, b) => a.at - b.at);
    const found: { idle: Interval[]; locked: Interval[] } = { idle: [], locked: [] };
    const inputs = runs.get(source) ?? [];
    let run = 0;
    for (const [i, { at, state }] of all.entries()) {
      if (state === 'active') continue;
      // Who types is there, whatever was told.
      while (run < inputs.length && (inputs[run] as Interval).end - idleMs <= at) run++;
      const back = inputs[run]?.start ?? Number.POSITIVE_INFINITY;
      const next = all[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      // Within a run that was only interrupted, a lock lasts until it is told that it was opened.
      const wasOpened = state === 'locked' && next < (inputs[run]?.end ?? 0) - idleMs;
      const end = wasOpened ? next : Math.min(next, Math.max(back, at));
      // The last input seen here was the machine's last, when five minutes after it are just over.
      const since = (inputs[run - 1]?.end ?? Number.NEGATIVE_INFINITY) - idleMs + systemIdleMs;
      const isLate = state === 'idle' && since < at && at - since <= toldLateMs;
      if (end > at) found[state].push({ start: isLate ? since : at, end });
    }
    away.set(source, { idle: union(found.idle), locked: union(found.locked) });
  }
  return away;
}
