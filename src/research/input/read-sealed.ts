/** Sealed files: age, opened with the study's identity, padding taken off. */
import type { OpenSealed } from './read-identity.ts';
import { type Piece, pieceOf } from './input-item.ts';

/** The report without its padding: white space after the last line end. */
export function withoutPadding(bytes: Uint8Array): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x0a)) end--;
  return Buffer.concat([bytes.subarray(0, end), Buffer.from('\n')]);
}

export async function readSealed(bytes: Buffer, open: OpenSealed | null, place: string, name: string): Promise<Piece> {
  if (open === null) return { refused: 'it is sealed: --identity FILE opens it', place, name };
  try {
    return pieceOf(withoutPadding(await open(bytes)), place, name);
  } catch {
    return { refused: 'it cannot be opened: it is sealed for another key, or was changed', place, name };
  }
}
