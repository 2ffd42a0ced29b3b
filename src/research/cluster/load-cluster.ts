/** Copies the rows of a store to a ClickHouse cluster. */
import { cardColumns, columnBytes, slipColumns } from '../format/codebook.ts';
import { openStoreEngine } from '../store/duckdb-engine.ts';
import type { Manifest } from '../store/manifest.ts';
import { type ClusterAddress, checkNames, sendSql } from './clickhouse-engine.ts';

const tables = { cards: cardColumns, slips: slipColumns } as const;
/** ClickHouse types by bytes per value. */
const types = { 1: 'UInt8', 2: 'UInt16', 4: 'UInt32' } as const;
const rowsPerInsert = 100_000;

/**
 * Drops and creates the tables on every server: a table for the shard and a `Distributed` table over all shards. Then
 * inserts all rows, which the first server spreads over the shards at random.
 */
export async function loadCluster(
  address: ClusterAddress,
  servers: readonly string[],
  folder: string,
  manifest: Manifest,
): Promise<void> {
  checkNames(address);
  for (const url of servers) await createTables({ ...address, url });
  const engine = await openStoreEngine(folder, manifest);
  try {
    for (const [table, names] of Object.entries(tables)) {
      const rows = await engine.query(`SELECT ${names.join(', ')} FROM ${table}`);
      const columns = names.map((name) => rows.column(name));
      const insert = `INSERT INTO ${address.database}.${table} (${names.join(', ')}) FORMAT TabSeparated`;
      for (let start = 0; start < rows.length; start += rowsPerInsert) {
        const lines: string[] = [];
        for (let row = start; row < Math.min(rows.length, start + rowsPerInsert); row++)
          lines.push(columns.map((column) => column[row]).join('\t'));
        await sendSql(address, insert, `${lines.join('\n')}\n`);
      }
    }
  } finally {
    await engine.close();
  }
}

async function createTables(server: ClusterAddress): Promise<void> {
  const { cluster, database } = server;
  await sendSql(server, `CREATE DATABASE IF NOT EXISTS ${database}`);
  for (const [table, names] of Object.entries(tables)) {
    const columns = names.map((name) => `${name} ${types[columnBytes[name] ?? 1]}`).join(', ');
    await sendSql(server, `DROP TABLE IF EXISTS ${database}.${table}`);
    await sendSql(server, `DROP TABLE IF EXISTS ${database}.${table}_shard`);
    await sendSql(
      server,
      `CREATE TABLE ${database}.${table}_shard (${columns}) ENGINE = MergeTree() PARTITION BY month ORDER BY (month, random_group)`,
    );
    await sendSql(
      server,
      `CREATE TABLE ${database}.${table} (${columns}) ENGINE = Distributed(${cluster}, ${database}, ${table}_shard, rand())`,
    );
  }
}
