import { defineCommand } from 'citty';
import { aggregate, aggregateFolder, lowerBound } from '../aggregate/aggregate.ts';
import { CliError } from '../cli/cli-error.ts';
import { releaseArgs, releaseOptions } from './release-args.ts';
import { finish, outputs, positionals } from '../cli/run-command.ts';
import { csvLine } from '../format/csv-line.ts';

/** Cells as lines of aligned columns. */
function printed(rows: readonly (readonly (string | number | null)[])[]): readonly string[] {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '')));
  const widths = (texts[0] ?? []).map((_, c) => Math.max(...texts.map((row) => row[c]?.length ?? 0)));
  return texts.map((row) =>
    row
      .map((cell, c) => cell.padEnd(widths[c] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export const aggregateCommand = defineCommand({
  meta: {
    name: 'aggregate',
    description:
      'Turns a store (or a folder of reports at once) into tables that may be published.\n\n' +
      'Writes CSV, Parquet and datapackage.json to DIR. Cells of fewer than k reports are kept back, and as many more\n' +
      'as it takes that none can be worked out. A store remembers what was published: a second cut that could be\n' +
      'subtracted from the first is refused, and latecomers of a month wait until there are k of them.\n\n' +
      'Exit code: 0 done, 1 nothing may be released or some reports of the folder were refused, 2 it failed.\n\n' +
      'Examples: fingertip-research aggregate --store study --out release-1 --cluster\n' +
      '          fingertip-research aggregate inbox --out tables',
  },
  args: {
    folder: { type: 'positional', description: 'A folder of reports, without a store', required: false },
    store: { type: 'string', description: 'Folder of the store that ingest made', valueHint: 'DIR' },
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    'include-partial': {
      type: 'boolean',
      description: 'With a folder: take reports of running months too',
      default: false,
    },
    ...releaseArgs,
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const folders = positionals(args);
      if ((args.store === undefined) === (folders.length !== 1))
        throw new CliError('Cannot aggregate: name one folder of reports, or a store with --store', 2);
      const options = { ...releaseOptions(args), out: args.out };
      const { k } = options;
      const { found, ingested } =
        args.store === undefined
          ? await aggregateFolder(folders[0] as string, options, args['include-partial'], effects)
          : { found: await aggregate({ ...options, store: args.store }, effects), ingested: null };
      const total = [...found.reports.values()].reduce((a, b) => a + b, 0);
      for (const r of ingested?.rejected ?? [])
        effects.say(`refused ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
      effects.say(`${total} report${total === 1 ? '' : 's'}; cells of fewer than ${k} are kept back`);
      for (const [month, late] of found.held) effects.say(`${month} is held back: ${late} came since its release`);
      for (const flood of found.floods)
        effects.say(
          `look at ${flood.month}: ${flood.reports} cards say "${flood.card}", and at most ${flood.neighbour} anything near it`,
        );
      const [cells] = found.outputs;
      if (cells !== undefined && !args.json)
        for (const line of printed([cells.columns.map((column) => column.name), ...cells.rows])) effects.say(line);
      effects.say(lowerBound);
      if (options.draft) effects.say('A draft: not for release');
      const rejected = ingested?.counts.rejected ?? 0;
      return {
        exitCode: rejected > 0 ? 1 : 0,
        json: {
          reports: Object.fromEntries(found.reports),
          held: Object.fromEntries(found.held),
          floods: found.floods,
          rejected: ingested?.rejected ?? [],
          cells: cells?.rows.length ?? 0,
          estimates: found.estimates.length,
          countMs: found.countMs,
          out: args.out,
        },
      };
    }),
});
