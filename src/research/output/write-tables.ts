/** Writes tables as CSV and Parquet, with a data dictionary (`datapackage.json`, Frictionless data package). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../format/csv-line.ts';
import type { OutputTable } from './output-tables.ts';
import { toParquet } from './parquet.ts';

/** Writes each table as NAME.csv and NAME.parquet, and `datapackage.json` with `notes` as its description. */
export function writeTables(folder: string, tables: readonly OutputTable[], notes: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const files: (readonly [name: string, content: string | Uint8Array])[] = tables.flatMap((table) => [
    [`${table.name}.csv`, [table.columns.map((column) => column.name), ...table.rows].map(csvLine).join('')],
    [`${table.name}.parquet`, toParquet(table)],
  ]);
  const dictionary = {
    profile: 'tabular-data-package',
    name: 'fingertip-ledger-release',
    description: notes.join(' '),
    licenses: [],
    resources: tables.map((table) => ({
      name: table.name,
      title: table.title,
      path: `${table.name}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { lineTerminator: '\r\n' },
      schema: {
        fields: table.columns.map(({ name, type, meaning }) => ({ name, type, description: meaning })),
        missingValues: [''],
      },
    })),
  };
  files.push(['datapackage.json', `${JSON.stringify(dictionary, null, 2)}\n`]);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}
