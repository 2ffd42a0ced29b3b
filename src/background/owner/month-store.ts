/** Stores months, the export log and studies, as JSON texts in `meta`. */
import type { EpochMs } from '../../core/events.ts';
import type { DrawInteger } from '../../core/report/draws/randomized-response.ts';
import type { MonthState } from '../../core/report/saved-month.ts';
import type { Study } from '../../core/report/studies.ts';
import type { ExportLogEntry } from '../../messages.ts';
import type { Clock } from '../ledger/clock.ts';
import type { Database, MetaKey } from '../ledger/database.ts';

async function read<T>(db: Database, key: MetaKey): Promise<T | undefined> {
  const text = (await db.get('meta', key)) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as T);
}
const write = (db: Database, key: MetaKey, value: unknown) => db.put('meta', JSON.stringify(value), key);

/** Returns the stored state of a month (`YYYY-MM`), or undefined. */
export const readMonth = (db: Database, month: string) => read<MonthState>(db, `month:${month}`);
/** Stores the state of a month. */
export const writeMonth = (db: Database, month: string, state: MonthState) => write(db, `month:${month}`, state);

/**
 * Returns the export log: when each file was saved, for which month and at which level. The log never leaves this
 * computer.
 */
export const readSaves = async (db: Database) => (await read<readonly ExportLogEntry[]>(db, 'saves')) ?? [];
/** Adds an entry to the export log. */
export const addSave = async (db: Database, save: ExportLogEntry) =>
  write(db, 'saves', [...(await readSaves(db)), save]);
/** Deletes the entries of a month from the export log. */
export const forgetSaves = async (db: Database, month: string) =>
  write(
    db,
    'saves',
    (await readSaves(db)).filter((save) => save.month !== month),
  );

/** Returns the studies that the owner added, the latest study first. */
export const readStudies = async (db: Database) => (await read<readonly Study[]>(db, 'studies')) ?? [];
/** Replaces the stored studies. */
export const writeStudies = (db: Database, studies: readonly Study[]) => write(db, 'studies', studies);

/**
 * Returns a function that draws uniform integers from the clock's random digits. The function rejects draws that would
 * favour low integers.
 */
export const drawWith =
  (clock: Clock): DrawInteger =>
  (below) => {
    for (;;) {
      const drawn = Number.parseInt(clock.random(6), 16);
      if (drawn < 2 ** 48 - (2 ** 48 % below)) return drawn % below;
    }
  };

/**
 * A month is closed when this time has passed after the end of the month. Only the report of a closed month may be
 * sent.
 */
export const closingDelayMs = 86_400_000 as EpochMs;
