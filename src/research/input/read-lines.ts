/** Reads NDJSON as items, one for each line. */
import { isAscii } from 'node:buffer';
import { decodeText, type InputItem, type ItemBlocks, notUtf8, tooLarge } from './input-item.ts';
import { maxReportBytes } from './report-reader.ts';

/**
 * Decompression may make a file larger by this factor at most. Reports compress about 20 to 1, decompression bombs
 * about 1000 to 1.
 */
const maxGrowth = 250;
/** Up to this decompressed size, the factor is not checked. */
const harmlessBytes = 64 * 1024 * 1024;

const lineFeed = 0x0a;

/**
 * Yields the lines of a stream in blocks. `prefix` is put before "line N" in places. `compressedBytes` is the size
 * before decompression, or null for a plain file; a stream that grows beyond `maxGrowth` ends with a rejection.
 */
export async function* readLines(
  stream: AsyncIterable<unknown>,
  prefix: string,
  name: string,
  compressedBytes: number | null,
): ItemBlocks {
  /** The start of a line whose end has not been read. */
  let rest: Buffer = Buffer.alloc(0);
  /** Whether the line that is being read was rejected as too long. The rest of such a line is skipped. */
  let isSkipping = false;
  let line = 0;
  let bytes = 0;
  const place = () => `${prefix}line ${line}`;
  for await (const chunk of stream) {
    const block = chunk as Buffer;
    bytes += block.length;
    const items: InputItem[] = [];
    const lastEnd = block.lastIndexOf(lineFeed);
    if (lastEnd < 0) {
      if (!isSkipping) rest = Buffer.concat([rest, block]);
    } else {
      const complete = isSkipping ? block.subarray(0, lastEnd) : Buffer.concat([rest, block.subarray(0, lastEnd)]);
      rest = Buffer.from(block.subarray(lastEnd + 1));
      const skipFirst = isSkipping;
      isSkipping = false;
      for (const text of linesOf(complete, skipFirst)) {
        line++;
        if (text === null) items.push({ rejected: notUtf8, place: place(), name });
        else if (text.length > maxReportBytes) items.push({ rejected: tooLarge, place: place(), name });
        else if (text !== '') items.push({ text, place: place(), name });
      }
    }
    if (rest.length > maxReportBytes) {
      line++;
      items.push({ rejected: tooLarge, place: place(), name });
      rest = Buffer.alloc(0);
      isSkipping = true;
    }
    if (compressedBytes !== null && bytes > harmlessBytes && bytes > maxGrowth * compressedBytes) {
      const rejected = `decompressed, more than ${maxGrowth} times its size: not a file of reports`;
      items.push({ rejected, place: prefix, name });
      yield items;
      return;
    }
    if (items.length > 0) yield items;
  }
  if (rest.length > 0) {
    line++;
    const text = decodeText(rest);
    yield [text === null ? { rejected: notUtf8, place: place(), name } : { text, place: place(), name }];
  }
}

/**
 * Yields the lines of `bytes`; null for a line that isn't UTF-8. `skipFirst`: leaves out the first line, which is the
 * end of a line that was rejected before.
 */
function* linesOf(bytes: Buffer, skipFirst: boolean): Generator<string | null> {
  // Text is split much faster than bytes, and nearly all reports are ASCII.
  if (isAscii(bytes)) {
    const text = bytes.toString('latin1');
    let start = skipFirst ? text.indexOf('\n') + 1 : 0;
    if (skipFirst && start === 0) return;
    for (;;) {
      const end = text.indexOf('\n', start);
      if (end < 0) break;
      yield text.slice(start, end);
      start = end + 1;
    }
    yield text.slice(start);
    return;
  }
  let start = skipFirst ? bytes.indexOf(lineFeed) + 1 : 0;
  if (skipFirst && start === 0) return;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    yield decodeText(bytes.subarray(start, end < 0 ? bytes.length : end));
    if (end < 0) return;
    start = end + 1;
  }
}
