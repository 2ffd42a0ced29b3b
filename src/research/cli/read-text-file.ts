/** Reads a file that an option names. */
import { readFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/** Its text as UTF-8. `kind` says what it should be, for the error: "key file", "tariff". */
export const readTextFile = (path: string, kind: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CliError(`Cannot read ${kind} "${path}": no such file, or not readable`, 2);
  });
