/** Looks at reports as ingest would, and keeps nothing. */
import { readFile } from 'node:fs/promises';
import { CliError } from '../cli/cli-error.ts';
import { type Effects, progressLine, quiet } from '../cli/effects.ts';
import { inputsOf } from './list-inputs.ts';
import { openerOf } from './read-identity.ts';
import { readInput } from './read-input.ts';
import { Door } from './report-reader.ts';
import type { Rejection } from '../store/commit.ts';

export interface Validation {
  readonly reports: number;
  readonly refused: number;
  /** The first thousand. */
  readonly rejected: readonly Rejection[];
}

export async function validate(
  inputs: readonly string[],
  identity: string | undefined,
  effects: Effects = quiet,
): Promise<Validation> {
  const files = inputsOf(inputs);
  const openSealed =
    identity === undefined
      ? null
      : await openerOf(
          await readFile(identity, 'utf8').catch(() => {
            throw new CliError(`Cannot read key file "${identity}": it is not there`, 2);
          }),
          identity,
        );
  const door = new Door();
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const rejected: Rejection[] = [];
  const started = effects.now();
  let reports = 0;
  let refused = 0;
  let bytes = 0;
  const onBytes = (n: number) => {
    bytes += n;
  };
  for (const file of files)
    for await (const block of readInput(file, { openSealed, onBytes })) {
      for (const piece of block) {
        let reason = 'refused' in piece ? piece.refused : '';
        if ('text' in piece)
          try {
            door.read(piece.text);
          } catch (trouble) {
            reason = (trouble as Error).message;
          }
        if (reason === '') reports++;
        else {
          refused++;
          if (rejected.length < 1000) rejected.push({ file: file.path, place: piece.place, reason });
        }
      }
      effects.progress(progressLine('validate', reports, bytes / Math.max(1, total), effects.now() - started));
    }
  return { reports, refused, rejected };
}
