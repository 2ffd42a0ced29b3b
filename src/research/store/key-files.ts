/**
 * Files of 64-bit keys, as 32-bit words: ids of cards, each with a 32-bit digest of its report (12 bytes per key), and
 * hashes of inputs and tickets (8 bytes per key).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeySet } from './key-set.ts';

/** Words per key: 3 with a digest, 2 without. */
export type KeyWidth = 2 | 3;

const toWords = (bytes: Buffer): Uint32Array => {
  const copy = new Uint8Array(bytes.length - (bytes.length % 4));
  copy.set(bytes.subarray(0, copy.length));
  return new Uint32Array(copy.buffer);
};

/** Reads the keys of several files into one set. */
export async function readKeys(folder: string, files: readonly string[], width: KeyWidth): Promise<KeySet> {
  const keys = new KeySet();
  for (const file of files) {
    const words = toWords(await readFile(join(folder, file)));
    for (let i = 0; i + width <= words.length; i += width)
      keys.add(words[i] as number, words[i + 1] as number, width === 3 ? (words[i + 2] as number) : 0);
  }
  return keys;
}

/**
 * Returns the bytes of a file of keys. Sorts the keys, so that the file doesn't show the order in which reports
 * arrived.
 */
export function keysToBytes(keys: readonly (readonly number[])[]): Uint8Array {
  const sorted = [...keys].sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number));
  const words = Uint32Array.from(sorted.flat());
  return new Uint8Array(words.buffer);
}
