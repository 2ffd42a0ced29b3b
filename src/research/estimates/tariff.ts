/** What an hour costs, for the Standard Cost Model. */
import { CliError } from '../cli/cli-error.ts';

/** CSV with the heading `per_hour` and one line: money for an hour of working time. Slips carry no post, so one price. */
export function parseTariff(text: string, path: string): number {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const price = Number(lines[1]);
  if (lines[0]?.trim() !== 'per_hour' || lines.length !== 2 || !Number.isFinite(price) || price <= 0)
    throw new CliError(`Cannot read tariff "${path}": it must be the line "per_hour" and a line with a number`, 2);
  return price;
}
