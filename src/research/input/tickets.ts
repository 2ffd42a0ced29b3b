/**
 * Tickets of a study: random codes, one for each person who was invited, in the file's name before its ending
 * (`fingertip-ledger-2026-03.TICKET.age`). A ticket lets in one report a month. The store keeps only digests of
 * ticket and month, apart from every row: who used one is known, what their report says is not.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CliError } from '../cli/cli-error.ts';

const shape = /^[a-z2-7]{16}$/;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Eighty random bits each. */
export const newTickets = (n: number): readonly string[] =>
  Array.from({ length: n }, () => Array.from(randomBytes(16), (byte) => letters[byte & 31]).join(''));

export function ticketOf(name: string): string | null {
  const found = /\.([a-z2-7]{16})\.(json|age)(\.gz)?$/.exec(name)?.[1];
  return found ?? null;
}

export async function readTickets(path: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError(`Cannot read tickets "${path}": it is not there`, 2);
  });
  const tickets = text.split(/\r?\n/).filter((line) => line !== '');
  const bad = tickets.findIndex((ticket) => !shape.test(ticket));
  if (bad >= 0) throw new CliError(`Cannot read tickets "${path}": line ${bad + 1} is no ticket`, 2);
  return new Set(tickets);
}
