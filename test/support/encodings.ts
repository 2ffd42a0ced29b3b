/**
 * Finds a word in stored bytes in any encoding: plain, escaped, base64, hex, a common hash, or the extension's own
 * fingerprint.
 */
import { createHash } from 'node:crypto';
import { valueClasses } from '../../src/core/events.ts';
import { canonicalValue } from '../../src/core/forms/canonical-value.ts';
import { normalizeText, truncateLabel } from '../../src/core/forms/field-labels.ts';
import { fingerprint, sketch } from '../../src/core/forms/fingerprint.ts';

const mask64 = (1n << 64n) - 1n;

/** Returns the FNV-1a hash of the bytes. */
export function fnv1a(bytes: Uint8Array, bits: 32 | 64): bigint {
  let h = bits === 32 ? 0x811c9dc5n : 0xcbf29ce484222325n;
  const prime = bits === 32 ? 0x01000193n : 0x100000001b3n;
  for (const b of bytes) h = ((h ^ BigInt(b)) * prime) & (bits === 32 ? 0xffffffffn : mask64);
  return h;
}

/** Returns the xxHash (specification 0.1.1) of the bytes, with seed 0. */
export function xxHash(bytes: Uint8Array, bits: 32 | 64): bigint {
  const mask = bits === 32 ? 0xffffffffn : mask64;
  const [p1, p2, p3, p4, p5] =
    bits === 32
      ? [2654435761n, 2246822519n, 3266489917n, 668265263n, 374761393n]
      : [
          11400714785074694791n,
          14029467366897019727n,
          1609587929392839161n,
          9650029242287828579n,
          2870177450012600261n,
        ];
  const width = bits === 32 ? 4 : 8;
  const size = BigInt(bits);
  const rotate = (x: bigint, n: bigint) => ((x << n) | (x >> (size - n))) & mask;
  const read = (start: number, n: number) => {
    let x = 0n;
    for (let i = n - 1; i >= 0; i--) x = (x << 8n) | BigInt(bytes[start + i] as number);
    return x;
  };
  const round = (lane: bigint, word: bigint) =>
    (rotate((lane + word * p2) & mask, bits === 32 ? 13n : 31n) * p1) & mask;
  let position = 0;
  let h = p5;
  if (bytes.length >= width * 4) {
    let lanes = [p1 + p2, p2, 0n, -p1].map((v) => v & mask);
    for (; position + width * 4 <= bytes.length; position += width * 4)
      lanes = lanes.map((lane, i) => round(lane, read(position + i * width, width)));
    h = [1n, 7n, 12n, 18n].reduce((sum, n, i) => sum + rotate(lanes[i] as bigint, n), 0n) & mask;
    if (bits === 64) for (const lane of lanes) h = ((h ^ round(0n, lane)) * p1 + p4) & mask;
  }
  h = (h + BigInt(bytes.length)) & mask;
  if (bits === 64)
    for (; position + 8 <= bytes.length; position += 8)
      h = (rotate(h ^ round(0n, read(position, 8)), 27n) * p1 + p4) & mask;
  if (bits === 32)
    for (; position + 4 <= bytes.length; position += 4)
      h = (rotate((h + read(position, 4) * p3) & mask, 17n) * p4) & mask;
  else if (position + 4 <= bytes.length) {
    h = (rotate(h ^ ((read(position, 4) * p1) & mask), 23n) * p2 + p3) & mask;
    position += 4;
  }
  for (; position < bytes.length; position++)
    h =
      bits === 32
        ? (rotate((h + read(position, 1) * p5) & mask, 11n) * p1) & mask
        : (rotate(h ^ ((read(position, 1) * p5) & mask), 11n) * p1) & mask;
  for (const [shift, prime] of bits === 32
    ? ([
        [15n, p2],
        [13n, p3],
        [16n, 1n],
      ] as const)
    : ([
        [33n, p2],
        [29n, p3],
        [32n, 1n],
      ] as const))
    h = ((h ^ (h >> shift)) * prime) & mask;
  return h;
}

/** Returns the base64 texts of the word at each offset modulo 3, without the digits that depend on surrounding bytes. */
function base64s(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

/** Encodes the word like a key of IndexedDB in Firefox (dom/indexedDB/Key.cpp): one to three bytes per UTF-16 unit. */
const firefoxKey = (word: string) =>
  Buffer.from(
    word.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0);
      if (code <= 0x7e) return [code + 1];
      if (code <= 0x3fff + 0x7f) return [((code - 0x7f) >> 8) | 0x80, (code - 0x7f) & 0xff];
      return [(code >> 10) | 0xc0, (code >> 2) & 0xff, (code << 6) & 0xff];
    }),
  );

const cache = new Map<string, Map<string, Buffer>>();

/** Returns the bytes of every encoding of the word, by the name of the encoding. */
export function encodingsOf(word: string): Map<string, Buffer> {
  const encodings = cache.get(word) ?? computeEncodings(word);
  cache.set(word, encodings);
  return encodings;
}

function computeEncodings(word: string): Map<string, Buffer> {
  const encodings = new Map<string, Buffer>();
  const add = (name: string, content: string | Buffer) =>
    encodings.set(name, typeof content === 'string' ? Buffer.from(content) : content);
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  add('UTF-8', utf8);
  add('UTF-16', utf16);
  add('UTF-16 BE', Buffer.from(utf16).swap16());
  add('key in Firefox', firefoxKey(word));
  add('percent', encodeURIComponent(word));
  add('percent, small', encodeURIComponent(word).toLowerCase());
  add(
    'escaped',
    JSON.stringify(word)
      .slice(1, -1)
      .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  for (const [name, bytes] of [
    ['UTF-8', utf8],
    ['UTF-16', utf16],
  ] as const) {
    for (const [i, text] of base64s(bytes).entries()) {
      add(`base64 of ${name}, ${i}`, text);
      add(`base64url of ${name}, ${i}`, text.replace(/\+/g, '-').replace(/\//g, '_'));
    }
    add(`hex of ${name}`, bytes.toString('hex'));
    add(`HEX of ${name}`, bytes.toString('hex').toUpperCase());
    for (const algorithm of ['sha256', 'sha1', 'md5']) {
      const digest = createHash(algorithm).update(bytes).digest();
      add(`${algorithm} of ${name}`, digest.subarray(0, 12));
      // Only the first digits, so that a truncated hash is found too.
      add(`${algorithm} of ${name}, hex`, digest.toString('hex').slice(0, 12));
      add(`${algorithm} of ${name}, HEX`, digest.toString('hex').slice(0, 12).toUpperCase());
      add(`${algorithm} of ${name}, base64`, digest.toString('base64').slice(0, 12));
    }
    for (const bits of [32, 64] as const)
      for (const [hash, value] of [
        ['FNV-1a', fnv1a(bytes, bits)],
        ['xxHash', xxHash(bytes, bits)],
      ] as const) {
        add(`${hash} ${bits} of ${name}, hex`, value.toString(16).padStart(bits / 4, '0'));
        add(`${hash} ${bits} of ${name}, decimal`, value.toString());
      }
  }
  // The extension's own fingerprints, which must never be stored.
  const texts = new Set([
    word,
    truncateLabel(normalizeText(word)),
    canonicalValue(word, null)?.text ?? word,
    canonicalValue(word, 'address')?.text ?? word,
  ]);
  for (const text of texts) {
    for (const kind of [...valueClasses, 'label', 'family', 'system']) {
      const print = fingerprint(kind, text);
      add(`fingerprint of ${kind} ${text}`, print);
      add(`fingerprint of ${kind} ${text}, bytes`, Buffer.from(print, 'hex'));
    }
    if (text.length >= 20)
      for (const [i, print] of sketch(text).entries()) add(`sketch ${i} of ${text}`, print.slice(-8));
  }
  return encodings;
}

/** Returns the encodings of these words that occur in `haystack`, as `word: encoding`. */
export function findEncodings(haystack: Buffer, words: readonly string[]): string[] {
  return words.flatMap((word) =>
    [...encodingsOf(word)].flatMap(([name, bytes]) => (haystack.includes(bytes) ? [`${word}: ${name}`] : [])),
  );
}
