/** `load`: copies the rows of a store to a ClickHouse cluster. */
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { readManifest } from '../store/manifest.ts';
import { clusterArgs } from './cluster-args.ts';

export const loadCommand = defineCommand({
  name: 'load',
  description:
    "Copies a store's rows to a ClickHouse cluster, spread over its shards, for aggregate --engine clickhouse.\n\n" +
    'Drops and creates the tables on every server named by --servers. One machine counts ten million reports in\n' +
    'seconds; docs/research.md says from what size a cluster is worth it.\n\n' +
    'Example: fingertip-research load --store study --servers http://a:8123,http://b:8123',
  options: {
    store: { type: 'string', description: 'Folder of the store', required: true, valueHint: 'DIR' },
    servers: {
      type: 'string',
      description: 'HTTP addresses of all servers, separated by commas',
      required: true,
      valueHint: 'URLS',
    },
    'cluster-name': clusterArgs['cluster-name'],
    database: clusterArgs.database,
  },
  run: async ({ options }, effects) => {
    const servers = options.servers.split(',');
    const [url] = servers;
    if (url === undefined || servers.some((server) => !/^https?:\/\//.test(server)))
      throw new CliError(`Cannot use --servers "${options.servers}": each must be an http address`, 2);
    const manifest = await readManifest(options.store);
    const address = { url, cluster: options['cluster-name'], database: options.database };
    const { loadCluster } = await import('../cluster/load-cluster.ts');
    await loadCluster(address, servers, options.store, manifest);
    effects.print(`${manifest.counts.reports} reports are on ${servers.length} servers`);
    return { exitCode: 0, json: { reports: manifest.counts.reports, servers: servers.length } };
  },
});
