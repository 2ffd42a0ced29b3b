/** What reading gives: texts with their places, and refusals. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { OpenSealed } from './read-identity.ts';
import { maxReportBytes } from './report-reader.ts';

/** A text to examine, or a refusal. `place` is a line, an entry of an archive, or empty for the file itself. */
export type Piece =
  | { readonly text: string; readonly place: string; readonly name: string }
  | { readonly refused: string; readonly place: string; readonly name: string };

/** What arrives of one input: blocks of pieces, so that a million lines don't mean a million turns of the loop. */
export type Pieces = AsyncGenerator<readonly Piece[]>;

export interface Reading {
  readonly openSealed: OpenSealed | null;
  /** Called with bytes as they are read, for progress. */
  readonly onBytes: (bytes: number) => void;
}

/** The text of bytes that claim to be one report. */
export function textOf(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

export const overLimit = `it is over ${maxReportBytes} bytes`;
export const notUtf8 = 'it is not UTF-8';

/** A whole file's bytes as a piece. */
export function pieceOf(bytes: Buffer, place: string, name: string): Piece {
  if (bytes.length > maxReportBytes) return { refused: overLimit, place, name };
  const text = textOf(bytes);
  return text === null ? { refused: notUtf8, place, name } : { text, place, name };
}

/** The first bytes of a stream, and whether there were more. The stream is closed. */
export async function readUpTo(
  stream: AsyncIterable<unknown>,
  limit: number,
): Promise<{ bytes: Buffer; more: boolean }> {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of stream) {
    blocks.push(block as Buffer);
    length += (block as Buffer).length;
    if (length > limit) break;
  }
  return { bytes: Buffer.concat(blocks), more: length > limit };
}

/** Sorts of content by the end of a name. */
export type Sort = 'report' | 'lines' | 'sealed' | 'zip' | 'unknown';
export const sortOf = (name: string): Sort =>
  /\.json$/i.test(name)
    ? 'report'
    : /\.(ndjson|jsonl)$/i.test(name)
      ? 'lines'
      : /\.age$/i.test(name)
        ? 'sealed'
        : /\.zip$/i.test(name)
          ? 'zip'
          : 'unknown';
