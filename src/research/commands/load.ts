import { defineCommand } from 'citty';
import { CliError } from '../cli/cli-error.ts';
import { finish, outputs } from '../cli/run-command.ts';
import { clusterArgs } from './cluster-args.ts';
import { loadCluster } from '../cluster/clickhouse-engine.ts';
import { readManifest } from '../store/manifest.ts';

export const loadCommand = defineCommand({
  meta: {
    name: 'load',
    description:
      "Puts a store's rows onto a ClickHouse cluster, over all its shards, for aggregate --engine clickhouse.\n\n" +
      'Makes the tables anew on every server named by --servers. One machine takes ten million reports in seconds:\n' +
      'docs/research.md says from what size a cluster pays.\n\n' +
      'Example: fingertip-research load --store study --servers http://a:8123,http://b:8123',
  },
  args: {
    store: { type: 'string', description: 'Folder of the store', required: true, valueHint: 'DIR' },
    servers: {
      type: 'string',
      description: 'HTTP addresses of all servers, comma between',
      required: true,
      valueHint: 'URLS',
    },
    'cluster-name': clusterArgs['cluster-name'],
    database: clusterArgs.database,
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const servers = args.servers.split(',');
      const [url] = servers;
      if (url === undefined || servers.some((server) => !/^https?:\/\//.test(server)))
        throw new CliError(`Cannot use --servers "${args.servers}": they must be http addresses`, 2);
      const manifest = await readManifest(args.store);
      await loadCluster({ url, cluster: args['cluster-name'], database: args.database }, servers, args.store, manifest);
      effects.say(`${manifest.counts.reports} reports are on ${servers.length} servers`);
      return { exitCode: 0, json: { reports: manifest.counts.reports, servers: servers.length } };
    }),
});
