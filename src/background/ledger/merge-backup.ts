/**
 * A backup merged into the ledger: first what would change, then, in one transaction, the change.
 * docs/decisions/0702-how-ledgers-merge.md
 *
 * Rows are a set by (sourceId, seq). A sealed part stands for every row of its source on its day; of two accounts of
 * one source's day the one made from more rows is kept, never both. Systems are the same where their hosts are.
 */
import type { Backup, BackupSystem } from '../../core/backup/backup-format.ts';
import { settingsToRestore } from '../../core/backup/backup-format.ts';
import { remapSystems } from '../../core/days/remap-systems.ts';
import type { SealedPart } from '../../core/days/roll-up.ts';
import { withoutSystems } from '../../core/days/without-system.ts';
import type { Day, Row, SystemKey } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import type { RestoreSummary } from '../../messages.ts';
import { type StoredSystem, watched } from './database.ts';
import { type DayRecord, daysOf, touchDays } from './day-records.ts';
import { type Answering, ownSettings } from './worker-context.ts';

export interface RestorePlan {
  readonly summary: RestoreSummary;
  readonly rows: readonly Row[];
  readonly systems: readonly StoredSystem[];
  /** Days whose sealed parts change, with all their sealed parts. */
  readonly sealed: ReadonlyMap<Day, readonly SealedPart[]>;
  readonly settings: Settings | null;
  readonly keys: ReadonlyMap<string, CryptoKey>;
  readonly digests: NonNullable<Backup['digests']>['rows'];
  readonly sample: boolean;
}

/** What restoring would change, to be shown. Changes nothing: not even a key is made for a host that is new here. */
export const inspectRestore = async (at: Answering, backup: Backup): Promise<RestoreSummary> =>
  (await planRestore({ ...at, keyOfHost: async (host) => host as SystemKey }, backup)).summary;

/** What restoring changes. */
export async function planRestore(at: Answering, backup: Backup): Promise<RestorePlan> {
  const { db } = at;
  const takesKeys = backup.digests !== null && (await db.count('keys')) === 0;
  const { systems, names, never } = await mapSystems(at, backup.systems, takesKeys);
  const rename = (key: SystemKey): SystemKey => names.get(key) ?? key;

  const records = new Map((await db.getAll('days')).map((record) => [record.day, record]));
  const isCovered = (row: Row) =>
    daysOf(row).every((day) =>
      records.get(day)?.sealed.some((part) => part.sourceId === row.sourceId && row.seq <= part.through),
    );
  const there = await seqsThere(at, new Set(backup.rows.map((row) => row.sourceId)));
  const rows: Row[] = [];
  let alreadyThere = 0;
  let refused = 0;
  for (const row of backup.rows) {
    if ('system' in row && never.has(row.system)) refused++;
    else if (there.get(row.sourceId)?.has(row.seq) || isCovered(row)) alreadyThere++;
    else rows.push('system' in row ? { ...row, system: rename(row.system) } : row);
  }

  const sealed = new Map<Day, readonly SealedPart[]>();
  let sealedDays = 0;
  for (const { day, sealed: parts } of backup.days) {
    const before = records.get(day)?.sealed ?? [];
    const after = await mergeParts(at, day, before, parts, rows);
    if (after === before) continue;
    sealedDays++;
    const mine = (part: SealedPart) =>
      before.includes(part) ? part : remapSystems(withoutSystems(part, never), rename);
    sealed.set(day, after.map(mine));
  }

  // What a policy restricts stays the owner's own choice underneath.
  const ours = await ownSettings(db);
  const taken = settingsToRestore(ours, backup.settings);
  const keys = new Map<string, CryptoKey>();
  if (takesKeys)
    for (const [id, bytes] of Object.entries(backup.digests?.keys ?? {})) keys.set(id, await at.importKey(bytes));

  return {
    summary: {
      added: rows.length,
      alreadyThere,
      refused,
      days: new Set([...backup.rows.map((row) => row.day), ...backup.days.map((d) => d.day)]).size,
      sealedDays,
      newHosts: systems.filter((s) => s.isNew).map((s) => s.host),
      settings: Object.keys(taken) as (keyof Settings)[],
      digests: backup.digests === null ? 'none' : takesKeys ? 'taken' : 'left',
      months: monthsOf(rows, [...sealed.keys()], backup),
    },
    rows,
    systems: systems.map(({ isNew: _, ...system }) => system),
    sealed,
    settings: Object.keys(taken).length === 0 ? null : { ...ours, ...taken },
    keys,
    digests: takesKeys ? (backup.digests?.rows ?? []) : [],
    sample: backup.sample,
  };
}

/** All or nothing: one transaction. */
export async function applyRestore(at: Answering, plan: RestorePlan): Promise<void> {
  const tx = at.db.transaction(['rows', 'days', 'systems', 'digests', 'keys', 'meta'], 'readwrite');
  watched(tx);
  const put = async () => {
    const days = tx.objectStore('days');
    // Not one by one: a failure ends the transaction, and the next request says so.
    for (const row of plan.rows)
      tx.objectStore('rows')
        .put(row)
        .catch(() => {});
    await touchDays(days, plan.rows);
    for (const [day, sealed] of plan.sealed) {
      const before: DayRecord = (await days.get(day)) ?? {
        day,
        systems: [],
        touched: 1,
        folded: 0,
        live: null,
        sealed: [],
      };
      const on = sealed.flatMap((part) => part.own.systems.map((s) => s.id as SystemKey));
      await days.put({
        ...before,
        systems: [...new Set([...before.systems, ...on])],
        touched: before.touched + 1,
        sealed,
      });
    }
    for (const system of plan.systems) await tx.objectStore('systems').put(system);
    const meta = tx.objectStore('meta');
    if (plan.sample) await meta.put('yes', 'sample');
    if (plan.settings !== null) await meta.put(plan.settings, 'settings');
    for (const [id, key] of plan.keys) await tx.objectStore('keys').put(key, id);
    for (const { digest, systems, week } of plan.digests)
      await tx.objectStore('digests').put({ systems, week }, digest);
  };
  try {
    await put();
  } catch (trouble) {
    const over = tx.done.catch(() => {}); // the abort; what went wrong is thrown below
    try {
      tx.abort();
    } catch {
      // A full disk has ended it already.
    }
    await over;
    // What was asked after a full disk had ended it knows only that it was over.
    throw tx.error ?? trouble;
  }
  await tx.done;
}

/** Which key each of the file's systems has here; systems of hosts that are never recorded have none. */
async function mapSystems(at: Answering, theirs: readonly BackupSystem[], keepKeys: boolean) {
  const ours = new Map((await at.db.getAll('systems')).map((system) => [system.host, system]));
  const names = new Map<SystemKey, SystemKey>();
  const never = new Set<SystemKey>();
  const systems: (StoredSystem & { readonly isNew: boolean })[] = [];
  for (const system of theirs) {
    const { key, host, catalogueId, kind, purpose, exempt } = system;
    if (at.standingOf(host).grant === 'never') {
      never.add(key);
      continue;
    }
    const known = ours.get(host);
    const own = known?.key ?? (keepKeys ? key : await at.keyOfHost(host));
    names.set(key, own);
    if (known === undefined) systems.push({ key: own, host, catalogueId, kind, purpose, exempt, isNew: true });
    else if (known.purpose === null && purpose !== null) systems.push({ ...known, purpose, isNew: false });
  }
  return { systems, names, never };
}

async function seqsThere(
  at: Answering,
  sources: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const there = new Map<string, ReadonlySet<number>>();
  for (const source of sources) {
    const keys = await at.db.getAllKeys('rows', IDBKeyRange.bound([source, 0], [source, Number.MAX_SAFE_INTEGER]));
    there.set(source, new Set(keys.map(([, seq]) => seq)));
  }
  return there;
}

/** Of each source the account that was made from more rows; `before` itself when nothing changes. */
async function mergeParts(
  at: Answering,
  day: Day,
  before: readonly SealedPart[],
  theirs: readonly SealedPart[],
  added: readonly Row[],
): Promise<readonly SealedPart[]> {
  const rowsIn = (parts: readonly SealedPart[]) => parts.reduce((sum, part) => sum + part.rows, 0);
  let after = before;
  for (const source of new Set(theirs.map((part) => part.sourceId))) {
    const offered = theirs.filter((part) => part.sourceId === source);
    const kept = before.filter((part) => part.sourceId === source);
    const through = Math.max(...offered.map((part) => part.through));
    const here = await at.db.getAllFromIndex('rows', 'day', day);
    const raw = [...here, ...added.filter((row) => row.day === day)].filter(
      (row) => row.sourceId === source && row.seq <= through && !kept.some((part) => part.through >= row.seq),
    ).length;
    if (rowsIn(offered) <= rowsIn(kept) + raw) continue;
    after = [...after.filter((part) => part.sourceId !== source), ...offered];
  }
  return after;
}

function monthsOf(rows: readonly Row[], sealed: readonly Day[], backup: Backup): RestoreSummary['months'] {
  const months = new Map<string, { days: Set<Day>; rows: number; newDays: number }>();
  const month = (day: Day) => {
    const name = day.slice(0, 7);
    const known = months.get(name) ?? { days: new Set<Day>(), rows: 0, newDays: 0 };
    months.set(name, known);
    return known;
  };
  for (const { day } of [...backup.rows, ...backup.days]) month(day).days.add(day);
  for (const { day } of rows) month(day).rows++;
  for (const day of sealed) month(day).newDays++;
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { days, rows, newDays }]) => ({ month: name, days: days.size, added: rows, sealedDays: newDays }));
}
