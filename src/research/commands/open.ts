import { readFile, stat } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { CliError } from '../cli/cli-error.ts';
import { finish, outputs } from '../cli/run-command.ts';
import { openerOf } from '../input/read-identity.ts';
import { readSealed } from '../input/read-sealed.ts';
import { maxSealedBytes } from '../input/report-reader.ts';

export const openCommand = defineCommand({
  meta: {
    name: 'open',
    description:
      'Opens one sealed report and prints what it says. Ingest opens sealed reports by itself: this is for looking.\n\n' +
      'Example: fingertip-research open fingertip-ledger-2026-03.age --identity study.key',
  },
  args: {
    file: { type: 'positional', description: 'The sealed report', required: true },
    identity: { type: 'string', description: 'Key file of the study', required: true, valueHint: 'FILE' },
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const read = async (path: string) => {
        const found = await stat(path).catch(() => null);
        if (found === null) throw new CliError(`Cannot read "${path}": it is not there`, 2);
        if (!found.isFile()) throw new CliError(`Cannot read "${path}": it is no file`, 2);
        if (found.size > maxSealedBytes)
          throw new CliError(`Cannot read "${path}": it is over ${maxSealedBytes} bytes`);
        return readFile(path);
      };
      const opener = await openerOf((await read(args.identity)).toString('utf8'), args.identity);
      const piece = await readSealed(await read(args.file), opener, '', args.file);
      if ('refused' in piece) throw new CliError(`Cannot open "${args.file}": ${piece.refused}`);
      effects.say(piece.text.trimEnd());
      return { exitCode: 0, json: JSON.parse(piece.text) };
    }),
});
