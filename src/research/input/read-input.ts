/**
 * Reads one file as items. Bytes are counted while they are read, so memory stays bounded even if the file states wrong
 * sizes.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { decompress } from './decompress.ts';
import {
  fileKindOf,
  type InputItem,
  type ItemBlocks,
  itemOf,
  type ReadContext,
  readUpTo,
  tooLarge,
  unknownType,
} from './input-item.ts';
import type { Input } from './list-inputs.ts';
import { readLines } from './read-lines.ts';
import { readSealed } from './read-sealed.ts';
import { readZip } from './read-zip.ts';
import { maxReportBytes, maxSealedBytes } from './report-reader.ts';

/** Yields the items of a file. If the file can't be read as reports, yields one rejected item. */
export async function* readInput(input: Input, context: ReadContext): ItemBlocks {
  const name = basename(input.path);
  const innerName = name.replace(/\.gz$/i, '');
  const isGzip = innerName !== name;
  const kind = fileKindOf(innerName);
  const reject = (rejected: string): readonly InputItem[] => [{ rejected, place: '', name }];
  if (!input.isFile) return yield reject('not a regular file: links are not followed');
  if (kind === 'unknown' || (isGzip && (kind === 'zip' || kind === 'sealed'))) {
    context.onBytes(input.bytes);
    return yield reject(unknownType);
  }
  if (kind === 'zip') return yield* readZip(input, context);
  if (!isGzip && kind !== 'lines') {
    context.onBytes(input.bytes);
    const limit = kind === 'sealed' ? maxSealedBytes : maxReportBytes;
    if (input.bytes > limit) return yield reject(`larger than ${limit} bytes`);
    const bytes = await readFile(input.path);
    return yield [kind === 'sealed' ? await readSealed(bytes, context.openSealed, '', name) : itemOf(bytes, '', name)];
  }
  const file = createReadStream(input.path, { highWaterMark: 1 << 20 });
  file.on('data', (block) => context.onBytes(block.length));
  const stream = isGzip ? decompress(file, createGunzip({ chunkSize: 1 << 18 })) : file;
  try {
    if (kind === 'report') {
      const { bytes, isMore } = await readUpTo(stream, maxReportBytes);
      yield isMore ? reject(`decompressed, ${tooLarge}`) : [itemOf(bytes, '', name)];
    } else yield* readLines(stream, '', name, isGzip ? input.bytes : null);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !code.startsWith('Z_')) throw error;
    yield reject(`cannot be decompressed: ${message}`);
  } finally {
    file.destroy();
  }
}

/** Whether `readReportFile` can read the input: a file with one report, neither compressed nor sealed. */
export const isReportFile = (input: Input): boolean => input.isFile && /\.json$/i.test(input.path);

/**
 * Returns the item of a file with one report. Reads synchronously: with a hundred thousand files, asynchronous reading
 * would take most of the time.
 */
export function readReportFile(input: Input): InputItem {
  const name = basename(input.path);
  if (input.bytes > maxReportBytes) return { rejected: tooLarge, place: '', name };
  return itemOf(readFileSync(input.path), '', name);
}
