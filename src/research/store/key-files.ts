/** Sets of 64-bit keys in the store's files: card ids with digests (12 bytes each), marks of inputs and tickets (8). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SeenIds } from './key-set.ts';

const wordsOf = (bytes: Buffer): Uint32Array => {
  const copy = new Uint8Array(bytes.length - (bytes.length % 4));
  copy.set(bytes.subarray(0, copy.length));
  return new Uint32Array(copy.buffer);
};

export async function readKeys(folder: string, names: readonly string[], width: 2 | 3): Promise<SeenIds> {
  const seen = new SeenIds();
  for (const name of names) {
    const words = wordsOf(await readFile(join(folder, name)));
    for (let i = 0; i + width <= words.length; i += width)
      seen.add(words[i] as number, words[i + 1] as number, width === 3 ? (words[i + 2] as number) : 0);
  }
  return seen;
}

/** Keys in a file, ordered by their value: the order in which they came is nobody's business. */
export function keysToBytes(keys: readonly (readonly number[])[]): Uint8Array {
  const sorted = [...keys].sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number));
  const words = Uint32Array.from(sorted.flat());
  return new Uint8Array(words.buffer);
}
