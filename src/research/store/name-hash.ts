/**
 * Hashes of the names of inputs and tickets: 64 bits of SHA-256. A hash is enough to recognise a name, but the name
 * can't be read from the hash.
 */
import { createHash } from 'node:crypto';

export type NameHash = readonly [high: number, low: number];

/** Returns the hash of a name. */
export function hashName(text: string): NameHash {
  const bytes = createHash('sha256').update(text).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}

/** Returns a hash as 16 hexadecimal digits. */
export const nameHashText = ([high, low]: NameHash): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
