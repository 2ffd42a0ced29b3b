import { access, writeFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { defineCommand } from 'citty';
import { CliError } from '../cli/cli-error.ts';
import { finish, outputs } from '../cli/run-command.ts';
import { newTickets } from '../input/tickets.ts';

const refuseToOverwrite = async (path: string) => {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) throw new CliError(`Cannot write "${path}": it is there already`, 2);
};

export const keygenCommand = defineCommand({
  meta: {
    name: 'keygen',
    description:
      'Makes the key of a study: the secret half into a file, the public half on the screen.\n\n' +
      'Volunteers enter the public half (age1…) when they seal a report; only the secret half opens it. Keep the file\n' +
      'off the network, with a copy in a safe: without it no sealed report can be read. With --tickets N also makes\n' +
      'N random tickets, one for each person who is invited.\n\n' +
      'Example: fingertip-research keygen --out study.key --tickets 500 --tickets-out tickets.txt',
  },
  args: {
    out: { type: 'string', description: 'File for the secret half', required: true, valueHint: 'FILE' },
    tickets: { type: 'string', description: 'How many tickets', valueHint: 'N' },
    'tickets-out': { type: 'string', description: 'File for the tickets', default: 'tickets.txt', valueHint: 'FILE' },
    ...outputs,
  },
  run: ({ args }) =>
    finish(args.json, async (effects) => {
      const tickets = args.tickets === undefined ? 0 : Number(args.tickets);
      if (!Number.isInteger(tickets) || tickets < 0 || tickets > 1_000_000)
        throw new CliError(`Cannot use --tickets "${args.tickets}": it must be a whole number up to a million`, 2);
      await refuseToOverwrite(args.out);
      if (tickets > 0) await refuseToOverwrite(args['tickets-out']);
      const identity = await generateX25519Identity();
      const recipient = await identityToRecipient(identity);
      await writeFile(args.out, `# public half: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
      if (tickets > 0)
        await writeFile(args['tickets-out'], `${newTickets(tickets).join('\n')}\n`, { mode: 0o600, flag: 'wx' });
      effects.say(`${recipient}`);
      effects.say(
        `The secret half is in ${args.out}${tickets > 0 ? `, ${tickets} tickets in ${args['tickets-out']}` : ''}`,
      );
      return { exitCode: 0, json: { recipient, tickets } };
    }),
});
