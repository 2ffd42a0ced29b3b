/**
 * Reads archives as items, one for each entry. Nothing is written to disk. The names of entries are only shown and
 * never used as paths.
 */
import { basename } from 'node:path';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
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
import { maxReportBytes, maxSealedBytes } from './report-reader.ts';

const maxEntries = 2_000_000;
/** Number of items that are yielded together. */
const blockItems = 1000;

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Read names as bytes: otherwise yauzl would reject the whole archive at the first invalid name.
    yauzl.open(path, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** Resolves to the next entry, or to null after the last. Rejects when the archive's directory is damaged. */
function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const removeListeners = () => {
      zip.off('entry', onEntry);
      zip.off('end', onEnd);
      zip.off('error', onError);
    };
    const onEntry = (entry: Entry) => {
      removeListeners();
      resolve(entry);
    };
    const onEnd = () => {
      removeListeners();
      resolve(null);
    };
    const onError = (error: Error) => {
      removeListeners();
      reject(error);
    };
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  });
}

const compressedStream = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** Yields the bytes of an entry. Throws if their number differs from the size in the archive's directory. */
async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const { compressionMethod: method, uncompressedSize } = entry;
  if (method !== 0 && method !== 8) throw new Error(`unsupported compression method: ${method}`);
  const stream = await compressedStream(zip, entry);
  let length = 0;
  const source = method === 0 ? (stream as AsyncIterable<unknown>) : decompress(stream, createInflateRaw());
  for await (const block of source as AsyncIterable<Buffer>) {
    length += block.length;
    if (length > uncompressedSize) throw new Error(`more than the ${uncompressedSize} bytes of its header`);
    yield block;
  }
  if (length < uncompressedSize) throw new Error(`${length} bytes instead of the ${uncompressedSize} of its header`);
}

const unixFileType = 0o170000;
const unixLink = 0o120000;

/** Returns the reason why an entry isn't opened, or null. */
function rejectionOf(entry: Entry, name: string): string | null {
  if (name.startsWith('/') || name.includes('\\') || /^[a-z]:/i.test(name) || name.split('/').includes('..'))
    return 'path leads out of the archive';
  if (name.includes('\0')) return 'name holds a zero byte';
  if (((entry.externalFileAttributes >>> 16) & unixFileType) === unixLink) return 'a link in an archive';
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'protected by a password';
  const kind = fileKindOf(name);
  if (kind === 'zip') return 'an archive within an archive';
  return kind === 'unknown' ? unknownType : null;
}

/** Resolves to the item of an entry with one report. */
async function readReport(
  content: AsyncIterable<unknown>,
  isSealed: boolean,
  context: ReadContext,
  place: string,
  name: string,
): Promise<InputItem> {
  const { bytes, isMore } = await readUpTo(content, isSealed ? maxSealedBytes : maxReportBytes);
  if (isMore) return { rejected: `decompressed, ${tooLarge}`, place, name };
  return isSealed ? readSealed(bytes, context.openSealed, place, name) : itemOf(bytes, place, name);
}

const cannotDecompress = (error: unknown) => `cannot be decompressed: ${(error as Error).message}`;

/**
 * Yields the items of all entries. Rejects a damaged entry and reads the others. Stops where the directory is damaged.
 */
export async function* readZip(input: Input, context: ReadContext): ItemBlocks {
  const name = basename(input.path);
  let zip: ZipFile;
  try {
    zip = await openZip(input.path);
  } catch (error) {
    yield [{ rejected: cannotDecompress(error), place: '', name }];
    return;
  }
  let items: InputItem[] = [];
  let entries = 0;
  try {
    for (;;) {
      const entry = await nextEntry(zip);
      if (entry === null) break;
      const place = (entry.fileName as unknown as Buffer).toString('utf8');
      if (++entries > maxEntries) {
        items.push({ rejected: `more than ${maxEntries} entries`, place: '', name });
        break;
      }
      context.onBytes(entry.compressedSize);
      const isFolder = place.endsWith('/');
      if (isFolder) continue;
      const rejected = rejectionOf(entry, place);
      if (rejected !== null) items.push({ rejected, place, name });
      else
        try {
          const content = contentOf(zip, entry);
          const kind = fileKindOf(place);
          if (kind === 'lines') {
            yield items;
            items = [];
            yield* readLines(content, `${place} `, name, entry.compressedSize);
          } else items.push(await readReport(content, kind === 'sealed', context, place, name));
        } catch (error) {
          items.push({ rejected: cannotDecompress(error), place, name });
        }
      if (items.length >= blockItems) {
        yield items;
        items = [];
      }
    }
  } catch (error) {
    const rejected = `cannot be decompressed further: ${(error as Error).message}`;
    items.push({ rejected, place: '', name });
  } finally {
    zip.close();
  }
  if (items.length > 0) yield items;
}
