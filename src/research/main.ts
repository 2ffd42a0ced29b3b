/** `fingertip-research`: from a folder of month reports to findings. */
import { defineCommand, runMain } from 'citty';
import { aggregateCommand } from './commands/aggregate.ts';
import { ingestCommand } from './commands/ingest.ts';
import { simulateCommand } from './commands/simulate.ts';

runMain(
  defineCommand({
    meta: { name: 'fingertip-research', description: 'From the month reports of the Fingertip Ledger to findings' },
    subCommands: { aggregate: aggregateCommand, ingest: ingestCommand, simulate: simulateCommand },
  }),
);
