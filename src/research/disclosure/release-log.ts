/**
 * The record of releases protects against differencing. Nobody may subtract one release from another and learn about
 * the few reports that only one of them contains. Three rules compare a release with all earlier releases. A month with
 * 1 to k − 1 new reports is left out. A cell that changed by 1 to k − 1 is suppressed. If a month has no new report,
 * the same cells must be suppressed as in the earlier releases.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { writeDurably } from '../store/manifest.ts';
import { type PublishedCounts, type SafeTable, tableName } from './safe-tables.ts';

/** A release as `releases/NNNN.json` stores it. */
export interface Release {
  readonly number: number;
  readonly k: number;
  /** Reports by month. */
  readonly reports: Readonly<Record<string, number>>;
  /** Published counts: table → row → column → count. The row's total has the empty column name. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

/** Reads all releases of a store, oldest first. Throws a `CliError` when a release can't be read. */
export async function readReleases(store: string): Promise<readonly Release[]> {
  const folder = join(store, 'releases');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      try {
        return JSON.parse(await readFile(join(folder, name), 'utf8')) as Release;
      } catch {
        throw new CliError(
          `Cannot read release "${join(folder, name)}": it is damaged, and without it no new release is safe`,
          2,
        );
      }
    }),
  );
}

/**
 * Returns the months that received 1 to k − 1 new reports after a release, with the number of these reports. The next
 * release leaves these months out. Throws a `CliError` when the store holds fewer reports of a month than were
 * released.
 */
export function findHeldMonths(
  reports: ReadonlyMap<string, number>,
  releases: readonly Release[],
  k: number,
): ReadonlyMap<string, number> {
  const heldMonths = new Map<string, number>();
  for (const release of releases)
    for (const [month, before] of Object.entries(release.reports)) {
      const late = (reports.get(month) ?? 0) - before;
      if (late < 0)
        throw new CliError(
          `Cannot release ${month}: release ${release.number} had ${-late} reports more than the store holds`,
        );
      if (late > 0 && late < Math.max(k, release.k)) heldMonths.set(month, late);
    }
  return heldMonths;
}

/** Returns a function that looks up a count in the latest release that published it. */
export function publishedCounts(releases: readonly Release[]): PublishedCounts {
  return (table, row, column) => {
    for (const release of [...releases].reverse()) {
      const found = release.cells[table]?.[row]?.[column ?? ''];
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Returns the record of a release: reports by month and all counts that are not suppressed. */
export function buildRelease(
  number: number,
  k: number,
  reports: ReadonlyMap<string, number>,
  tables: readonly SafeTable[],
): Release {
  const cells: Record<string, Record<string, Record<string, number>>> = {};
  for (const table of tables) {
    const rows: Record<string, Record<string, number>> = {};
    for (const row of table.rows) {
      const shown: Record<string, number> = row.isTotalSuppressed ? {} : { '': row.total };
      table.columns.forEach((column, c) => {
        if (!row.isSuppressed[c]) shown[column] = row.n[c] as number;
      });
      if (Object.keys(shown).length > 0) rows[row.group] = shown;
    }
    cells[tableName(table.counts, table.byName)] = rows;
  }
  return { number, k, reports: Object.fromEntries(reports), cells };
}

const columnNames = (row: Readonly<Record<string, number>> | undefined) =>
  Object.keys(row ?? {})
    .sort()
    .join('|');

/** Throws a `CliError` when `next` publishes different cells from an earlier release of the same reports. */
export function refuseDifferencing(next: Release, releases: readonly Release[]): void {
  for (const earlier of releases)
    for (const [table, rows] of Object.entries(next.cells)) {
      const month = table.slice(0, 7);
      const before = earlier.cells[table];
      if (before === undefined || earlier.reports[month] !== next.reports[month]) continue;
      for (const row of new Set([...Object.keys(rows), ...Object.keys(before)]))
        if (columnNames(rows[row]) !== columnNames(before[row]))
          throw new CliError(
            `Cannot release ${table}: release ${earlier.number} suppressed other cells of row "${row}", and the two could be subtracted; use the same --k`,
          );
    }
}

/** Writes the record of a release to the store. */
export async function writeRelease(store: string, release: Release): Promise<void> {
  await mkdir(join(store, 'releases'), { recursive: true });
  await writeDurably(
    join(store, 'releases', `${String(release.number).padStart(4, '0')}.json`),
    `${JSON.stringify(release)}\n`,
  );
}
