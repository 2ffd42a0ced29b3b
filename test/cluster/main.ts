/**
 * `npm run cluster`: the tables of one study from DuckDB and from three ClickHouse servers on loopback, compared by
 * hash; then with one shard killed, and with one emptied: a clear failure, and nothing written. Needs the right to
 * install Debian's clickhouse-server where it is missing. Writes out/cluster.json.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { haveClickhouse, serversIn, sql } from './servers.ts';

const command = 'dist/research/fingertip-research.mjs';
const folder = mkdtempSync(join(tmpdir(), 'fingertip-cluster-'));
const at = (name: string) => join(folder, name);
const reports = 20_000;

function run(...words: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}
function must(...words: readonly string[]): void {
  const { status, text } = run(...words);
  if (status !== 0) throw new Error(`"${words.join(' ')}" ended with ${status}: ${text}`);
}
const hashes = (out: string) =>
  Object.fromEntries(
    readdirSync(at(out))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(at(out), name)))
          .digest('hex'),
      ]),
  );

const checks: { readonly check: string; readonly passed: boolean; readonly seen: string }[] = [];
const check = (name: string, passed: boolean, seen: string) => {
  checks.push({ check: name, passed, seen });
  console.log(`${passed ? 'yes' : 'NO '}  ${name}: ${seen}`);
};

haveClickhouse();
let version = '';
const servers = await serversIn(folder, 3);
try {
  for (const [month, seed] of [
    ['2026-03', '11'],
    ['2026-04', '12'],
  ] as const) {
    const study = ['--month', month, '--seed', seed, '--reports', String(reports / 2), '--level', 'mixed'];
    must('simulate', '--out', at(month), '--per-cluster', '500', '--files', ...study);
  }
  must('ingest', at('2026-03/reports'), at('2026-04/reports'), '--store', at('store'), '--cluster-by', 'folder');
  for (const server of servers) await server.start();
  const [first, , third] = servers;
  if (first === undefined || third === undefined) throw new Error('There are not three servers');
  version = await sql(first.url, 'SELECT version()');
  console.log(`ClickHouse ${version}`);
  must('load', '--store', at('store'), '--servers', servers.map(({ url }) => url).join(','));
  const spread: number[] = [];
  for (const { url } of servers) spread.push(Number(await sql(url, 'SELECT count() FROM fingertip.cards_shard')));
  check(
    'the rows lie on three shards',
    spread.every((n) => n > 0) && spread.reduce((a, b) => a + b) === reports,
    spread.join(' + '),
  );
  const aggregate = (out: string, ...more: readonly string[]) =>
    run('aggregate', '--store', at('store'), '--out', at(out), '--draft', ...more);
  const cluster = ['--engine', 'clickhouse', '--url', first.url];
  for (const blocks of [[], ['--cluster']]) {
    const name = blocks.join('') === '' ? 'random groups' : 'recruitment batches';
    const ours = `duckdb${blocks.join('')}`;
    const theirs = `clickhouse${blocks.join('')}`;
    must('aggregate', '--store', at('store'), '--out', at(ours), '--draft', ...blocks);
    const found = aggregate(theirs, ...cluster, ...blocks);
    if (found.status !== 0) throw new Error(found.text);
    const [a, b] = [hashes(ours), hashes(theirs)];
    for (const file of Object.keys(a))
      check(
        `${file} is the same (${name})`,
        a[file] === b[file],
        `${a[file]?.slice(0, 16)} and ${b[file]?.slice(0, 16)}`,
      );
  }
  await third.kill();
  const dead = aggregate('dead', ...cluster);
  const lines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('Cannot'))
      .join(' ');
  check('with one shard killed it fails', dead.status === 2 && lines(dead.text) !== '', lines(dead.text));
  check('and writes nothing', !existsSync(at('dead')), existsSync(at('dead')) ? 'there are files' : 'no folder');
  await third.start();
  const again = aggregate('again', ...cluster);
  const same = again.status === 0 && JSON.stringify(hashes('again')) === JSON.stringify(hashes('duckdb'));
  check('with the shard back the tables are the same', same, `exit ${again.status}`);
  const definition = await sql(third.url, 'SHOW CREATE TABLE fingertip.cards_shard FORMAT TabSeparatedRaw');
  await sql(third.url, 'DROP TABLE fingertip.cards_shard');
  await sql(third.url, definition);
  const empty = aggregate('empty', ...cluster);
  check('with one shard emptied it fails', empty.status === 2 && !existsSync(at('empty')), lines(empty.text));
} finally {
  for (const server of servers) await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync('out', { recursive: true });
writeFileSync('out/cluster.json', `${JSON.stringify({ version, reports, checks }, null, 1)}\n`);
if (checks.some(({ passed }) => !passed)) process.exitCode = 1;
