import { defineCommand } from 'citty';
import { CliError } from '../cli/cli-error.ts';
import { finish, outputs, positionals, wholeNumber } from '../cli/run-command.ts';
import { ingest } from '../ingest/ingest.ts';
import { csvLine } from '../format/csv-line.ts';

export const ingestCommand = defineCommand({
  meta: {
    name: 'ingest',
    description:
      'Examines reports and puts them into a store.\n\n' +
      'INPUT is a folder, a file or a quoted pattern ("inbox/**/*.age"). Read are: *.json (one report), *.ndjson and\n' +
      "*.jsonl (one a line), both also as .gz; *.zip of these; *.age (sealed, with --identity). A report that isn't\n" +
      'exactly one is refused with its file, place and reason, and never stops the rest. May be stopped at any moment:\n' +
      'run it again and it goes on. The same report twice counts once.\n\n' +
      'Exit code: 0 all were taken, 1 some were refused, 2 it failed.\n\n' +
      'Example: fingertip-research ingest inbox --store study --identity study.key --cluster-by folder',
  },
  args: {
    input: { type: 'positional', description: 'Folders, files or patterns', required: true },
    store: {
      type: 'string',
      description: "Folder of the store; made when it isn't there",
      required: true,
      valueHint: 'DIR',
    },
    identity: { type: 'string', description: 'Key file that opens sealed reports (see keygen)', valueHint: 'FILE' },
    cluster: {
      type: 'string',
      description: 'Name of the recruitment batch all these inputs belong to',
      valueHint: 'NAME',
    },
    'cluster-by': {
      type: 'string',
      description: '"folder": the folder or archive a file lies in is its batch',
      valueHint: 'folder',
    },
    tickets: {
      type: 'string',
      description: 'List of the tickets given out: one report a ticket and month',
      valueHint: 'FILE',
    },
    step: {
      type: 'string',
      description: 'Reports between two saves: what a run that is killed may have to read again',
      default: '131072',
      valueHint: 'N',
    },
    'include-partial': { type: 'boolean', description: 'Take reports of running months too', default: false },
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const by = args['cluster-by'];
      if (by !== undefined && by !== 'folder')
        throw new CliError(`Cannot use --cluster-by "${by}": it can only be "folder"`, 2);
      if (by !== undefined && args.cluster !== undefined)
        throw new CliError('Cannot use --cluster and --cluster-by together: each names the batch', 2);
      const found = await ingest(
        {
          inputs: positionals(args),
          store: args.store,
          identity: args.identity,
          cluster: by === 'folder' ? true : args.cluster,
          tickets: args.tickets,
          includePartial: args['include-partial'],
          batchReports: wholeNumber(args.step, 'step', 1),
        },
        effects,
      );
      const { counts, rejected, floods, filesRead, filesKnown, store } = found;
      for (const r of rejected) effects.say(`refused ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
      if (counts.rejected > rejected.length)
        effects.say(`and ${counts.rejected - rejected.length} more: ${args.store}/rejected/`);
      for (const flood of floods)
        effects.say(
          `look at "${csvLine([flood.name]).trimEnd()}" ${flood.place}: ${flood.reports} reports in a row are alike but for their ids`,
        );
      effects.say(
        `${counts.reports} taken, ${counts.repeated} came again, ${counts.rejected} refused; ${filesRead} files read, ${filesKnown} known already; the store holds ${store.counts.reports}`,
      );
      const tickets =
        args.tickets === undefined ? {} : { ticketsUsed: found.ticketsUsed, ticketsIssued: found.ticketsIssued };
      if (args.tickets !== undefined)
        effects.say(`${found.ticketsUsed} uses of ${found.ticketsIssued} tickets, over all months`);
      return {
        exitCode: counts.rejected > 0 ? 1 : 0,
        json: { ...counts, filesRead, filesKnown, rejected, floods, inStore: store.counts.reports, ...tickets },
      };
    }),
});
