/** Names as 64 bits: enough to know a file or a ticket again, too little to read it. */
import { createHash } from 'node:crypto';

export type Mark = readonly [high: number, low: number];

export function markOf(text: string): Mark {
  const bytes = createHash('sha256').update(text).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}

export const markText = ([high, low]: Mark): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
