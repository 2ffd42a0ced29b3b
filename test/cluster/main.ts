/**
 * `npm run cluster`: compares the tables of one study between DuckDB and three ClickHouse servers on loopback, by hash.
 * Then checks that aggregate fails with an error message and writes nothing when a shard is killed or emptied. Installs
 * Debian's clickhouse-server if it is missing, which needs root. Writes out/cluster.json.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServers, ensureClickhouse, sql } from './servers.ts';

const command = 'dist/research/fingertip-research.mjs';
const folder = mkdtempSync(join(tmpdir(), 'fingertip-cluster-'));
const inFolder = (name: string) => join(folder, name);
const reports = 20_000;

function run(...args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}
/** Throws unless the command exits with 0. */
function mustRun(...args: readonly string[]): void {
  const { status, text } = run(...args);
  if (status !== 0) throw new Error(`"${args.join(' ')}" exited with ${status}: ${text}`);
}
/** Returns the SHA-256 of each file in a folder. */
const hashes = (out: string) =>
  Object.fromEntries(
    readdirSync(inFolder(out))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(inFolder(out), name)))
          .digest('hex'),
      ]),
  );

const checks: { readonly check: string; readonly passed: boolean; readonly seen: string }[] = [];
const check = (name: string, passed: boolean, seen: string) => {
  checks.push({ check: name, passed, seen });
  console.log(`${passed ? 'yes' : 'NO '}  ${name}: ${seen}`);
};

ensureClickhouse();
let version = '';
const servers = await createServers(folder, 3);
try {
  for (const [month, seed] of [
    ['2026-03', '11'],
    ['2026-04', '12'],
  ] as const) {
    const study = ['--month', month, '--seed', seed, '--reports', String(reports / 2), '--level', 'mixed'];
    mustRun('simulate', '--out', inFolder(month), '--per-cluster', '500', '--files', ...study);
  }
  mustRun(
    'ingest',
    inFolder('2026-03/reports'),
    inFolder('2026-04/reports'),
    '--store',
    inFolder('store'),
    '--cluster-by',
    'folder',
  );
  for (const server of servers) await server.start();
  const [first, , third] = servers;
  if (first === undefined || third === undefined) throw new Error('Cannot test the cluster: three servers are needed');
  version = await sql(first.url, 'SELECT version()');
  console.log(`ClickHouse ${version}`);
  mustRun('load', '--store', inFolder('store'), '--servers', servers.map(({ url }) => url).join(','));
  const rowsPerShard: number[] = [];
  for (const { url } of servers) rowsPerShard.push(Number(await sql(url, 'SELECT count() FROM fingertip.cards_shard')));
  check(
    'the rows are spread over three shards',
    rowsPerShard.every((n) => n > 0) && rowsPerShard.reduce((a, b) => a + b) === reports,
    rowsPerShard.join(' + '),
  );
  const aggregate = (out: string, ...more: readonly string[]) =>
    run('aggregate', '--store', inFolder('store'), '--out', inFolder(out), '--draft', ...more);
  const cluster = ['--engine', 'clickhouse', '--url', first.url];
  for (const blocks of [[], ['--cluster']]) {
    const name = blocks.join('') === '' ? 'random groups' : 'recruitment batches';
    const ours = `duckdb${blocks.join('')}`;
    const theirs = `clickhouse${blocks.join('')}`;
    mustRun('aggregate', '--store', inFolder('store'), '--out', inFolder(ours), '--draft', ...blocks);
    const ended = aggregate(theirs, ...cluster, ...blocks);
    if (ended.status !== 0) throw new Error(ended.text);
    const [a, b] = [hashes(ours), hashes(theirs)];
    for (const file of Object.keys(a))
      check(
        `${file} is the same (${name})`,
        a[file] === b[file],
        `${a[file]?.slice(0, 16)} and ${b[file]?.slice(0, 16)}`,
      );
  }
  await third.kill();
  const withoutShard = aggregate('dead', ...cluster);
  /** Returns the error messages in the output of a command. */
  const errorsIn = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('Cannot'))
      .join(' ');
  check(
    'aggregate fails when a shard is killed',
    withoutShard.status === 2 && errorsIn(withoutShard.text) !== '',
    errorsIn(withoutShard.text),
  );
  check(
    'aggregate writes nothing when a shard is killed',
    !existsSync(inFolder('dead')),
    existsSync(inFolder('dead')) ? 'the folder exists' : 'no folder',
  );
  await third.start();
  const again = aggregate('again', ...cluster);
  const same = again.status === 0 && JSON.stringify(hashes('again')) === JSON.stringify(hashes('duckdb'));
  check('the tables are the same after the shard is started again', same, `exit ${again.status}`);
  const definition = await sql(third.url, 'SHOW CREATE TABLE fingertip.cards_shard FORMAT TabSeparatedRaw');
  await sql(third.url, 'DROP TABLE fingertip.cards_shard');
  await sql(third.url, definition);
  const emptied = aggregate('empty', ...cluster);
  check(
    'aggregate fails and writes nothing when a shard is emptied',
    emptied.status === 2 && !existsSync(inFolder('empty')),
    errorsIn(emptied.text),
  );
} finally {
  for (const server of servers) await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync('out', { recursive: true });
writeFileSync('out/cluster.json', `${JSON.stringify({ version, reports, checks }, null, 1)}\n`);
if (checks.some(({ passed }) => !passed)) process.exitCode = 1;
