/**
 * Divides the attention of a day between systems. Turns spans of evidence into disjoint stretches per system. Every
 * step is a union, an intersection, a subtraction or one sweep over sorted intervals, so the result does not depend on
 * the order of the events or on duplicates. docs/measurement/attention.md
 */
import type { DropReason, EpochMs, LogEvent, Row, SystemKey } from '../events.ts';
import { type Interval, type Intervals, intersect, subtract, union } from './intervals.ts';

/** The stretches of one system on a day, by state. No two stretches overlap. */
export interface Shares {
  readonly active: Intervals;
  readonly watching: Intervals;
  readonly unattended: Intervals;
}

/** The shares of all systems. A moment belongs to at most one system. */
export interface AttentionDay {
  readonly shares: ReadonlyMap<SystemKey, Shares>;
  /** Times at which media played while its page was hidden. These times are not part of the shares. */
  readonly background: ReadonlyMap<SystemKey, Intervals>;
  readonly dropped: Partial<Record<DropReason, number>>;
}

type SpanEvent = Extract<LogEvent, { kind: 'span' }>;

/**
 * Visible media keeps attention for 30 minutes after the latest input. `idle` begins five minutes after this input, so
 * 25 minutes remain.
 */
const mediaAfterIdleMs = 25 * 60_000;
/** `chrome.idle` reports `idle` after this time without input on the computer. */
const systemIdleMs = 5 * 60_000;
/** The event `idle` may be late by up to this time, because the browser has to start the service worker. */
const maxIdleDelayMs = 10_000;
/** When the focus moves between windows, the spans of the two pages may overlap by less than this. */
const handOverMs = 1000;

/**
 * Returns the source (ledger) of an event. A day may hold rows of two computers. Tabs and absences are matched within
 * one computer only.
 */
const sourceOf = (event: LogEvent): string => (event as Partial<Row>).sourceId ?? '';

/** The spans of one tab. */
interface Tab {
  readonly source: string;
  /** Spans of presence. Each span claims the attention for the time of the span. */
  readonly claims: SpanEvent[];
  /** Runs of input, each prolonged by `idleMs`. */
  readonly input: Interval[];
  readonly media: Interval[];
}

/** Divides the attention between `start` and `end`. One input counts as activity for `idleMs`. */
export function shareAttention(
  events: readonly LogEvent[],
  { start, end, idleMs }: { readonly start: EpochMs; readonly end: EpochMs; readonly idleMs: number },
): AttentionDay {
  const day: Intervals = [{ start, end }];
  const tabs = new Map<string, Tab>();
  const played = new Map<SystemKey, Interval[]>();
  for (const event of events) {
    // An input shortly before the day may still count as activity in the day.
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

  const absences = findAbsences(events, tabs.values(), idleMs);
  const stretches = new Map<SystemKey, { active: Interval[]; watching: Interval[]; unattended: Interval[] }>();
  const { owned, overlaps } = assignMoments(tabs.values(), day);
  for (const [tab, systems] of owned) {
    const { idle, locked } = absences.get(tab.source) ?? { idle: [], locked: [] };
    const heldByMedia = idle.map((i) => ({ start: i.start, end: Math.min(i.end, i.start + mediaAfterIdleMs) }));
    const absent = union(locked, subtract(idle, intersect(union(tab.media), heldByMedia)));
    const input = union(tab.input);
    for (const [system, claimed] of systems) {
      const shown = union(claimed);
      // A lock ends activity at once, even right after an input.
      const active = subtract(intersect(shown, input), locked);
      const inactive = subtract(shown, active);
      const all = stretches.get(system) ?? { active: [], watching: [], unattended: [] };
      stretches.set(system, all);
      all.active.push(...active);
      all.watching.push(...subtract(inactive, absent));
      all.unattended.push(...intersect(inactive, absent));
    }
  }
  const shares = [...stretches].map(
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
 * Assigns every moment to one tab. When several tabs claim a moment, the tab whose claim started latest gets the
 * moment. The loop visits the claims from the latest start to the earliest. `taken` is a stack of the time assigned so
 * far, with the earliest interval on top.
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

/** The times at which nobody was at one computer. */
interface Absence {
  idle: Intervals;
  locked: Intervals;
}

/**
 * Returns the absences for each computer. An absence lasts from an event `idle` or `locked` to the next `idle` event
 * (of any state) or the next input, whichever comes first.
 */
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
  const absences = new Map<string, Absence>();
  for (const [source, all] of changes) {
    all.sort((a, b) => a.at - b.at);
    const found: { idle: Interval[]; locked: Interval[] } = { idle: [], locked: [] };
    const inputs = runs.get(source) ?? [];
    let run = 0;
    for (const [i, { at, state }] of all.entries()) {
      if (state === 'active') continue;
      // Input proves presence, even if `idle` reported the user away.
      while (run < inputs.length && (inputs[run] as Interval).end - idleMs <= at) run++;
      const nextInput = inputs[run]?.start ?? Number.POSITIVE_INFINITY;
      const nextChange = all[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      // When the run of input continues after the next change, the computer was unlocked in between, and the lock ends
      // at that change.
      const wasUnlocked = state === 'locked' && nextChange < (inputs[run]?.end ?? 0) - idleMs;
      const end = wasUnlocked ? nextChange : Math.min(nextChange, Math.max(nextInput, at));
      // `idle` is due five minutes after the latest input. If it was due shortly before `at`, the event came late.
      const since = (inputs[run - 1]?.end ?? Number.NEGATIVE_INFINITY) - idleMs + systemIdleMs;
      const isLate = state === 'idle' && since < at && at - since <= maxIdleDelayMs;
      if (end > at) found[state].push({ start: isLate ? since : at, end });
    }
    absences.set(source, { idle: union(found.idle), locked: union(found.locked) });
  }
  return absences;
}
