import { defineCommand } from 'citty';
import { finish, outputs, positionals } from '../cli/run-command.ts';
import { csvLine } from '../format/csv-line.ts';
import { validate } from '../input/validate-reports.ts';

export const validateCommand = defineCommand({
  meta: {
    name: 'validate',
    description:
      "Examines reports as ingest would and keeps nothing: each that isn't one is named with place and reason.\n\n" +
      "Exit code: 0 all are reports, 1 some aren't, 2 it failed.\n\n" +
      'Example: fingertip-research validate inbox "*.zip"',
  },
  args: {
    input: { type: 'positional', description: 'Folders, files or patterns', required: true },
    identity: { type: 'string', description: 'Key file that opens sealed reports', valueHint: 'FILE' },
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const { reports, refused, rejected } = await validate(positionals(args), args.identity, effects);
      for (const r of rejected) effects.say(`refused ${csvLine([r.file, r.place, r.reason]).trimEnd()}`);
      effects.say(`${reports} are reports, ${refused} are not`);
      return { exitCode: refused > 0 ? 1 : 0, json: { reports, refused, rejected } };
    }),
});
