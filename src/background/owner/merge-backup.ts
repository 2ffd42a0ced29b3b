/**
 * Merges a backup into the ledger. First plans the change, then applies the change in one transaction.
 * docs/decisions/0702-how-ledgers-merge.md
 *
 * Rows are identified by (sourceId, seq), and no row is added twice. A sealed part stands for every row of its source
 * on its day. When both ledgers have a part for the same source and day, the part that was folded from more rows is
 * kept. Two systems are the same when their hosts are equal.
 */
import type { Backup, BackupSystem } from '../../core/backup/backup-format.ts';
import { settingsToRestore } from '../../core/backup/backup-format.ts';
import { remapSystems } from '../../core/days/remap-systems.ts';
import type { SealedPart } from '../../core/days/roll-up.ts';
import { withoutSystems } from '../../core/days/without-system.ts';
import type { Day, Row, SystemKey } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import type { RestoreSummary } from '../../messages.ts';
import { readOwnSettings } from '../ledger/choices.ts';
import { markDoneHandled, type StoredSystem } from '../ledger/database.ts';
import { type DayRecord, daysOf, emptyRecord, touchDays } from '../ledger/day-records.ts';
import type { LedgerContext } from '../ledger/worker-context.ts';

/** What a restore will write. */
export interface RestorePlan {
  readonly summary: RestoreSummary;
  readonly rows: readonly Row[];
  readonly systems: readonly StoredSystem[];
  /** All sealed parts of each day whose sealed parts change. */
  readonly sealed: ReadonlyMap<Day, readonly SealedPart[]>;
  readonly settings: Settings | null;
  readonly keys: ReadonlyMap<string, CryptoKey>;
  readonly digests: NonNullable<Backup['digests']>['rows'];
  readonly sample: boolean;
}

/**
 * Returns what a restore would change. Writes nothing. A new host gets a placeholder as its key, because computing the
 * real key could store an HMAC key.
 */
export const inspectRestore = async (ctx: LedgerContext, backup: Backup): Promise<RestoreSummary> =>
  (await planRestore({ ...ctx, keyOfHost: async (host) => host as SystemKey }, backup)).summary;

/** Plans the change that restoring a backup makes. */
export async function planRestore(ctx: LedgerContext, backup: Backup): Promise<RestorePlan> {
  const { db } = ctx;
  const takesKeys = backup.digests !== null && (await db.count('keys')) === 0;
  const { systems, keys: keyMap, never } = await mapSystems(ctx, backup.systems, takesKeys);
  const rename = (key: SystemKey): SystemKey => keyMap.get(key) ?? key;

  const records = new Map((await db.getAll('days')).map((record) => [record.day, record]));
  const isSealed = (row: Row) =>
    daysOf(row).every((day) =>
      records.get(day)?.sealed.some((part) => part.sourceId === row.sourceId && row.seq <= part.through),
    );
  const knownSeqs = await readSeqs(ctx, new Set(backup.rows.map((row) => row.sourceId)));
  const rows: Row[] = [];
  let alreadyThere = 0;
  let refused = 0;
  for (const row of backup.rows) {
    if ('system' in row && never.has(row.system)) refused++;
    else if (knownSeqs.get(row.sourceId)?.has(row.seq) || isSealed(row)) alreadyThere++;
    else rows.push('system' in row ? { ...row, system: rename(row.system) } : row);
  }

  const sealed = new Map<Day, readonly SealedPart[]>();
  let sealedDays = 0;
  for (const { day, sealed: parts } of backup.days) {
    const before = records.get(day)?.sealed ?? [];
    const after = await mergeParts(ctx, day, before, parts, rows);
    if (after === before) continue;
    sealedDays++;
    const withOwnKeys = (part: SealedPart) =>
      before.includes(part) ? part : remapSystems(withoutSystems(part, never), rename);
    sealed.set(day, after.map(withOwnKeys));
  }

  // These are the settings without the restrictions of the policy, because a restricted value must not be stored as the
  // owner's choice.
  const own = await readOwnSettings(db);
  const taken = settingsToRestore(own, backup.settings);
  const keys = new Map<string, CryptoKey>();
  if (takesKeys)
    for (const [id, bytes] of Object.entries(backup.digests?.keys ?? {})) keys.set(id, await ctx.importKey(bytes));

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
    settings: Object.keys(taken).length === 0 ? null : { ...own, ...taken },
    keys,
    digests: takesKeys ? (backup.digests?.rows ?? []) : [],
    sample: backup.sample,
  };
}

/** Applies the whole plan or nothing, in one transaction. Throws the error that ended the transaction. */
export async function applyRestore(ctx: LedgerContext, plan: RestorePlan): Promise<void> {
  const tx = ctx.db.transaction(['rows', 'days', 'systems', 'digests', 'keys', 'meta'], 'readwrite');
  markDoneHandled(tx);
  const put = async () => {
    const days = tx.objectStore('days');
    // For speed, these requests are not awaited. If one fails, the transaction ends and the next awaited request
    // rejects.
    for (const row of plan.rows)
      tx.objectStore('rows')
        .put(row)
        .catch(() => {});
    await touchDays(days, plan.rows);
    for (const [day, sealed] of plan.sealed) {
      const before: DayRecord = (await days.get(day)) ?? emptyRecord(day);
      const systemsOfParts = sealed.flatMap((part) => part.own.systems.map((s) => s.id as SystemKey));
      await days.put({
        ...before,
        systems: [...new Set([...before.systems, ...systemsOfParts])],
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
  } catch (error) {
    const ended = tx.done.catch(() => {}); // the cause is thrown below
    try {
      tx.abort();
    } catch {
      // A full disk has ended the transaction already.
    }
    await ended;
    // When a full disk has ended the transaction, the transaction's error is more specific than that of a later
    // request.
    throw tx.error ?? error;
  }
  await tx.done;
}

/**
 * Maps the keys of the systems in the file to keys of this ledger (`keys`), and lists the systems to write. `never`
 * holds the systems whose hosts are never recorded (docs/privacy-model.md, P10).
 */
async function mapSystems(ctx: LedgerContext, theirs: readonly BackupSystem[], keepKeys: boolean) {
  const ours = new Map((await ctx.db.getAll('systems')).map((system) => [system.host, system]));
  const keys = new Map<SystemKey, SystemKey>();
  const never = new Set<SystemKey>();
  const systems: (StoredSystem & { readonly isNew: boolean })[] = [];
  for (const system of theirs) {
    const { key, host, catalogueId, kind, purpose, exempt } = system;
    if (ctx.standingOf(host).grant === 'never') {
      never.add(key);
      continue;
    }
    const known = ours.get(host);
    const own = known?.key ?? (keepKeys ? key : await ctx.keyOfHost(host));
    keys.set(key, own);
    if (known === undefined) systems.push({ key: own, host, catalogueId, kind, purpose, exempt, isNew: true });
    else if (known.purpose === null && purpose !== null) systems.push({ ...known, purpose, isNew: false });
  }
  return { systems, keys, never };
}

/** Returns the sequence numbers of the stored rows, for each source. */
async function readSeqs(
  ctx: LedgerContext,
  sources: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const seqs = new Map<string, ReadonlySet<number>>();
  for (const source of sources) {
    const keys = await ctx.db.getAllKeys('rows', IDBKeyRange.bound([source, 0], [source, Number.MAX_SAFE_INTEGER]));
    seqs.set(source, new Set(keys.map(([, seq]) => seq)));
  }
  return seqs;
}

/**
 * Returns, for each source, the part from `before` or the part from `theirs`, whichever was folded from more rows.
 * Returns `before` itself when the result has the same parts.
 */
async function mergeParts(
  ctx: LedgerContext,
  day: Day,
  before: readonly SealedPart[],
  theirs: readonly SealedPart[],
  added: readonly Row[],
): Promise<readonly SealedPart[]> {
  const rowsIn = (parts: readonly SealedPart[]) => parts.reduce((sum, part) => sum + part.rows, 0);
  let after = before;
  for (const source of new Set(theirs.map((part) => part.sourceId))) {
    const theirParts = theirs.filter((part) => part.sourceId === source);
    const ownParts = before.filter((part) => part.sourceId === source);
    const through = Math.max(...theirParts.map((part) => part.through));
    const stored = await ctx.db.getAllFromIndex('rows', 'day', day);
    const unsealed = [...stored, ...added.filter((row) => row.day === day)].filter(
      (row) => row.sourceId === source && row.seq <= through && !ownParts.some((part) => part.through >= row.seq),
    ).length;
    if (rowsIn(theirParts) <= rowsIn(ownParts) + unsealed) continue;
    after = [...after.filter((part) => part.sourceId !== source), ...theirParts];
  }
  return after;
}

/** Returns the figures of a restore summary for each month, the earliest month first. */
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
