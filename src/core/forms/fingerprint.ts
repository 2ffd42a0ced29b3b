/**
 * A 64-bit unkeyed fingerprint, for pages on plain `http:` that have no `crypto.subtle`. It is no secret by itself
 * (whoever guesses the text finds it): it lives between page and worker only, and is keyed before anything is kept.
 * Two 32-bit lanes of multiply and xor-shift with a final avalanche; 10^5 values collide with odds of 3 in 10^10.
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

/** How many values stand for one long text. */
export const sketchSize = 16;
/** Beyond this many characters a text says nothing new about what it resembles. */
const longest = 2000;

/**
 * MinHash over 3-grams: two texts agree on about as many of the values as they share of their 3-grams.
 * Each value names its place in its first two digits, so that places are never compared with each other.
 */
export function sketch(text: string): string[] {
  const least = new Array<number>(sketchSize).fill(0xffffffff);
  const end = Math.min(text.length, longest) - 2;
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

function mix(n: number): number {
  let h = n;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
