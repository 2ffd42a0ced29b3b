/** Checks reports as ingest does, but stores nothing. */
import { type Effects, quiet } from '../cli/effects.ts';
import { progressLine } from '../cli/progress-line.ts';
import type { InputItem, Rejection } from './input-item.ts';
import { listInputs } from './list-inputs.ts';
import { readIdentity } from './read-identity.ts';
import { readInput } from './read-input.ts';
import { ReportReader } from './report-reader.ts';

/** The result of a check. */
export interface Validation {
  /** Number of valid reports. */
  readonly reports: number;
  /** Number of rejected reports. */
  readonly refused: number;
  /** The first thousand rejections. */
  readonly rejected: readonly Rejection[];
}

const maxListed = 1000;

/**
 * Checks all reports of the inputs. `identity`: path of the key file that opens sealed reports. Throws a `CliError` for
 * wrong inputs or keys.
 */
export async function validateReports(
  inputs: readonly string[],
  identity: string | undefined,
  effects: Effects = quiet,
): Promise<Validation> {
  const files = listInputs(inputs);
  const openSealed = await readIdentity(identity);
  const reader = new ReportReader();
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
      for (const item of block) {
        const reason = rejectionOf(item, reader);
        if (reason === null) reports++;
        else {
          refused++;
          if (rejected.length < maxListed) rejected.push({ file: file.path, place: item.place, reason });
        }
      }
      effects.progress(progressLine('validate', reports, bytes / Math.max(1, total), effects.now() - started));
    }
  return { reports, refused, rejected };
}

function rejectionOf(item: InputItem, reader: ReportReader): string | null {
  if ('rejected' in item) return item.rejected;
  try {
    reader.read(item.text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
