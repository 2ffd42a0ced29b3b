/**
 * The same SQL on a ClickHouse cluster that the researcher runs: the store's rows in a table on every shard, asked
 * through `Distributed` tables. Plain HTTP: @clickhouse/client doesn't speak to the 18.16 that Debian carries. A shard
 * that doesn't answer fails the query (`skip_unavailable_shards = 0`), and row counts are compared before anything is
 * written, so there are no partial results.
 */
import { CliError } from '../cli/cli-error.ts';
import { cardColumns, columnBytes, slipColumns } from '../format/codebook.ts';
import { type Engine, tableOf } from '../store/engine.ts';
import { duckEngine } from '../store/duckdb-engine.ts';
import type { Manifest } from '../store/manifest.ts';
import { type Answer, post } from './http-post.ts';

export interface ClusterAddress {
  /** One server of the cluster, http://host:port; user and password may stand in it. */
  readonly url: string;
  /** Its name in the servers' `remote_servers`. */
  readonly cluster: string;
  readonly database: string;
}

const tables = { cards: cardColumns, slips: slipColumns } as const;
const types = { 1: 'UInt8', 2: 'UInt16', 4: 'UInt32' } as const;
const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

async function ask({ url }: ClusterAddress, sql: string, body = ''): Promise<string> {
  const address = new URL(url);
  const headers: Record<string, string> = {};
  if (address.username !== '') {
    headers['X-ClickHouse-User'] = decodeURIComponent(address.username);
    headers['X-ClickHouse-Key'] = decodeURIComponent(address.password);
    address.username = '';
    address.password = '';
  }
  address.searchParams.set('query', sql);
  address.searchParams.set('skip_unavailable_shards', '0');
  // A load answers when every shard has its rows, not before.
  address.searchParams.set('insert_distributed_sync', '1');
  // Errors must come before the first byte of the answer.
  address.searchParams.set('wait_end_of_query', '1');
  let answer: Answer;
  try {
    answer = await post(address, headers, body);
  } catch {
    throw new CliError(`Cannot ask ClickHouse at "${address.host}": it does not answer`, 2);
  }
  const { status, text } = answer;
  if (status !== 200 || /^Code: \d+/.test(text)) {
    const line = text.split('\n')[0]?.slice(0, 300) ?? '';
    throw new CliError(`Cannot ask ClickHouse at "${address.host}": ${line}`, 2);
  }
  return text;
}

/** What ClickHouse answers in its format `TabSeparatedWithNames`; whole numbers only. */
export function tableOfText(text: string): ReturnType<typeof tableOf> {
  const [heading = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const names = heading.split('\t');
  const columns = names.map(() => new Float64Array(lines.length));
  lines.forEach((line, row) => {
    line.split('\t').forEach((cell, c) => {
      (columns[c] as Float64Array)[row] = Number(cell);
    });
  });
  return tableOf(names, columns);
}

export function clickhouseEngine(address: ClusterAddress): Engine {
  for (const name of [address.cluster, address.database])
    if (!identifier.test(name)) throw new CliError(`Cannot use "${name}" as a name in ClickHouse`, 2);
  return {
    name: 'ClickHouse',
    ask: async (sql) => {
      // The two tables by their own names: the text of the queries is the same for every engine.
      const text = await ask(
        address,
        `${sql.trimEnd().replace(/\b(FROM) (cards|slips)\b/g, `$1 ${address.database}.$2`)}\nFORMAT TabSeparatedWithNames`,
      );
      return tableOfText(text);
    },
    close: async () => {},
  };
}

/** Shards' tables and the `Distributed` ones over them, made anew on every server, and filled with the store's rows. */
export async function loadCluster(
  address: ClusterAddress,
  servers: readonly string[],
  folder: string,
  manifest: Manifest,
): Promise<void> {
  const { cluster, database } = address;
  clickhouseEngine(address);
  for (const url of servers) {
    const server = { ...address, url };
    await ask(server, `CREATE DATABASE IF NOT EXISTS ${database}`);
    for (const [table, columns] of Object.entries(tables)) {
      const typed = columns.map((name) => `${name} ${types[columnBytes[name] ?? 1]}`).join(', ');
      await ask(server, `DROP TABLE IF EXISTS ${database}.${table}`);
      await ask(server, `DROP TABLE IF EXISTS ${database}.${table}_shard`);
      await ask(
        server,
        `CREATE TABLE ${database}.${table}_shard (${typed}) ENGINE = MergeTree() PARTITION BY month ORDER BY (month, random_group)`,
      );
      await ask(
        server,
        `CREATE TABLE ${database}.${table} (${typed}) ENGINE = Distributed(${cluster}, ${database}, ${table}_shard, rand())`,
      );
    }
  }
  const duck = await duckEngine(folder, manifest);
  try {
    for (const [table, columns] of Object.entries(tables)) {
      const found = await duck.ask(`SELECT ${columns.join(', ')} FROM ${table}`);
      const cells = columns.map((name) => found.column(name));
      const step = 100_000;
      for (let from = 0; from < found.length; from += step) {
        const lines: string[] = [];
        for (let i = from; i < Math.min(found.length, from + step); i++)
          lines.push(cells.map((column) => column[i]).join('\t'));
        await ask(
          address,
          `INSERT INTO ${database}.${table} (${columns.join(', ')}) FORMAT TabSeparated`,
          `${lines.join('\n')}\n`,
        );
      }
    }
  } finally {
    await duck.close();
  }
}
