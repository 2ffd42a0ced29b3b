/** Archives as pieces, one an entry. Nothing of an archive is ever written to disk, and its names are only shown. */
import { basename } from 'node:path';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { unpacked } from './decompress.ts';
import type { Input } from './list-inputs.ts';
import { readLines } from './read-lines.ts';
import { readSealed } from './read-sealed.ts';
import { maxReportBytes, maxSealedBytes } from './report-reader.ts';
import { overLimit, type Piece, type Pieces, pieceOf, type Reading, readUpTo, sortOf } from './input-item.ts';

const maxEntries = 2_000_000;

function openZip(path: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    // Names stay bytes: yauzl would give up on the whole archive at the first bad one.
    yauzl.open(path, { lazyEntries: true, decodeStrings: false, autoClose: false }, (trouble, zip) =>
      trouble ? fail(trouble) : done(zip),
    );
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((done, fail) => {
    const off = () => {
      zip.off('entry', onEntry);
      zip.off('end', onEnd);
      zip.off('error', onError);
    };
    const onEntry = (entry: Entry) => {
      off();
      done(entry);
    };
    const onEnd = () => {
      off();
      done(null);
    };
    const onError = (trouble: Error) => {
      off();
      fail(trouble);
    };
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  });
}

const packedStream = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((done, fail) => {
    zip.openReadStream(entry, { decodeFileData: false }, (trouble, stream) => (trouble ? fail(trouble) : done(stream)));
  });

/** The bytes of an entry: exactly as many as the archive says, or it throws. */
async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const { compressionMethod: method, uncompressedSize } = entry;
  if (method !== 0 && method !== 8) throw new Error(`unsupported compression method: ${method}`);
  const stream = await packedStream(zip, entry);
  let length = 0;
  const source = method === 0 ? (stream as AsyncIterable<unknown>) : unpacked(stream, createInflateRaw());
  for await (const block of source as AsyncIterable<Buffer>) {
    length += block.length;
    if (length > uncompressedSize) throw new Error(`more bytes than the ${uncompressedSize} that it says`);
    yield block;
  }
  if (length < uncompressedSize) throw new Error(`${length} bytes, not the ${uncompressedSize} that it says`);
}

const unixLink = 0o120000;

/** Why an entry isn't even opened, or null. */
function refusalOf(entry: Entry, name: string): string | null {
  if (name.startsWith('/') || name.includes('\\') || /^[a-z]:/i.test(name) || name.split('/').includes('..'))
    return 'its path leads out of the archive';
  if (name.includes('\0')) return 'its name holds a zero byte';
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === unixLink) return 'it is a link';
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'it has a password';
  if (sortOf(name) === 'zip') return 'it is an archive within an archive';
  if (sortOf(name) === 'unknown') return 'its name ends like no file of reports';
  return null;
}

export async function* readZip(input: Input, reading: Reading): Pieces {
  const name = basename(input.path);
  let zip: ZipFile;
  try {
    zip = await openZip(input.path);
  } catch (trouble) {
    yield [{ refused: `it cannot be unpacked: ${(trouble as Error).message}`, place: '', name }];
    return;
  }
  let pieces: Piece[] = [];
  let entries = 0;
  try {
    for (;;) {
      const entry = await nextEntry(zip);
      if (entry === null) break;
      const place = (entry.fileName as unknown as Buffer).toString('utf8');
      if (++entries > maxEntries) {
        pieces.push({ refused: `it holds over ${maxEntries} entries`, place: '', name });
        break;
      }
      reading.onBytes(entry.compressedSize);
      if (place.endsWith('/')) continue;
      const refused = refusalOf(entry, place);
      if (refused !== null) pieces.push({ refused, place, name });
      else
        try {
          const stream = contentOf(zip, entry);
          if (sortOf(place) === 'lines') {
            yield pieces;
            pieces = [];
            yield* readLines(stream, `${place} `, name, entry.compressedSize);
          } else {
            const sealed = sortOf(place) === 'sealed';
            const limit = sealed ? maxSealedBytes : maxReportBytes;
            const { bytes, more } = await readUpTo(stream, limit);
            if (more) pieces.push({ refused: `unpacked, ${overLimit}`, place, name });
            else
              pieces.push(
                sealed ? await readSealed(bytes, reading.openSealed, place, name) : pieceOf(bytes, place, name),
              );
          }
        } catch (trouble) {
          pieces.push({ refused: `it cannot be unpacked: ${(trouble as Error).message}`, place, name });
        }
      if (pieces.length >= 1000) {
        yield pieces;
        pieces = [];
      }
    }
  } catch (trouble) {
    pieces.push({ refused: `it cannot be unpacked further: ${(trouble as Error).message}`, place: '', name });
  } finally {
    zip.close();
  }
  if (pieces.length > 0) yield pieces;
}
