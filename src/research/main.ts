/** `fingertip-research`: aggregates the reports that people chose to send. */
import { defineCommand, runMain } from 'citty';
import { aggregate, CliError } from './aggregate.ts';

const lowerBound = 'Desktop portals in one browser are a lower bound; time on a portal is not by itself burden.';

const aggregateCommand = defineCommand({
  meta: { name: 'aggregate', description: 'Counts the buckets of a folder of month reports' },
  args: {
    folder: { type: 'positional', description: 'Folder of month reports (*.json)', required: true },
    out: { type: 'string', description: 'Folder to write to', required: true },
    'include-partial': { type: 'boolean', description: 'Take reports of running months too', default: false },
    k: { type: 'string', description: 'Smallest cell to release', default: '10' },
  },
  async run({ args }) {
    const k = Number(args.k);
    try {
      if (!Number.isInteger(k) || k < 1)
        throw new CliError(`Cannot use k "${args.k}": it must be a whole number from 1`);
      const options = { folder: args.folder, out: args.out, includePartial: args['include-partial'], k };
      const { reports, rows } = await aggregate(options);
      console.log(`${reports} report${reports === 1 ? '' : 's'}; cells of fewer than ${k} are kept back`);
      const all = [['month', 'record', 'field', 'bucket', 'reports'], ...rows];
      const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
      for (const row of all) console.log(row.map((value, i) => value.padEnd(widths[i] ?? 0)).join('  '));
      console.log(lowerBound);
    } catch (trouble) {
      if (!(trouble instanceof CliError)) throw trouble;
      console.error(trouble.message);
      process.exit(1);
    }
  },
});

runMain(
  defineCommand({
    meta: { name: 'fingertip-research', description: 'Aggregates month reports of the Fingertip Ledger' },
    subCommands: { aggregate: aggregateCommand },
  }),
);
