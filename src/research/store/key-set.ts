/**
 * A set of 64-bit keys with a 32-bit digest each, in one typed array: ten million fit in 200 MB. Card ids are random,
 * so their first 64 bits tell them apart (the chance that two of ten million agree is 3 in a million).
 */
export class SeenIds {
  #slots = 1 << 12;
  #table = new Uint32Array(3 * this.#slots);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The place of the key, or of the free slot for it. */
  #find(high: number, low: number): number {
    const table = this.#table;
    const mask = this.#slots - 1;
    let at = (Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
    for (;;) {
      const place = 3 * at;
      if (table[place] === high && table[place + 1] === low) return place;
      if (table[place] === 0 && table[place + 1] === 0) return place;
      at = (at + 1) & mask;
    }
  }

  /** 'new' and remembered; 'same' when it was there with this digest; 'other' when with another. */
  add(high: number, low: number, digest: number): 'new' | 'same' | 'other' {
    // Two zero words mark a free slot.
    const lowKey = high === 0 && low === 0 ? 1 : low;
    const place = this.#find(high, lowKey);
    if (this.#table[place] === high && this.#table[place + 1] === lowKey)
      return this.#table[place + 2] === digest ? 'same' : 'other';
    this.#table[place] = high;
    this.#table[place + 1] = lowKey;
    this.#table[place + 2] = digest;
    this.#size++;
    if (this.#size > this.#slots * 0.7) this.#grow();
    return 'new';
  }

  /** What `add` would answer, without remembering. */
  look(high: number, low: number, digest: number): 'new' | 'same' | 'other' {
    const lowKey = high === 0 && low === 0 ? 1 : low;
    const place = this.#find(high, lowKey);
    if (this.#table[place] !== high || this.#table[place + 1] !== lowKey) return 'new';
    return this.#table[place + 2] === digest ? 'same' : 'other';
  }

  has(high: number, low: number): boolean {
    return this.look(high, low, 0) !== 'new';
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(3 * this.#slots);
    for (let i = 0; i < old.length; i += 3) {
      const high = old[i] as number;
      const low = old[i + 1] as number;
      if (high === 0 && low === 0) continue;
      const place = this.#find(high, low);
      this.#table[place] = high;
      this.#table[place + 1] = low;
      this.#table[place + 2] = old[i + 2] as number;
    }
  }
}
