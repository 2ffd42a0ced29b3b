/** `aggregate`: makes tables that may be published, from a store or from a folder of reports. */
import { aggregate, aggregateFolder } from '../aggregate/aggregate.ts';
import { lowerBoundNote } from '../aggregate/compute-findings.ts';
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { csvLine } from '../format/csv-line.ts';
import { releaseArgs, releaseOptions } from './release-args.ts';

/** Returns one line of text for each row, with aligned columns. */
function alignColumns(rows: readonly (readonly (string | number | null)[])[]): readonly string[] {
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
  name: 'aggregate',
  description:
    'Makes tables that may be published from a store, or directly from a folder of reports.\n\n' +
    'Writes CSV, Parquet and datapackage.json to DIR. Counts below k are suppressed, and as many other cells as are\n' +
    'needed so that no suppressed count can be computed. A store keeps a record of each release. Tables that could be\n' +
    'subtracted from earlier ones are refused. Late reports of a released month are left out until there are k of them.\n\n' +
    'Exit code: 0 done, 1 nothing may be released or some reports of the folder were rejected, 2 failure.\n\n' +
    'Examples: fingertip-research aggregate --store study --out release-1 --cluster\n' +
    '          fingertip-research aggregate inbox --out tables',
  positional: { name: 'folder', description: 'A folder of reports, without a store', required: false, isMany: false },
  options: {
    store: { type: 'string', description: 'Folder of the store that ingest made', valueHint: 'DIR' },
    out: { type: 'string', description: 'Folder to write to', required: true, valueHint: 'DIR' },
    'include-partial': {
      type: 'boolean',
      description: 'With a folder: accept reports of months that had not ended',
    },
    ...releaseArgs,
  },
  run: async ({ options: given, positionals: [folder] }, effects) => {
    if ((given.store === undefined) === (folder === undefined))
      throw new CliError('Cannot aggregate: name either a folder of reports or a store with --store', 2);
    const options = { ...releaseOptions(given), out: given.out };
    const { findings, ingested } =
      given.store === undefined
        ? await aggregateFolder(folder as string, options, given['include-partial'], effects)
        : { findings: await aggregate({ ...options, store: given.store }, effects), ingested: null };
    const total = [...findings.reports.values()].reduce((a, b) => a + b, 0);
    for (const r of ingested?.rejected ?? [])
      effects.print(`rejected ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
    effects.print(`${total} report${total === 1 ? '' : 's'}; counts below ${options.k} are suppressed`);
    for (const [month, late] of findings.heldMonths)
      effects.print(`${month} is left out: ${late} reports arrived after its release`);
    for (const flood of findings.floods)
      effects.print(
        `suspicious: ${flood.month} has ${flood.reports} cards with "${flood.card}", but at most ${flood.neighbour} of any similar card`,
      );
    const [cells] = findings.outputs;
    if (cells !== undefined && !given.json)
      for (const line of alignColumns([cells.columns.map((column) => column.name), ...cells.rows])) effects.print(line);
    effects.print(lowerBoundNote);
    if (options.draft) effects.print('A draft: not for release');
    const rejected = ingested?.counts.rejected ?? 0;
    return {
      exitCode: rejected > 0 ? 1 : 0,
      json: {
        reports: Object.fromEntries(findings.reports),
        held: Object.fromEntries(findings.heldMonths),
        floods: findings.floods,
        rejected: ingested?.rejected ?? [],
        cells: cells?.rows.length ?? 0,
        estimates: findings.estimates.length,
        countMs: findings.countMs,
        out: given.out,
      },
    };
  },
});
