/**
 * `npm run cluster:current -- --chdb DIR`: the queries' text, asked of a current ClickHouse inside this process and of
 * DuckDB over the same rows. DIR is a folder where `npm install chdb` was run: it weighs half a gigabyte and is no
 * package of ours. Writes out/cluster-current.json.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tableOfText } from '../../src/research/cluster/clickhouse-engine.ts';
import { lineText } from '../../src/research/format/canonical-text.ts';
import { ingest } from '../../src/research/ingest/ingest.ts';
import { noTruth, simulate } from '../../src/research/simulation/simulate.ts';
import { askCounts, cubeTables } from '../../src/research/store/counts-file.ts';
import type { Engine } from '../../src/research/store/engine.ts';
import { duckEngine } from '../../src/research/store/duckdb-engine.ts';
import { quoted } from '../../src/research/store/open-duckdb.ts';

const given = process.argv.indexOf('--chdb');
const where = given < 0 ? undefined : process.argv[given + 1];
if (where === undefined) {
  console.error('Cannot ask a current ClickHouse: name the folder of chdb with --chdb DIR');
  process.exit(2);
}
const chdb = createRequire(join(resolve(where), 'package.json'))('chdb') as {
  readonly query: (sql: string, format: string) => string | { toString(): string };
};
const ask = (sql: string, format: string) => String(chdb.query(sql, format));

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
    ask: async (sql) => {
      const text = sql.replace(
        /\bFROM (cards|slips)\b/g,
        (_, table: string) => `FROM file(${quoted(join(store, 'parts', `*-${table}.parquet`))}, Parquet)`,
      );
      return tableOfText(ask(text, 'TabSeparatedWithNames'));
    },
    close: async () => {},
  };
  const duck = await duckEngine(store, manifest);
  const theirs = await askCounts(current, cubeTables);
  const ours = await askCounts(duck, cubeTables);
  await duck.close();
  const version = ask('SELECT version()', 'TabSeparated').trim();
  console.log(`ClickHouse ${version}`);
  const tables = cubeTables.map((name) => {
    const [a, b] = [ours[name], theirs[name]];
    const cells = (one: typeof a) =>
      JSON.stringify(one?.names.map((column) => [column, ...Array.from(one.column(column))]));
    const same = a !== undefined && a.length > 0 && cells(a) === cells(b);
    console.log(`${same ? 'yes' : 'NO '}  ${name}: ${a?.length} and ${b?.length} rows`);
    return { name, rows: a?.length, same };
  });
  mkdirSync('out', { recursive: true });
  writeFileSync('out/cluster-current.json', `${JSON.stringify({ version, reports, tables }, null, 1)}\n`);
  if (tables.some(({ same }) => !same)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
