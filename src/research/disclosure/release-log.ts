/**
 * What was published, so that a second cut can't be subtracted from the first: a month comes again only when at least
 * k reports are new, a cell only when it differs by 0 or at least k, and the same reports only in the same cells.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.ts';
import { writeDurably } from '../store/manifest.ts';
import { type Published, type SafeTable, tableName } from './safe-tables.ts';

export interface Release {
  readonly number: number;
  readonly k: number;
  readonly reports: Readonly<Record<string, number>>;
  /** Published counts: table → row → column → n; the row's sum under the empty name. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

export async function readReleases(store: string): Promise<readonly Release[]> {
  const folder = join(store, 'releases');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      try {
        return JSON.parse(await readFile(join(folder, name), 'utf8')) as Release;
      } catch {
        throw new CliError(`Cannot read release "${join(folder, name)}": it is damaged; without it no cut is safe`, 2);
      }
    }),
  );
}

/** Months whose reports grew by 1 to k − 1 since a release, with how many came late. */
export function heldBack(
  reports: ReadonlyMap<string, number>,
  releases: readonly Release[],
  k: number,
): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const release of releases)
    for (const [month, before] of Object.entries(release.reports)) {
      const late = (reports.get(month) ?? 0) - before;
      if (late < 0)
        throw new CliError(
          `Cannot release ${month}: release ${release.number} had ${-late} reports more than the store holds`,
        );
      if (late > 0 && late < Math.max(k, release.k)) held.set(month, late);
    }
  return held;
}

/** The count published last for a cell. */
export function publishedIn(releases: readonly Release[]): Published {
  return (table, row, column) => {
    for (const release of [...releases].reverse()) {
      const found = release.cells[table]?.[row]?.[column ?? ''];
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

export function releaseOf(
  number: number,
  k: number,
  reports: ReadonlyMap<string, number>,
  tables: readonly SafeTable[],
): Release {
  const cells: Record<string, Record<string, Record<string, number>>> = {};
  for (const table of tables) {
    const rows: Record<string, Record<string, number>> = {};
    for (const row of table.rows) {
      const shown: Record<string, number> = row.hiddenTotal ? {} : { '': row.total };
      table.columns.forEach((column, c) => {
        if (!row.hidden[c]) shown[column] = row.n[c] as number;
      });
      if (Object.keys(shown).length > 0) rows[row.group] = shown;
    }
    cells[tableName(table.figure, table.byName)] = rows;
  }
  return { number, k, reports: Object.fromEntries(reports), cells };
}

/** Throws when the new cut, laid over an earlier one of the same reports, would show cells that were kept back. */
export function refuseSubtraction(next: Release, releases: readonly Release[]): void {
  for (const old of releases)
    for (const [table, rows] of Object.entries(next.cells)) {
      const month = table.slice(0, 7);
      const before = old.cells[table];
      if (before === undefined || old.reports[month] !== next.reports[month]) continue;
      for (const row of new Set([...Object.keys(rows), ...Object.keys(before)])) {
        const now = Object.keys(rows[row] ?? {})
          .sort()
          .join('|');
        const then = Object.keys(before[row] ?? {})
          .sort()
          .join('|');
        if (now !== then)
          throw new CliError(
            `Cannot release ${table}: release ${old.number} kept other cells of row "${row}" back, and the two could be subtracted; use the same --k`,
          );
      }
    }
}

export async function writeRelease(store: string, release: Release): Promise<void> {
  await mkdir(join(store, 'releases'), { recursive: true });
  await writeDurably(
    join(store, 'releases', `${String(release.number).padStart(4, '0')}.json`),
    `${JSON.stringify(release)}\n`,
  );
}
