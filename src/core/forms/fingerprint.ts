/**
 * Computes fingerprints of canonical values. The code does not use `crypto.subtle`, because pages on plain `http:` do
 * not have it.
 */

/**
 * Returns a 64-bit fingerprint as 16 hex digits. The fingerprint has no key, so it could confirm a guessed value. It is
 * therefore sent from page to worker only, and the worker replaces it by a keyed digest before anything is stored. The
 * hash has two 32-bit lanes of multiplication and xor-shift with a final avalanche. Among 10^5 values the chance of any
 * collision is 3 in 10^10.
 */
export function fingerprint(valueClass: string, text: string): string {
  let a = 0x243f6a88;
  let b = 0x85a308d3;
  const all = `${valueClass}\n${text}`;
  for (let i = 0; i < all.length; i++) {
    const c = all.charCodeAt(i);
    a = Math.imul(a ^ c, 0x9e3779b1);
    b = Math.imul(b ^ c, 0x5f356495);
    a ^= b >>> 15;
    b ^= a >>> 13;
  }
  return hex(mix(a ^ Math.imul(b, 0x85ebca6b))) + hex(mix(b ^ Math.imul(a, 0xc2b2ae35)));
}

/** Number of hashes in the sketch of a long text. */
export const sketchSize = 16;
/** The sketch covers this many characters of a text. */
const maxCharacters = 2000;

/**
 * Returns a MinHash sketch of 3-grams (Broder 1997). The share of equal hashes in two sketches estimates the share of
 * 3-grams that the two texts have in common. The first two digits of each hash are its index in the sketch, so that
 * hashes with different indexes never match.
 */
export function sketch(text: string): string[] {
  const least = new Array<number>(sketchSize).fill(0xffffffff);
  const end = Math.min(text.length, maxCharacters) - 2;
  for (let i = 0; i < end; i++) {
    const gram = mix(
      Math.imul(text.charCodeAt(i), 0x9e3779b1) ^
        Math.imul(text.charCodeAt(i + 1), 0x85ebca6b) ^
        Math.imul(text.charCodeAt(i + 2), 0xc2b2ae35),
    );
    for (let k = 0; k < sketchSize; k++) {
      const h = mix(gram + Math.imul(k + 1, 0x27d4eb2f));
      if (h < (least[k] as number)) least[k] = h;
    }
  }
  return least.map((h, k) => `${k.toString(16).padStart(2, '0')}000000${hex(h)}`);
}

/** Mixes 32 bits with the finalizer of MurmurHash3. Returns 32 bits. */
function mix(n: number): number {
  let h = n;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
