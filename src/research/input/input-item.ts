/**
 * `input/` turns files into checked reports. An input (a file) gives items, one for each report that the file should
 * hold; the report reader then accepts or rejects an item's text.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import type { OpenSealed } from './read-identity.ts';
import { maxReportBytes } from './report-reader.ts';

/**
 * A text that should be a report, or the reason why there is none. `place` is a line ("line 3"), the name of an entry
 * of an archive, or empty for the file itself; `name` is the name of the file.
 */
export type InputItem =
  | { readonly text: string; readonly place: string; readonly name: string }
  | { readonly rejected: string; readonly place: string; readonly name: string };

/** Items of one input, in blocks, so that a million lines don't need a million turns of the event loop. */
export type ItemBlocks = AsyncGenerator<readonly InputItem[]>;

/** A row of the list of rejected reports. */
export interface Rejection {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
}

/** What the readers of all kinds of files need. */
export interface ReadContext {
  /** Opens sealed files; null without a key file. */
  readonly openSealed: OpenSealed | null;
  /** Called with the number of bytes as they are read, for progress. */
  readonly onBytes: (bytes: number) => void;
}

/** Returns the bytes as text, or null when they are not UTF-8. */
export function decodeText(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

/** Reasons for rejections that several readers use. */
export const tooLarge = `larger than ${maxReportBytes} bytes`;
export const notUtf8 = 'not valid UTF-8';
export const unknownType = 'unknown file type';

/** Returns the item for a whole file or entry that should be one report. */
export function itemOf(bytes: Buffer, place: string, name: string): InputItem {
  if (bytes.length > maxReportBytes) return { rejected: tooLarge, place, name };
  const text = decodeText(bytes);
  return text === null ? { rejected: notUtf8, place, name } : { text, place, name };
}

/**
 * Reads until the stream ends or has given more than `limit` bytes. `isMore` is true if the stream gave more than
 * `limit` bytes. Closes the stream.
 */
export async function readUpTo(
  stream: AsyncIterable<unknown>,
  limit: number,
): Promise<{ bytes: Buffer; isMore: boolean }> {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of stream) {
    blocks.push(block as Buffer);
    length += (block as Buffer).length;
    if (length > limit) break;
  }
  return { bytes: Buffer.concat(blocks), isMore: length > limit };
}

export type FileKind = 'report' | 'lines' | 'sealed' | 'zip' | 'unknown';

/** Returns the kind of a file or an entry, by the extension of its name. */
export function fileKindOf(name: string): FileKind {
  if (/\.json$/i.test(name)) return 'report';
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'lines';
  if (/\.age$/i.test(name)) return 'sealed';
  return /\.zip$/i.test(name) ? 'zip' : 'unknown';
}
