/** Options that `aggregate` and `report` share: what is released, and how. */
import type { AggregateOptions } from '../aggregate/compute-findings.ts';
import { CliError } from '../cli/cli-error.ts';
import type { OptionValues } from '../cli/command.ts';
import { wholeNumber } from '../cli/parse-args.ts';
import { clusterArgs } from './cluster-args.ts';

/** The options that both `aggregate` and `report` take. */
export const releaseArgs = {
  k: {
    type: 'string',
    description: 'Smallest count to release; below 10 the tables are a draft',
    default: '10',
    valueHint: 'N',
  },
  draft: { type: 'boolean', description: 'For your own use: keeps no record of a release' },
  cluster: { type: 'boolean', description: 'Intervals from recruitment batches instead of random groups' },
  population: {
    type: 'string',
    description: 'CSV variable,value,people: rake the cards to these margins',
    valueHint: 'FILE',
  },
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

type ReleaseValues = OptionValues<typeof releaseArgs>;

function engineOf(options: ReleaseValues): AggregateOptions['engine'] {
  const { engine, url } = options;
  if (engine === 'duckdb') return undefined;
  if (engine !== 'clickhouse' || url === undefined || !/^https?:\/\//.test(url))
    throw new CliError(`Cannot use --engine "${engine}": allowed are duckdb, and clickhouse with --url http://…`, 2);
  const address = { url, cluster: options['cluster-name'], database: options.database };
  return async () => (await import('../cluster/clickhouse-engine.ts')).clickhouseEngine(address);
}

/** Throws a `CliError` when `--k` or `--engine` has a value that is not allowed. */
export function releaseOptions(options: ReleaseValues): Omit<AggregateOptions, 'store' | 'out'> {
  const k = wholeNumber(options.k, 'k', 1);
  return {
    k,
    draft: options.draft || k < 10,
    cluster: options.cluster,
    population: options.population,
    tariff: options.tariff,
    engine: engineOf(options),
  };
}
