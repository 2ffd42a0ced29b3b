/**
 * `npm run cluster:current -- --chdb DIR`: compares the results of the queries between a current ClickHouse, which runs
 * in this process, and DuckDB over the same rows. DIR is a folder in which `npm install chdb` was run. The package is
 * not a dependency of this repository, because its files have half a gigabyte. Writes out/cluster-current.json.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseTabSeparated } from '../../src/research/cluster/clickhouse-engine.ts';
import { lineText } from '../../src/research/format/canonical-text.ts';
import { ingest } from '../../src/research/ingest/ingest.ts';
import { simulate } from '../../src/research/simulation/simulate.ts';
import { noTruth } from '../../src/research/simulation/truth.ts';
import { cubeTableNames, queryCounts } from '../../src/research/store/counts-file.ts';
import { openStoreEngine } from '../../src/research/store/duckdb-engine.ts';
import type { Engine } from '../../src/research/store/engine.ts';
import { sqlString } from '../../src/research/store/open-duckdb.ts';

const index = process.argv.indexOf('--chdb');
const chdbFolder = index < 0 ? undefined : process.argv[index + 1];
if (chdbFolder === undefined) {
  console.error('Cannot query a current ClickHouse: missing required option "--chdb"');
  process.exit(2);
}
const chdb = createRequire(join(resolve(chdbFolder), 'package.json'))('chdb') as {
  readonly query: (sql: string, format: string) => string | { toString(): string };
};
const query = (sql: string, format: string) => String(chdb.query(sql, format));

const folder = mkdtempSync(join(tmpdir(), 'fingertip-current-'));
const reports = 20_000;
try {
  for (const [month, seed] of [
    ['2026-03', 11],
    ['2026-04', 12],
  ] as const) {
    const study = { month, seed, level: 'mixed', e: 7, perCluster: 0, icc: 0, reports: reports / 2 } as const;
    mkdirSync(join(folder, 'in', month), { recursive: true });
    const lines = [...simulate(study, noTruth())].map(({ report }) => lineText(report));
    writeFileSync(join(folder, 'in', month, 'reports.ndjson'), lines.join('\n'));
  }
  const store = join(folder, 'store');
  const { store: manifest } = await ingest({
    inputs: [join(folder, 'in')],
    store,
    cluster: true,
    includePartial: false,
  });
  const current: Engine = {
    name: 'a current ClickHouse',
    query: async (sql) => {
      const text = sql.replace(
        /\bFROM (cards|slips)\b/g,
        (_, table: string) => `FROM file(${sqlString(join(store, 'parts', `*-${table}.parquet`))}, Parquet)`,
      );
      return parseTabSeparated(query(text, 'TabSeparatedWithNames'));
    },
    close: async () => {},
  };
  const duckdb = await openStoreEngine(store, manifest);
  const clickhouseCounts = await queryCounts(current, cubeTableNames);
  const duckdbCounts = await queryCounts(duckdb, cubeTableNames);
  await duckdb.close();
  const version = query('SELECT version()', 'TabSeparated').trim();
  console.log(`ClickHouse ${version}`);
  const tables = cubeTableNames.map((name) => {
    const [a, b] = [duckdbCounts[name], clickhouseCounts[name]];
    const cells = (table: typeof a) =>
      JSON.stringify(table?.names.map((column) => [column, ...Array.from(table.column(column))]));
    const isSame = a !== undefined && a.length > 0 && cells(a) === cells(b);
    console.log(`${isSame ? 'yes' : 'NO '}  ${name}: ${a?.length} and ${b?.length} rows`);
    return { name, rows: a?.length, same: isSame };
  });
  mkdirSync('out', { recursive: true });
  writeFileSync('out/cluster-current.json', `${JSON.stringify({ version, reports, tables }, null, 1)}\n`);
  if (tables.some(({ same }) => !same)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
