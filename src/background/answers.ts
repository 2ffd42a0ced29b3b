/** What our own pages may ask. */
import type { HostStanding } from '../core/catalogue.ts';
import { foldDay } from '../core/days.ts';
import {
  type Day,
  dropReasons,
  type EpochMs,
  type LogEvent,
  type Row,
  type SystemKey,
  type TabKey,
} from '../core/events.ts';
import { dayOf, isWeekend, nextDay, startOfDay } from '../core/local-time.ts';
import { canonicalJson, monthCsv, monthReport } from '../core/month.ts';
import { repeatLedger } from '../core/repeat-ledger.ts';
import { defaultSettings, isRecording, type Settings } from '../core/settings.ts';
import type { DaySummary } from '../core/summary.ts';
import type { OwnMessages, SavedReport } from '../messages.ts';
import type { Database, StoredSystem } from './database.ts';
import { append, type Clock, daysUsed, daysWithRows, forgetWeek, readRows, removeRows } from './log.ts';

export interface Answering {
  readonly db: Database;
  readonly clock: Clock;
  readonly standingOf: (host: string) => HostStanding;
  readonly granted: (host: string) => Promise<boolean>;
  readonly administered: () => Promise<boolean>;
  /** Decides what the passing of time decides. */
  readonly settle: () => Promise<void>;
  /** Checkpoints of pages that are open now. */
  readonly checkpoints: () => Promise<readonly LogEvent[]>;
  /** Told whenever pages may or may not record from now on. */
  readonly tellPages: (settings: Settings) => Promise<void>;
  readonly forgetSession: () => Promise<void>;
}

export const readSettings = async (db: Database): Promise<Settings> => ({
  ...defaultSettings,
  ...((await db.get('meta', 'settings')) as Settings | undefined),
});

type Handlers = {
  [N in keyof OwnMessages]: (...args: Parameters<OwnMessages[N]>) => Promise<Awaited<ReturnType<OwnMessages[N]>>>;
};

export function ownAnswers(at: Answering): Handlers {
  const { db, clock } = at;
  const today = () => dayOf(clock.now(), clock.timeZone());

  const daysRead = async (from: Day, to: Day, exported = false): Promise<DaySummary[]> => {
    const settings = exported ? defaultSettings : await readSettings(db);
    const timeZone = clock.timeZone();
    const systems = new Map((await db.getAll('systems')).map((s) => [s.key, s]));
    // A span may reach over midnight: the day before is read too.
    const before = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
    const rows: LogEvent[] = await readRows(db, before, to);
    const open = to >= today() ? await at.checkpoints() : [];
    const all = [...rows, ...open];
    const days: DaySummary[] = [];
    for (let day = from; day <= to; day = nextDay(day)) {
      const start = startOfDay(day, timeZone);
      const end = startOfDay(nextDay(day), timeZone);
      if (!all.some((e) => (e.kind === 'span' ? e.end > start && e.start < end : e.at >= start && e.at < end)))
        continue;
      const { idleMs, hours } = settings;
      days.push(foldDay(all, systems, { day, timeZone, start, end, idleMs, hours, restDay: isWeekend(day) }));
    }
    return days;
  };

  const report = async ({ year, month, level }: Parameters<OwnMessages['month.export']>[0]) => {
    if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
      throw new Error(`Cannot export: "${year}-${month}" is no month`);
    if (level === 'noisy') throw new Error('Cannot export: level "noisy" is not there yet');
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const first = `${name}-01` as Day;
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const last = new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
    const days = await daysRead(first, last, true);
    const closes = startOfDay(next as Day, clock.timeZone()) + 86_400_000;
    const firstDay = (await daysWithRows(db))[0] ?? today();
    const age = (Date.parse(today()) - Date.parse(firstDay)) / 86_400_000;
    return monthReport({
      month: name,
      level,
      partial: clock.now() < closes,
      days,
      ledgerAgeDays: age,
      draws: await drawsOf(db, name, clock),
    });
  };
  const saved = (report: { month: string; partial: boolean }, ending: string, bytes: string): SavedReport => ({
    fileName: `fingertip-ledger-${report.month}.${ending}`,
    bytes,
    partial: report.partial,
  });

  return {
    'state.read': async () => {
      const settings = await readSettings(db);
      return {
        recording: isRecording(settings, clock.now()),
        consented: settings.consent !== null,
        pausedUntil: settings.pausedUntil,
        administered: await at.administered(),
        firstDay: (await daysWithRows(db))[0] ?? null,
        today: today(),
        catalogueVersion: '1',
        sample: (await db.get('meta', 'sample')) !== undefined,
        trouble: null,
      };
    },
    'site.read': async (url) => {
      if (!/^https?:\/\//.test(url)) return { standing: 'none' };
      const { host, origin } = new URL(url);
      const { entry, kind, grant } = at.standingOf(host);
      if (grant === 'never') return { standing: 'never' };
      const name = entry?.name['zh-CN'] ?? null;
      if (!(await at.granted(host)))
        return grant === 'none' ? { standing: 'addable', origin } : { standing: 'not-granted', origin, name, kind };
      const found = (await db.getAll('systems')).find((s) => s.host === host);
      const system = found ?? { host, catalogueId: entry?.id ?? null, kind, purpose: null, exempt: false };
      const used = found === undefined ? 0 : ((await daysUsed(db)).get(found.key) ?? 0);
      return { standing: 'recorded', system: { ...system, daysUsed: used }, name };
    },
    'day.read': async (day) => {
      await at.settle();
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error(`Cannot read day "${day}": it must be YYYY-MM-DD`);
      const [found] = await daysRead(day, day);
      if (found !== undefined) return found;
      const start = startOfDay(day, clock.timeZone());
      const context = { day, timeZone: clock.timeZone(), start, end: start, idleMs: 60_000, hours: [], restDay: false };
      return foldDay([], new Map(), context);
    },
    'days.read': (from, to) => daysRead(from, to),
    'repeats.read': async (from, to) => {
      await at.settle();
      const hosts = new Map((await db.getAll('systems')).map((s) => [s.key as string, s.host]));
      return repeatLedger(await readRows(db, from, to)).map((line) => ({
        ...line,
        systems: line.systems.map((key) => (hosts.get(key) ?? key) as SystemKey),
      }));
    },
    'systems.read': async () => {
      const used = await daysUsed(db);
      return (await db.getAll('systems')).map((s) => ({ ...s, daysUsed: used.get(s.key) ?? 0 }));
    },
    'system.write': async (host, change) => {
      const system = (await db.getAll('systems')).find((s) => s.host === host);
      if (system === undefined) throw new Error(`Cannot change "${host}": no such system`);
      await db.put('systems', { ...system, ...change });
    },
    'month.export': async (which) => {
      const made = await report(which);
      return saved(made, 'json', canonicalJson(made));
    },
    'month.csv': async (which) => {
      const made = await report(which);
      return saved(made, 'csv', monthCsv(made));
    },
    'settings.read': () => readSettings(db),
    'settings.write': async (change) => {
      for (const key of Object.keys(change))
        if (!Object.hasOwn(defaultSettings, key)) throw new Error(`Cannot change settings: "${key}" is unknown`);
      const settings = { ...(await readSettings(db)), ...change };
      await db.put('meta', settings, 'settings');
      await at.tellPages(settings);
      return settings;
    },
    'backup.read': async () => ({
      format: 'fingertip-ledger-backup',
      version: 1,
      sample: (await db.get('meta', 'sample')) !== undefined,
      rows: await db.getAll('rows'),
      systems: await db.getAll('systems'),
    }),
    'backup.restore': async (backup) => restore(db, backup),
    'ledger.erase': async () => {
      const stores = ['rows', 'systems', 'digests', 'keys', 'meta'] as const;
      const tx = db.transaction(stores, 'readwrite');
      for (const store of stores) await tx.objectStore(store).clear();
      await tx.done;
      await at.forgetSession();
      await at.tellPages(defaultSettings);
    },
    'ledger.dropLast': async (minutes) => {
      const from = (clock.now() - minutes * 60_000) as EpochMs;
      const rows = await removeRows(db, (row) => (row.kind === 'span' ? row.end > from : row.at > from));
      await forgetWeek(db, dayOf(from, clock.timeZone()));
      return { rows };
    },
    'day.erase': async (day) => {
      await forgetWeek(db, day);
      return { rows: await removeRows(db, () => true, IDBKeyRange.only(day)) };
    },
    'self.add': async (burden, minutes) => {
      await append(db, [{ kind: 'self', at: clock.now(), burden, minutes }], clock);
      return { seq: ((await db.get('meta', 'seq')) as number) - 1 };
    },
    'self.remove': async (seq) => {
      await removeRows(db, (row) => row.kind === 'self' && row.seq === seq);
    },
  };
}

/** Ids and picks of a month: drawn once, so that saving twice gives the same file. */
async function drawsOf(db: Database, month: string, clock: Clock) {
  const stored = (await db.get('meta', `draws:${month}`)) as string | undefined;
  if (stored !== undefined) return JSON.parse(stored) as { ids: string[]; picks: number[] };
  const ids = [0, 1, 2, 3].map(() => clock.random(16));
  const picks = [0, 1, 2].map(() => Number.parseInt(clock.random(6), 16) / 2 ** 48);
  const draws = { ids, picks };
  await db.put('meta', JSON.stringify(draws), `draws:${month}`);
  return draws;
}

const kinds = ['span', 'idle', 'entry', 'submission', 'table', 'act', 'login', 'self', 'dropped'];

/** Set union by (sourceId, seq); a torn or foreign file leaves everything as it was. */
async function restore(db: Database, backup: unknown) {
  const file = backup as { format?: unknown; version?: unknown; rows?: unknown; systems?: unknown } | null;
  if (typeof file !== 'object' || file === null || file.format !== 'fingertip-ledger-backup')
    throw new Error('Cannot restore: this is no backup of a ledger');
  if (file.version !== 1) throw new Error(`Cannot restore: version "${file.version}" is unknown`);
  if (!Array.isArray(file.rows) || !Array.isArray(file.systems))
    throw new Error('Cannot restore: rows or systems are missing');
  file.rows.forEach((row: Row, i) => {
    const fine =
      typeof row === 'object' &&
      row !== null &&
      kinds.includes(row.kind) &&
      /^[0-9a-f]{16}$/.test(row.sourceId) &&
      Number.isInteger(row.seq) &&
      /^\d{4}-\d\d-\d\d$/.test(row.day) &&
      (row.kind !== 'dropped' || dropReasons.includes(row.reason));
    if (!fine) throw new Error(`Cannot restore: row ${i + 1} is malformed`);
  });
  (file.systems as StoredSystem[]).forEach((system, i) => {
    if (!/^[0-9a-f]{12}$/.test(system?.key) || typeof system.host !== 'string')
      throw new Error(`Cannot restore: system ${i + 1} is malformed`);
  });
  const tx = db.transaction(['rows', 'systems', 'meta'], 'readwrite');
  if ((file as { sample?: unknown }).sample === true) await tx.objectStore('meta').put('yes', 'sample');
  let added = 0;
  const days = new Set<string>();
  for (const row of file.rows as Row[]) {
    days.add(row.day);
    if ((await tx.objectStore('rows').getKey([row.sourceId, row.seq])) !== undefined) continue;
    await tx.objectStore('rows').put(row);
    added++;
  }
  for (const system of file.systems as StoredSystem[])
    if ((await tx.objectStore('systems').getKey(system.key)) === undefined) await tx.objectStore('systems').put(system);
  await tx.done;
  return { added, alreadyThere: file.rows.length - added, days: days.size };
}

/** Checkpoints left in `storage.local` → spans, each of a tab of its own. */
export function checkpointSpans(stored: Readonly<Record<string, unknown>>): LogEvent[] {
  const events: LogEvent[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith('open:')) continue;
    const { system, spans } = value as { system: SystemKey; spans: Extract<LogEvent, { kind: 'span' }>[] };
    for (const span of spans) events.push({ ...span, system, tab: key as string as TabKey });
  }
  return events;
}
