/**
 * A file as a row of texts, each with its place, or the reason why a place gives none. Memory stays bounded whatever
 * the file says about itself: sizes are counted while reading, never believed.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { unpacked } from './decompress.ts';
import type { Input } from './list-inputs.ts';
import { readLines } from './read-lines.ts';
import { readSealed } from './read-sealed.ts';
import { readZip } from './read-zip.ts';
import { maxReportBytes, maxSealedBytes } from './report-reader.ts';
import { overLimit, type Piece, type Pieces, pieceOf, type Reading, readUpTo, sortOf } from './input-item.ts';

export async function* readInput(input: Input, reading: Reading): Pieces {
  const name = basename(input.path);
  const inner = name.replace(/\.gz$/i, '');
  const packed = inner !== name;
  const sort = sortOf(inner);
  const one = (piece: Piece): readonly Piece[] => [piece];
  if (!input.isFile) return yield one({ refused: 'it is a link or no file: only files are read', place: '', name });
  if (sort === 'unknown' || (packed && (sort === 'zip' || sort === 'sealed'))) {
    reading.onBytes(input.bytes);
    yield one({ refused: 'its name ends like no file of reports', place: '', name });
    return;
  }
  if (sort === 'zip') return yield* readZip(input, reading);
  if (!packed && sort !== 'lines') {
    reading.onBytes(input.bytes);
    const limit = sort === 'sealed' ? maxSealedBytes : maxReportBytes;
    if (input.bytes > limit) return yield one({ refused: `it is over ${limit} bytes`, place: '', name });
    const bytes = await readFile(input.path);
    return yield one(
      sort === 'sealed' ? await readSealed(bytes, reading.openSealed, '', name) : pieceOf(bytes, '', name),
    );
  }
  const file = createReadStream(input.path, { highWaterMark: 1 << 20 });
  file.on('data', (block) => reading.onBytes(block.length));
  const stream = packed ? unpacked(file, createGunzip({ chunkSize: 1 << 18 })) : file;
  try {
    if (sort === 'report') {
      const { bytes, more } = await readUpTo(stream, maxReportBytes);
      yield one(more ? { refused: `unpacked, ${overLimit}`, place: '', name } : pieceOf(bytes, '', name));
    } else yield* readLines(stream, '', name, packed ? input.bytes : null);
  } catch (trouble) {
    const code = (trouble as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('Z_'))
      yield one({ refused: `it cannot be unpacked: ${(trouble as Error).message}`, place: '', name });
    else throw trouble;
  } finally {
    file.destroy();
  }
}
