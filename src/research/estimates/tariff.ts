/** The price of an hour, for the Standard Cost Model. */
import { CliError } from '../cli/cli-error.ts';

/**
 * Parses CSV with the heading `per_hour` and one line: money for an hour of working time. One price applies to all
 * people, because slips don't name a post. Throws a `CliError` for anything else.
 */
export function parseTariff(text: string, path: string): number {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const price = Number(lines[1]);
  if (lines[0]?.trim() !== 'per_hour' || lines.length !== 2 || !Number.isFinite(price) || price <= 0)
    throw new CliError(
      `Cannot read tariff "${path}": it must be the line "per_hour" and one line with a positive number`,
      2,
    );
  return price;
}
