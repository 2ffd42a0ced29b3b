/** `fingertip-research`: from a folder of month reports to findings. */
import { defineCommand, runMain } from 'citty';
import { aggregateCommand } from './commands/aggregate.ts';
import { ingestCommand } from './commands/ingest.ts';
import { keygenCommand } from './commands/keygen.ts';
import { loadCommand } from './commands/load.ts';
import { openCommand } from './commands/open.ts';
import { simulateCommand } from './commands/simulate.ts';
import { validateCommand } from './commands/validate.ts';

runMain(
  defineCommand({
    meta: { name: 'fingertip-research', description: 'From the month reports of the Fingertip Ledger to findings' },
    subCommands: {
      validate: validateCommand,
      ingest: ingestCommand,
      aggregate: aggregateCommand,
      simulate: simulateCommand,
      keygen: keygenCommand,
      open: openCommand,
      load: loadCommand,
    },
  }),
);
