/** Names of inputs and tickets as 64 bits of their SHA-256: enough to recognize a name, too little to read it. */
import { createHash } from 'node:crypto';

export type NameHash = readonly [high: number, low: number];

export function hashName(text: string): NameHash {
  const bytes = createHash('sha256').update(text).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}

/** As 16 hexadecimal digits. */
export const nameHashText = ([high, low]: NameHash): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
