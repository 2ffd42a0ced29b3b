/** NDJSON as pieces, one a line. */
import { isAscii } from 'node:buffer';
import { maxReportBytes } from './report-reader.ts';
import { notUtf8, overLimit, type Piece, type Pieces, textOf } from './input-item.ts';

/** What a packed file may grow to: reports pack about 20 to 1, bombs 1000 to 1. */
const growth = 250;
const harmless = 64 * 1024 * 1024;

/**
 * Blocks of lines of a stream. `packedBytes` is the size before unpacking, or null for a plain file; a stream that
 * grows beyond reason ends with a refusal.
 */
export async function* readLines(
  stream: AsyncIterable<unknown>,
  prefix: string,
  name: string,
  packedBytes: number | null,
): Pieces {
  let rest: Buffer = Buffer.alloc(0);
  let skipping = false;
  let line = 0;
  let bytes = 0;
  const place = () => `${prefix}line ${line}`;
  for await (const chunk of stream) {
    const block = chunk as Buffer;
    bytes += block.length;
    const pieces: Piece[] = [];
    const last = block.lastIndexOf(0x0a);
    if (last < 0) {
      if (!skipping) rest = Buffer.concat([rest, block]);
    } else {
      const whole = skipping ? block.subarray(0, last) : Buffer.concat([rest, block.subarray(0, last)]);
      rest = Buffer.from(block.subarray(last + 1));
      const skipFirst = skipping;
      skipping = false;
      for (const text of linesOf(whole, skipFirst)) {
        line++;
        if (text === null) pieces.push({ refused: notUtf8, place: place(), name });
        else if (text.length > maxReportBytes) pieces.push({ refused: overLimit, place: place(), name });
        else if (text !== '') pieces.push({ text, place: place(), name });
      }
    }
    if (rest.length > maxReportBytes) {
      line++;
      pieces.push({ refused: overLimit, place: place(), name });
      rest = Buffer.alloc(0);
      skipping = true;
    }
    if (packedBytes !== null && bytes > harmless && bytes > growth * packedBytes) {
      pieces.push({
        refused: `unpacked, it is over ${growth} times its size: no reports pack like that`,
        place: prefix,
        name,
      });
      yield pieces;
      return;
    }
    if (pieces.length > 0) yield pieces;
  }
  if (rest.length > 0) {
    line++;
    const text = textOf(rest);
    yield [text === null ? { refused: notUtf8, place: place(), name } : { text, place: place(), name }];
  }
}

/** The lines of bytes, null for one that isn't UTF-8. `skipFirst`: the first is the end of a line already refused. */
function* linesOf(bytes: Buffer, skipFirst: boolean): Generator<string | null> {
  if (isAscii(bytes)) {
    const text = bytes.toString('latin1');
    let from = skipFirst ? text.indexOf('\n') + 1 : 0;
    if (skipFirst && from === 0) return;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      yield text.slice(from, end);
      from = end + 1;
    }
    yield text.slice(from);
    return;
  }
  let from = skipFirst ? bytes.indexOf(0x0a) + 1 : 0;
  if (skipFirst && from === 0) return;
  for (;;) {
    const end = bytes.indexOf(0x0a, from);
    yield textOf(bytes.subarray(from, end < 0 ? bytes.length : end));
    if (end < 0) return;
    from = end + 1;
  }
}
