/**
 * Finds floods: consecutive reports that differ only in their ids. Volunteers don't send such reports; a script can.
 */
import type { Flood } from '../store/manifest.ts';

/** This many identical reports in a row don't occur by chance. */
const minFlood = 20;

/** Watches the sequence of accepted reports. */
export class FloodWatch {
  /** Content hash of the previous report; −1 before the first. */
  #hash = -1;
  #reports = 0;
  #name = '';
  #place = '';

  /** Takes the next accepted report. Returns the flood that ended before it, or null. */
  add(contentHash: number, { name, place }: { readonly name: string; readonly place: string }): Flood | null {
    if (contentHash === this.#hash) {
      this.#reports++;
      return null;
    }
    const flood = this.end();
    this.#hash = contentHash;
    this.#reports = 1;
    this.#name = name;
    this.#place = place;
    return flood;
  }

  /** Ends the current sequence of identical reports. Returns it if it is a flood. */
  end(): Flood | null {
    const flood = this.#reports < minFlood ? null : { name: this.#name, place: this.#place, reports: this.#reports };
    this.#hash = -1;
    this.#reports = 0;
    return flood;
  }
}
