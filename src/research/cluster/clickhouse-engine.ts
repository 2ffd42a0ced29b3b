/**
 * An engine over a ClickHouse cluster. Every shard holds a part of the rows in a table; `Distributed` tables over all
 * shards get the same SQL as DuckDB. Uses plain HTTP, because @clickhouse/client doesn't support ClickHouse 18.16, the
 * version in Debian. There are no partial results. A query fails when a shard doesn't answer (`skip_unavailable_shards
 * = 0`), and aggregate compares the number of reports before it writes anything.
 */
import { CliError } from '../cli/cli-error.ts';
import { type ColumnTable, columnTable, type Engine } from '../store/engine.ts';
import { type HttpResponse, httpPost } from './http-post.ts';

/** How to reach a cluster. */
export interface ClusterAddress {
  /** One server of the cluster, `http://host:port`; may contain user and password. */
  readonly url: string;
  /** Name of the cluster in the servers' `remote_servers`. */
  readonly cluster: string;
  readonly database: string;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** Throws a `CliError` for a name that isn't an identifier of ClickHouse, since names are put into SQL. */
export function checkNames({ cluster, database }: ClusterAddress): void {
  for (const name of [cluster, database])
    if (!identifier.test(name)) throw new CliError(`Cannot use "${name}" as a name in ClickHouse`, 2);
}

/**
 * Sends SQL to one server; `body` holds the rows of an INSERT. Returns the text of the response. Throws a `CliError`
 * when the server doesn't answer or reports an error.
 */
export async function sendSql({ url }: ClusterAddress, sql: string, body = ''): Promise<string> {
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
  // The server answers an INSERT only when every shard has stored the rows that belong to it.
  address.searchParams.set('insert_distributed_sync', '1');
  // The server finishes the query before it sends the first byte, so an error never comes in the middle of a result.
  address.searchParams.set('wait_end_of_query', '1');
  let response: HttpResponse;
  try {
    response = await httpPost(address, headers, body);
  } catch {
    throw new CliError(`Cannot query ClickHouse at "${address.host}": no answer`, 2);
  }
  const { status, text } = response;
  if (status !== 200 || /^Code: \d+/.test(text)) {
    const firstLine = text.split('\n')[0]?.slice(0, 300) ?? '';
    throw new CliError(`Cannot query ClickHouse at "${address.host}": ${firstLine}`, 2);
  }
  return text;
}

/** Parses ClickHouse's format `TabSeparatedWithNames`; whole numbers only. */
export function parseTabSeparated(text: string): ColumnTable {
  const [heading = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const names = heading.split('\t');
  const columns = names.map(() => new Float64Array(lines.length));
  lines.forEach((line, row) => {
    line.split('\t').forEach((cell, c) => {
      (columns[c] as Float64Array)[row] = Number(cell);
    });
  });
  return columnTable(names, columns);
}

/**
 * Returns an engine over the tables that `loadCluster` made. Throws a `CliError` for an invalid name of cluster or
 * database.
 */
export function clickhouseEngine(address: ClusterAddress): Engine {
  checkNames(address);
  return {
    name: 'ClickHouse',
    query: async (sql) => {
      // The queries name their tables without a database, so that one text serves every engine.
      const qualified = sql.trimEnd().replace(/\b(FROM) (cards|slips)\b/g, `$1 ${address.database}.$2`);
      return parseTabSeparated(await sendSql(address, `${qualified}\nFORMAT TabSeparatedWithNames`));
    },
    close: async () => {},
  };
}
