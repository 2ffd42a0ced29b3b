/** `fingertip-research`: from a folder of month reports to findings. */
import { defineCommand, runMain } from 'citty';

runMain(
  defineCommand({
    meta: { name: 'fingertip-research', description: 'From the month reports of the Fingertip Ledger to findings' },
    // Each is loaded when it is asked for: most of a short run would else be reading code.
    subCommands: {
      validate: () => import('./commands/validate.ts').then((m) => m.validateCommand),
      ingest: () => import('./commands/ingest.ts').then((m) => m.ingestCommand),
      aggregate: () => import('./commands/aggregate.ts').then((m) => m.aggregateCommand),
      report: () => import('./commands/report.ts').then((m) => m.reportCommand),
      simulate: () => import('./commands/simulate.ts').then((m) => m.simulateCommand),
      keygen: () => import('./commands/keygen.ts').then((m) => m.keygenCommand),
      open: () => import('./commands/open.ts').then((m) => m.openCommand),
      load: () => import('./commands/load.ts').then((m) => m.loadCommand),
    },
  }),
);
