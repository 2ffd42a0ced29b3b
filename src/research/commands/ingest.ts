/** `ingest`: checks reports and adds them to a store. */
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { wholeNumber } from '../cli/parse-args.ts';
import { csvLine } from '../format/csv-line.ts';

export const ingestCommand = defineCommand({
  name: 'ingest',
  description:
    'Checks reports and adds them to a store.\n\n' +
    'INPUT is a folder, a file or a quoted pattern ("inbox/**/*.age"). Formats: *.json (one report), *.ndjson and\n' +
    '*.jsonl (one report per line), both also as .gz; *.zip of these; *.age (sealed, needs --identity). A rejected\n' +
    'report is listed with file, place and reason; the others are stored. A run may be stopped at any moment. Run it\n' +
    'again and it continues. A report that comes twice counts once.\n\n' +
    'Exit code: 0 all accepted, 1 some rejected, 2 failure.\n\n' +
    'Example: fingertip-research ingest inbox --store study --identity study.key --cluster-by folder',
  positional: { name: 'input', description: 'Folders, files or quoted patterns', required: true, isMany: true },
  options: {
    store: { type: 'string', description: 'Folder of the store; created if missing', required: true, valueHint: 'DIR' },
    identity: { type: 'string', description: 'Key file that opens sealed reports (see keygen)', valueHint: 'FILE' },
    cluster: { type: 'string', description: 'Recruitment batch that all these inputs belong to', valueHint: 'NAME' },
    'cluster-by': {
      type: 'string',
      description: '"folder": a file\'s folder or archive is its recruitment batch',
      valueHint: 'folder',
    },
    tickets: {
      type: 'string',
      description: 'List of the tickets given out; accepts one report per ticket and month',
      valueHint: 'FILE',
    },
    step: {
      type: 'string',
      description: 'Reports between two checkpoints; a killed run repeats at most these',
      default: '131072',
      valueHint: 'N',
    },
    'include-partial': { type: 'boolean', description: 'Accept reports of months that had not ended' },
  },
  run: async ({ options, positionals }, effects) => {
    const by = options['cluster-by'];
    if (by !== undefined && by !== 'folder')
      throw new CliError(`Cannot use --cluster-by "${by}": the only allowed value is "folder"`, 2);
    if (by !== undefined && options.cluster !== undefined)
      throw new CliError('Cannot use --cluster and --cluster-by together: each names the batch', 2);
    const batchReports = wholeNumber(options.step, 'step', 1);
    const { ingest } = await import('../ingest/ingest.ts');
    const result = await ingest(
      {
        inputs: positionals,
        store: options.store,
        identity: options.identity,
        cluster: by === 'folder' ? true : options.cluster,
        tickets: options.tickets,
        includePartial: options['include-partial'],
        batchReports,
      },
      effects,
    );
    const { counts, rejected, floods, filesRead, filesKnown, store } = result;
    for (const r of rejected) effects.print(`rejected ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
    if (counts.rejected > rejected.length)
      effects.print(`and ${counts.rejected - rejected.length} more, listed in ${options.store}/rejected/`);
    for (const flood of floods)
      effects.print(
        `suspicious: "${csvLine([flood.name]).trimEnd()}" ${flood.place}: ${flood.reports} consecutive reports differ only in their ids`,
      );
    effects.print(
      `${counts.reports} accepted, ${counts.repeated} duplicates, ${counts.rejected} rejected; ${filesRead} files read, ${filesKnown} read before; the store holds ${store.counts.reports} reports`,
    );
    const tickets =
      options.tickets === undefined ? {} : { ticketsUsed: result.ticketsUsed, ticketsIssued: result.ticketsIssued };
    if (options.tickets !== undefined)
      effects.print(`${result.ticketsIssued} tickets given out, used ${result.ticketsUsed} times over all months`);
    return {
      exitCode: counts.rejected > 0 ? 1 : 0,
      json: { ...counts, filesRead, filesKnown, rejected, floods, inStore: store.counts.reports, ...tickets },
    };
  },
});
