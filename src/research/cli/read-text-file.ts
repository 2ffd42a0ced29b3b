/** Reads a file that an option names. */
import { readFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/**
 * Resolves to the text of the file, decoded as UTF-8. `kind` names the file in the error message: "key file", "tariff".
 * Throws a `CliError` if the file can't be read.
 */
export const readTextFile = (path: string, kind: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CliError(`Cannot read ${kind} "${path}": no such file, or not readable`, 2);
  });
