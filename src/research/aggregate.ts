/** Reads a folder of month reports, counts their buckets in DuckDB, writes a CSV and answers a table. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { MonthReport } from '../core/month.ts';
import { parseMonthReport } from '../core/parse-report.ts';
import cells from './queries/cells.sql?raw';

/** An expected failure: its message is the one line to print. */
export class CliError extends Error {
  override name = 'CliError';
}

export interface AggregateOptions {
  readonly folder: string;
  readonly out: string;
  readonly includePartial: boolean;
  /** No cell below this many reports is released. */
  readonly k: number;
}

/** A report is a few hundred bytes; a file beyond this is none. */
const maxBytes = 64 * 1024;

async function readReports({ folder, includePartial }: AggregateOptions): Promise<MonthReport[]> {
  const names = await readdir(folder).catch(() => {
    throw new CliError(`Cannot read folder "${folder}": it is not there`);
  });
  const reports = new Map<string, MonthReport>();
  for (const name of names.filter((n) => n.endsWith('.json')).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).size > maxBytes)
      throw new CliError(`Cannot read report "${name}": it is over ${maxBytes} bytes`);
    let report: MonthReport;
    try {
      report = parseMonthReport(await readFile(path, 'utf8'));
    } catch (trouble) {
      throw new CliError(`Cannot read report "${name}": ${(trouble as Error).message}`);
    }
    if (report.partial && !includePartial)
      throw new CliError(
        `Cannot take report "${name}": its month was still running; --include-partial takes it all the same`,
      );
    reports.set(report.card.id, report);
  }
  if (reports.size === 0) throw new CliError(`Cannot aggregate "${folder}": it holds no reports`);
  return [...reports.values()];
}

/** Card and slips fall apart here: nothing links them afterwards. */
function* factsOf(report: MonthReport): Generator<[month: string, record: string, field: string, bucket: string]> {
  for (const [field, bucket] of Object.entries(report.card))
    if (field !== 'id') yield [report.month, 'card', field, String(bucket)];
  for (const slip of report.slips)
    for (const [field, bucket] of Object.entries(slip))
      if (!['id', 'slip', 'month'].includes(field)) yield [report.month, slip.slip, field, String(bucket)];
}

export async function aggregate(options: AggregateOptions): Promise<{ reports: number; rows: string[][] }> {
  const reports = await readReports(options);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('CREATE TABLE facts (month VARCHAR, record VARCHAR, field VARCHAR, bucket VARCHAR)');
  const appender = await connection.createAppender('facts');
  for (const report of reports)
    for (const fact of factsOf(report)) {
      for (const value of fact) appender.appendVarchar(value);
      appender.endRow();
    }
  appender.closeSync();
  const found = await connection.runAndReadAll(cells, { k: options.k });
  const rows = found.getRowsJS().map((row) => row.map(String));
  connection.closeSync();
  await mkdir(options.out, { recursive: true });
  const csv = [['month', 'record', 'field', 'bucket', 'reports'], ...rows].map((row) => row.join(','));
  await writeFile(join(options.out, 'cells.csv'), `${csv.join('\r\n')}\r\n`);
  return { reports: reports.length, rows };
}
