import { describe, expect, it } from 'vitest';
import { encodingsOf, findEncodings, fnv1a, xxHash } from './encodings.ts';

const bytes = (text: string) => Buffer.from(text);

describe('a hash matches its published test vector', () => {
  it.each([
    ['', 0x811c9dc5n, 0xcbf29ce484222325n],
    ['a', 0xe40c292cn, 0xaf63dc4c8601ec8cn],
    ['foobar', 0xbf9cf968n, 0x85944171f73967e8n],
  ])('FNV-1a of "%s"', (text, h32, h64) => {
    expect([fnv1a(bytes(text), 32), fnv1a(bytes(text), 64)]).toEqual([h32, h64]);
  });
  it.each([
    ['', 0x02cc5d05n, 0xef46db3751d8e999n],
    ['a', 0x550d7456n, 0xd24ec4f1a98c6e5bn],
    ['abc', 0x32d153ffn, 0x44bc2cf5ad770999n],
    ['Nobody inspects the spammish repetition', 0xe2293b2fn, 0xfbcea83c8a378bf1n],
  ])('xxHash of "%s"', (text, h32, h64) => {
    expect([xxHash(bytes(text), 32), xxHash(bytes(text), 64)]).toEqual([h32, h64]);
  });
});

it('finds a word in every encoding, and in base64 at any offset', () => {
  const word = '金丝雀kanarie';
  for (const [name, encoded] of encodingsOf(word)) {
    const haystack = Buffer.concat([bytes('before '), encoded, bytes(' after')]);
    expect(findEncodings(haystack, [word]), name).not.toEqual([]);
  }
  for (const before of ['', 'x', 'xy', 'xyz'])
    expect(findEncodings(bytes(bytes(`${before}${word} after`).toString('base64')), [word])).not.toEqual([]);
  expect(findEncodings(bytes('something else entirely'), [word])).toEqual([]);
});
