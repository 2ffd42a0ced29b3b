/** Options of what is released, which aggregate and report share. */
import type { AggregateOptions } from '../aggregate/aggregate.ts';
import { clusterArgs } from './cluster-args.ts';
import { CliError } from '../cli/cli-error.ts';
import { wholeNumber } from '../cli/run-command.ts';

export const releaseArgs = {
  k: {
    type: 'string',
    description: 'Smallest cell to release; below 10 the tables are drafts',
    default: '10',
    valueHint: 'N',
  },
  draft: { type: 'boolean', description: 'For your own eyes: no record of a release is kept', default: false },
  cluster: {
    type: 'boolean',
    description: 'Intervals from recruitment batches instead of random groups',
    default: false,
  },
  population: { type: 'string', description: 'CSV variable,value,people: rake to these margins', valueHint: 'FILE' },
  tariff: {
    type: 'string',
    description: 'CSV per_hour: price of an hour, for the Standard Cost Model',
    valueHint: 'FILE',
  },
  engine: {
    type: 'string',
    description: 'duckdb, or clickhouse with --url (see load)',
    default: 'duckdb',
    valueHint: 'NAME',
  },
  ...clusterArgs,
} as const;

interface Given {
  readonly k: string;
  readonly draft: boolean;
  readonly cluster: boolean;
  readonly population?: string | undefined;
  readonly tariff?: string | undefined;
  readonly engine: string;
  readonly url?: string | undefined;
  readonly 'cluster-name': string;
  readonly database: string;
}

function engineOf(args: Given): AggregateOptions['engine'] {
  if (args.engine === 'duckdb') return undefined;
  if (args.engine !== 'clickhouse' || args.url === undefined || !/^https?:\/\//.test(args.url))
    throw new CliError(`Cannot use --engine "${args.engine}": it is duckdb, or clickhouse with --url http://…`, 2);
  const address = { url: args.url, cluster: args['cluster-name'], database: args.database };
  return async () => (await import('../cluster/clickhouse-engine.ts')).clickhouseEngine(address);
}

export function releaseOptions(args: Given): Omit<AggregateOptions, 'store' | 'out'> {
  const k = wholeNumber(args.k, 'k', 1);
  return {
    k,
    draft: args.draft || k < 10,
    cluster: args.cluster,
    population: args.population,
    tariff: args.tariff,
    engine: engineOf(args),
  };
}
