/**
 * A set of 64-bit keys with a 32-bit digest each, in one typed array. Ten million keys take 200 MB. The set finds
 * duplicates among reports. Card ids are random, so 64 bits of an id identify a card (the chance that two of ten
 * million ids agree in these bits is 3 in a million).
 */

/**
 * 'new': the key is unknown; 'same': the key is known with this digest; 'other': the key is known with another digest.
 */
export type KeyState = 'new' | 'same' | 'other';

/** The set. A key is given as its high and low 32 bits. */
export class KeySet {
  #slots = 1 << 12;
  /** Open addressing with linear probing; a slot is high word, low word, digest. Two zero words mark a free slot. */
  #table = new Uint32Array(3 * this.#slots);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Returns the index of the key's slot, or of the free slot in which to store the key. */
  #find(high: number, low: number): number {
    const table = this.#table;
    const mask = this.#slots - 1;
    let slot = (Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
    for (;;) {
      const index = 3 * slot;
      if (table[index] === high && table[index + 1] === low) return index;
      if (table[index] === 0 && table[index + 1] === 0) return index;
      slot = (slot + 1) & mask;
    }
  }

  /** Adds an unknown key; a known key keeps its digest. Returns the state that the key had before this call. */
  add(high: number, low: number, digest: number): KeyState {
    const lowKey = high === 0 && low === 0 ? 1 : low;
    const index = this.#find(high, lowKey);
    if (this.#table[index] === high && this.#table[index + 1] === lowKey)
      return this.#table[index + 2] === digest ? 'same' : 'other';
    this.#table[index] = high;
    this.#table[index + 1] = lowKey;
    this.#table[index + 2] = digest;
    this.#size++;
    if (this.#size > this.#slots * 0.7) this.#grow();
    return 'new';
  }

  /** Returns what `add` would return, but adds nothing. */
  lookUp(high: number, low: number, digest: number): KeyState {
    const lowKey = high === 0 && low === 0 ? 1 : low;
    const index = this.#find(high, lowKey);
    if (this.#table[index] !== high || this.#table[index + 1] !== lowKey) return 'new';
    return this.#table[index + 2] === digest ? 'same' : 'other';
  }

  has(high: number, low: number): boolean {
    return this.lookUp(high, low, 0) !== 'new';
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(3 * this.#slots);
    for (let i = 0; i < old.length; i += 3) {
      const high = old[i] as number;
      const low = old[i + 1] as number;
      if (high === 0 && low === 0) continue;
      const index = this.#find(high, low);
      this.#table[index] = high;
      this.#table[index + 1] = low;
      this.#table[index + 2] = old[i + 2] as number;
    }
  }
}
