/** Tables as CSV, as Parquet and with a data dictionary (Frictionless data package). */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from './csv.ts';
import { openDuck, quoted } from './duck.ts';
import type { OutputTable } from './output-tables.ts';

const sqlType = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE' } as const;

export async function writeTables(
  folder: string,
  tables: readonly OutputTable[],
  notes: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const duck = await openDuck();
  try {
    for (const table of tables) {
      const lines = [table.columns.map((column) => column.name), ...table.rows].map(csvLine);
      await writeFile(join(folder, `${table.name}.csv`), lines.join(''));
      const columns = table.columns.map((column) => `"${column.name}" ${sqlType[column.type]}`).join(', ');
      await duck.run(`CREATE TABLE ${table.name} (${columns})`);
      const appender = await duck.connection.createAppender(table.name);
      for (const row of table.rows) {
        row.forEach((cell, c) => {
          const type = table.columns[c]?.type;
          if (cell === null) appender.appendNull();
          else if (type === 'string') appender.appendVarchar(String(cell));
          else if (type === 'integer') appender.appendBigInt(BigInt(cell));
          else appender.appendDouble(Number(cell));
        });
        appender.endRow();
      }
      appender.closeSync();
      await duck.run(
        `COPY ${table.name} TO ${quoted(join(folder, `${table.name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`,
      );
    }
  } finally {
    duck.close();
  }
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
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(dictionary, null, 2)}\n`);
}
