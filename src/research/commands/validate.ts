/** `validate`: checks reports without storing them. */
import { defineCommand } from '../cli/command.ts';
import { csvLine } from '../format/csv-line.ts';
import { validateReports } from '../input/validate-reports.ts';

export const validateCommand = defineCommand({
  name: 'validate',
  description:
    'Checks reports as ingest does but stores nothing; prints each rejected report with place and reason.\n\n' +
    'Exit code: 0 all are valid, 1 some are rejected, 2 failure.\n\n' +
    'Example: fingertip-research validate inbox "*.zip"',
  positional: { name: 'input', description: 'Folders, files or quoted patterns', required: true, isMany: true },
  options: {
    identity: { type: 'string', description: 'Key file that opens sealed reports', valueHint: 'FILE' },
  },
  run: async ({ options, positionals }, effects) => {
    const { reports, refused, rejected } = await validateReports(positionals, options.identity, effects);
    for (const r of rejected) effects.print(`rejected ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
    effects.print(`${reports} valid reports, ${refused} rejected`);
    return { exitCode: refused > 0 ? 1 : 0, json: { reports, refused, rejected } };
  },
});
