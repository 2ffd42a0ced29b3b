/** Folds the form filling of one day. docs/measurement/forms.md */
import type { LogEvent, SystemKey } from '../../events.ts';
import type { DaySummary } from '../day-summary.ts';

/** The figures of form filling on one day, with systems named by key. The fields are the same as in `DaySummary`. */
export interface FormsDay {
  readonly systems: ReadonlyMap<SystemKey, { readonly entries: number; readonly submissions: number }>;
  readonly entries: DaySummary['entries'];
  readonly submissions: DaySummary['submissions'];
  readonly tables: DaySummary['tables'];
  readonly families: readonly {
    readonly id: string;
    readonly systems: readonly SystemKey[];
    readonly submissions: number;
    readonly ms: number;
  }[];
  readonly fieldKinds: readonly {
    readonly kind: string;
    readonly systems: readonly SystemKey[];
    readonly entries: number;
    readonly repeats: number;
  }[];
}

/** Folds the `entry`, `submission` and `table` events of one day, in any order. Other events are ignored. */
export function foldForms(events: readonly LogEvent[]): FormsDay {
  const systems = new Map<SystemKey, { entries: number; submissions: number }>();
  const families = new Map<string, { systems: Set<SystemKey>; submissions: number; ms: number }>();
  const kinds = new Map<string, { systems: Set<SystemKey>; entries: number; repeats: number }>();
  const entries = {
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
  const submissions = { total: 0, failed: 0, drafts: 0, nearDuplicate: 0, ms: 0, repeatMs: 0 };
  const countsOf = (system: SystemKey) => getOrAdd(systems, system, () => ({ entries: 0, submissions: 0 }));
  for (const event of events) {
    if (event.kind === 'entry') {
      const repeated = event.repeat === 'same-system' || event.repeat === 'other-system';
      entries.total++;
      entries.focusMs += event.focusMs;
      if (event.eligible) entries.eligible++;
      if (event.repeat === 'same-system') entries.repeatSameSystem++;
      if (event.repeat === 'other-system') entries.repeatOtherSystem++;
      if (repeated) entries.repeatFocusMs += event.focusMs;
      if (event.way === 'pasted') entries.pasted++;
      if (event.carried) entries.carried++;
      if (repeated && (event.way === 'typed' || event.way === 'composed'))
        entries.retypedCharacters += event.characters;
      countsOf(event.system).entries++;
      if (event.fieldKind !== null) {
        const kind = getOrAdd(kinds, event.fieldKind, () => ({ systems: new Set(), entries: 0, repeats: 0 }));
        kind.systems.add(event.system);
        kind.entries++;
        if (repeated) kind.repeats++;
      }
    } else if (event.kind === 'submission') {
      if (event.outcome === 'failed') submissions.failed++;
      else if (event.outcome === 'draft') submissions.drafts++;
      else {
        submissions.total++;
        submissions.ms += event.ms;
        if (event.eligible > 0) submissions.repeatMs += Math.round((event.ms * event.repeated) / event.fields);
        if (event.nearDuplicate) submissions.nearDuplicate++;
        countsOf(event.system).submissions++;
        if (event.family !== null) {
          const family = getOrAdd(families, event.family, () => ({ systems: new Set(), submissions: 0, ms: 0 }));
          family.systems.add(event.system);
          family.submissions++;
          family.ms += event.ms;
        }
      }
    }
  }
  return {
    systems,
    entries,
    submissions,
    tables: foldTables(events),
    families: [...families]
      .map(([id, f]) => ({ id, systems: [...f.systems].sort(), submissions: f.submissions, ms: f.ms }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    fieldKinds: [...kinds]
      .map(([kind, k]) => ({ kind, systems: [...k.systems].sort(), entries: k.entries, repeats: k.repeats }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  };
}

/** Exports (or imports) of one system that follow each other within this time are counted once. */
const sameTableMs = 60_000;

function foldTables(events: readonly LogEvent[]): DaySummary['tables'] {
  const tables = { pastes: 0, cells: 0, exports: 0, imports: 0, roundTrips: 0 };
  /** Time of the latest export and of the latest import, for each system. */
  const lastExport = new Map<SystemKey, number>();
  const lastImport = new Map<SystemKey, number>();
  const moved = events.flatMap((e) => (e.kind === 'table' ? [e] : [])).sort((a, b) => a.at - b.at);
  for (const { sort, system, at, cells } of moved)
    if (sort === 'paste') {
      tables.pastes++;
      tables.cells += cells;
    } else if (sort === 'import') {
      if (at - (lastImport.get(system) ?? Number.NEGATIVE_INFINITY) > sameTableMs) {
        tables.imports++;
        if (lastExport.has(system)) tables.roundTrips++;
      }
      lastImport.set(system, at);
    } else {
      if (at - (lastExport.get(system) ?? Number.NEGATIVE_INFINITY) > sameTableMs) tables.exports++;
      lastExport.set(system, at);
    }
  return tables;
}

/** Returns the value of a key. When the key is missing, first stores the value `make()` under the key. */
function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
