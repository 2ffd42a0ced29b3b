/**
 * Tickets of a study: random codes, one for each invited person. The name of a report's file contains the ticket before
 * the extension (`fingertip-ledger-2026-03.TICKET.age`). A ticket allows one report per month. The store keeps only
 * digests of ticket and month, apart from the rows. The digests show that a ticket was used, but not for which report.
 */
import { randomBytes } from 'node:crypto';
import { CliError } from '../cli/cli-error.ts';
import { readTextFile } from '../cli/read-text-file.ts';

const format = /^[a-z2-7]{16}$/;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Returns `count` tickets with 80 random bits each. */
export const newTickets = (count: number): readonly string[] =>
  Array.from({ length: count }, () => Array.from(randomBytes(16), (byte) => letters[byte & 31]).join(''));

/** Returns the ticket in a file's name, or null. */
export const ticketOf = (name: string): string | null => /\.([a-z2-7]{16})\.(json|age)(\.gz)?$/.exec(name)?.[1] ?? null;

/** Reads the tickets of a file, one per line. Throws a `CliError` for a line that isn't a ticket. */
export async function readTickets(path: string): Promise<ReadonlySet<string>> {
  const text = await readTextFile(path, 'tickets');
  const tickets = text.split(/\r?\n/).filter((line) => line !== '');
  const bad = tickets.findIndex((ticket) => !format.test(ticket));
  if (bad >= 0) throw new CliError(`Cannot read tickets "${path}": line ${bad + 1} is not a ticket`, 2);
  return new Set(tickets);
}
