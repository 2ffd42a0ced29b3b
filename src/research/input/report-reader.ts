/**
 * Text of one report → codes and id, or the reason why not.
 *
 * The rule is `checkMonthReport` of core, plus: the text must be the canonical one (as a file: two spaces and a line
 * end; as a line: the same without white space). Checking that costs 15 µs. Reports differ by their random ids and
 * little else, so the door remembers verdicts: a text is cut into its pieces with the ids left out, and the verdict on
 * the same pieces in the same order is the same, because ids matter to no rule but their own (32 hexadecimal signs,
 * none twice in a report). Only acceptance is remembered. test/research/input/report-reader.test.ts holds the two ways together.
 */

import { checkMonthReport } from '../../core/report/parse-report.ts';
import type { MonthReport } from '../../core/report/report-format.ts';
import { fileText, lineText } from '../format/canonical-text.ts';
import { type Encoded, encode } from '../format/encode-report.ts';

/** A report is some hundred bytes; a text beyond this is none. */
export const maxReportBytes = 64 * 1024;
/** A sealed file is padded, and longer than what is in it. */
export const maxSealedBytes = 2 * maxReportBytes;
/** No report nests deeper than report, slips, slip. */
const maxDepth = 8;

export interface Accepted {
  readonly encoded: Encoded;
  /** Same content but for ids, same number, in every run. */
  readonly contentHash: number;
}

/** Words of the ids of the report that was read last: card, then slips. */
export interface Ids {
  readonly words: Uint32Array;
  count: number;
}

/** Pieces as numbers: short texts come back by the million. */
class Pieces {
  readonly #numbers = new Map<string, number>();
  numberOf(text: string): number | undefined {
    return this.#numbers.get(text);
  }
  learn(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    // A copy: a slice would keep the whole block of input alive.
    this.#numbers.set(Buffer.from(text, 'utf8').toString('utf8'), this.#numbers.size);
    return this.#numbers.size - 1;
  }
  get size(): number {
    return this.#numbers.size;
  }
}

const most = 1 << 17;
const hexValue = new Int8Array(128).fill(-1);
for (let i = 0; i < 16; i++) hexValue[i.toString(16).charCodeAt(0)] = i;

export class Door {
  #pieces = new Pieces();
  #verdicts = new Map<number, Map<number, Accepted>>();
  #kept = 0;
  readonly ids: Ids = { words: new Uint32Array(4 * 6), count: 0 };
  /** How many texts went the long way. */
  slow = 0;

  /** Throws an `Error` that says why the text is no report. `ids` then holds the report's ids. */
  read(text: string): Accepted {
    const cut = this.#cut(text);
    if (cut !== null) {
      const found = this.#verdicts.get(cut[0])?.get(cut[1]);
      if (found !== undefined) {
        if (this.ids.count === 2 && this.#sameId(0, 1)) throw new Error('the same id stands twice in it');
        return found;
      }
    }
    this.slow++;
    const accepted = readSlowly(text, this.ids);
    this.#learn(text, accepted);
    return accepted;
  }

  #sameId(a: number, b: number): boolean {
    const { words } = this.ids;
    for (let i = 0; i < 4; i++) if (words[4 * a + i] !== words[4 * b + i]) return false;
    return true;
  }

  /** Splits before and after the ids of a card and at most one slip; numbers of the outer and the inner pieces. */
  #cut(text: string): readonly [number, number] | null {
    const first = this.#idAt(text, 0, 0);
    if (first < 0) return null;
    const before = this.#pieces.numberOf(text.slice(0, first));
    if (before === undefined) return null;
    const second = this.#idAt(text, first + 32, 1);
    this.ids.count = second < 0 ? 1 : 2;
    const between = this.#pieces.numberOf(second < 0 ? text.slice(first + 32) : text.slice(first + 32, second));
    if (between === undefined) return null;
    if (second < 0) return [before * most + between, -1];
    const after = this.#pieces.numberOf(text.slice(second + 32));
    return after === undefined ? null : [before * most + between, after];
  }

  /** Where the 32 signs of the next id start, their words noted; below 0 when there is none. */
  #idAt(text: string, from: number, which: number): number {
    const key = text.indexOf('"id":', from);
    if (key < 0) return -1;
    let at = key + 5;
    if (text.charCodeAt(at) === 0x20) at++;
    if (text.charCodeAt(at) !== 0x22 || text.charCodeAt(at + 33) !== 0x22) return -1;
    at++;
    const { words } = this.ids;
    for (let w = 0; w < 4; w++) {
      let word = 0;
      for (let i = 0; i < 8; i++) {
        const value = hexValue[text.charCodeAt(at + 8 * w + i)] ?? -1;
        if (value < 0) return -1;
        word = (word << 4) | value;
      }
      words[4 * which + w] = word;
    }
    return at;
  }

  #learn(text: string, accepted: Accepted): void {
    if (accepted.encoded.slips.length > 1) return;
    if (this.#kept > most || this.#pieces.size > most - 4) {
      this.#pieces = new Pieces();
      this.#verdicts = new Map();
      this.#kept = 0;
    }
    const first = this.#idAt(text, 0, 0);
    if (first < 0) return;
    const second = this.#idAt(text, first + 32, 1);
    const before = this.#pieces.learn(text.slice(0, first));
    const between = this.#pieces.learn(second < 0 ? text.slice(first + 32) : text.slice(first + 32, second));
    const after = second < 0 ? -1 : this.#pieces.learn(text.slice(second + 32));
    const outer = before * most + between;
    const inner = this.#verdicts.get(outer) ?? new Map<number, Accepted>();
    inner.set(after, accepted);
    this.#verdicts.set(outer, inner);
    this.#kept++;
  }
}

/** The long way, and the rule itself. */
export function readSlowly(text: string, ids: Ids): Accepted {
  if (text.length > maxReportBytes) throw new Error(`it is over ${maxReportBytes} bytes`);
  checkDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(
      /[:[,]\s*-?(NaN|Infinity)/.test(text) ? 'it is no JSON: NaN and Infinity are no numbers' : 'it is no JSON',
    );
  }
  const report = checkMonthReport(value);
  if (text !== fileText(report) && text !== lineText(report))
    throw new Error('its bytes are not the canonical form of what it says: it was changed after it was saved');
  ids.count = 0;
  for (const id of [report.card.id, ...report.slips.map((slip) => slip.id)]) {
    for (let w = 0; w < 4; w++) ids.words[4 * ids.count + w] = Number.parseInt(id.slice(8 * w, 8 * w + 8), 16);
    ids.count++;
  }
  const all = [report.card.id, ...report.slips.map((slip) => slip.id)];
  if (new Set(all).size < all.length) throw new Error('the same id stands twice in it');
  return { encoded: encode(report), contentHash: hashOf(lineText(withoutIds(report))) };
}

/** Before JSON.parse: brackets only, so deep nests cost nothing. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === 0x7b || sign === 0x5b) {
      if (++depth > maxDepth) throw new Error(`it nests deeper than ${maxDepth} levels`);
    } else if (sign === 0x7d || sign === 0x5d) depth--;
  }
}

const withoutIds = (report: MonthReport) => ({
  ...report,
  card: { ...report.card, id: '' },
  slips: report.slips.map((slip) => ({ ...slip, id: '' })),
});

/** FNV-1a over the text's signs. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
