/** `open`: shows one sealed report. */
import { readFile, stat } from 'node:fs/promises';
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { identityOpener } from '../input/read-identity.ts';
import { readSealed } from '../input/read-sealed.ts';
import { maxSealedBytes } from '../input/report-reader.ts';

async function readSmallFile(path: string): Promise<Buffer> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw new CliError(`Cannot read "${path}": no such file`, 2);
  if (!stats.isFile()) throw new CliError(`Cannot read "${path}": not a file`, 2);
  if (stats.size > maxSealedBytes) throw new CliError(`Cannot read "${path}": larger than ${maxSealedBytes} bytes`);
  return readFile(path);
}

export const openCommand = defineCommand({
  name: 'open',
  description:
    'Opens one sealed report and prints it. You need it only to look at a report: ingest opens sealed reports itself.\n\n' +
    'Example: fingertip-research open fingertip-ledger-2026-03.age --identity study.key',
  positional: { name: 'file', description: 'The sealed report', required: true, isMany: false },
  options: {
    identity: { type: 'string', description: 'Key file of the study', required: true, valueHint: 'FILE' },
  },
  run: async ({ options, positionals: [file = ''] }, effects) => {
    const keyFile = (await readSmallFile(options.identity)).toString('utf8');
    const openSealed = await identityOpener(keyFile, options.identity);
    const item = await readSealed(await readSmallFile(file), openSealed, '', file);
    if ('rejected' in item) throw new CliError(`Cannot open "${file}": ${item.rejected}`);
    effects.print(item.text.trimEnd());
    return { exitCode: 0, json: JSON.parse(item.text) };
  },
});
