/**
 * `commands/` holds one file for each command: its options, the call of the code that does the work, and the lines it
 * prints. DuckDB and other large packages are loaded inside `run`, so that `--help` starts fast.
 *
 * `keygen`: the key pair of a study, and the tickets of its participants.
 */
import { access, writeFile } from 'node:fs/promises';
import { CliError } from '../cli/cli-error.ts';
import { defineCommand } from '../cli/command.ts';
import { newTickets } from '../input/tickets.ts';

const maxTickets = 1_000_000;

async function refuseToOverwrite(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new CliError(`Cannot write "${path}": the file exists already`, 2);
}

export const keygenCommand = defineCommand({
  name: 'keygen',
  description:
    'Makes the key pair of a study: writes the secret key to a file, prints the public key.\n\n' +
    'Volunteers enter the public key (age1…) when they seal a report; only the secret key opens it. Keep the file off\n' +
    'the network, with a copy in a safe: without it no sealed report can be read. With --tickets N it also makes N\n' +
    'random tickets, one for each person you invite.\n\n' +
    'Example: fingertip-research keygen --out study.key --tickets 500 --tickets-out tickets.txt',
  options: {
    out: { type: 'string', description: 'File for the secret key', required: true, valueHint: 'FILE' },
    tickets: { type: 'string', description: 'Number of tickets', valueHint: 'N' },
    'tickets-out': { type: 'string', description: 'File for the tickets', default: 'tickets.txt', valueHint: 'FILE' },
  },
  run: async ({ options }, effects) => {
    const tickets = options.tickets === undefined ? 0 : Number(options.tickets);
    if (!Number.isInteger(tickets) || tickets < 0 || tickets > maxTickets)
      throw new CliError(`Cannot use --tickets "${options.tickets}": it must be a whole number up to a million`, 2);
    await refuseToOverwrite(options.out);
    if (tickets > 0) await refuseToOverwrite(options['tickets-out']);
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    await writeFile(options.out, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
    if (tickets > 0)
      await writeFile(options['tickets-out'], `${newTickets(tickets).join('\n')}\n`, { mode: 0o600, flag: 'wx' });
    effects.print(recipient);
    effects.print(
      `The secret key is in ${options.out}${tickets > 0 ? `, ${tickets} tickets are in ${options['tickets-out']}` : ''}`,
    );
    return { exitCode: 0, json: { recipient, tickets } };
  },
});
