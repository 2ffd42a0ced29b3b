/**
 * Turns the text of one report into its codes and ids, or gives the reason why the text is rejected.
 *
 * The rule is `checkMonthReport` of core, and in addition the text must be in canonical form (as a file: indented by
 * two spaces, with a line end; as a line: the same without white space). The full check takes 15 µs. Most reports
 * differ only in their random ids, so the reader remembers accepted texts without their ids, as segments. A text with
 * the same segments in the same order is accepted without the full check, because the rules for ids are checked each
 * time: 32 hexadecimal digits, and none occurs twice in a report. Rejections are not remembered.
 * test/research/input/report-reader.test.ts compares the results with and without memory.
 */
import { checkMonthReport } from '../../core/report/parse-report.ts';
import type { MonthReport } from '../../core/report/report-format.ts';
import { fileText, lineText } from '../format/canonical-text.ts';
import { type EncodedReport, encodeReport } from '../format/encode-report.ts';

/** The largest accepted size; a normal report has a few hundred bytes. */
export const maxReportBytes = 64 * 1024;
/** The largest accepted size of a sealed file. Sealing adds padding, so the file is larger than its report. */
export const maxSealedBytes = 2 * maxReportBytes;
/** A valid report nests three levels deep. */
const maxDepth = 8;

/** A valid report. */
export interface AcceptedReport {
  readonly encoded: EncodedReport;
  /** Hash of the content without ids, the same in every run. */
  readonly contentHash: number;
}

/** The ids of a report as 32-bit words, four for each id: first the id of the card, then the ids of the slips. */
export interface ReportIds {
  readonly words: Uint32Array;
  count: number;
}

const duplicateId = 'the same id occurs twice';

/**
 * Assigns a number to each different segment. There are few different segments, and each of them occurs up to millions
 * of times.
 */
class SegmentNumbers {
  readonly #numbers = new Map<string, number>();
  find(segment: string): number | undefined {
    return this.#numbers.get(segment);
  }
  add(segment: string): number {
    const known = this.#numbers.get(segment);
    if (known !== undefined) return known;
    // A copy, because a slice would keep the whole block of input in memory.
    this.#numbers.set(Buffer.from(segment, 'utf8').toString('utf8'), this.#numbers.size);
    return this.#numbers.size - 1;
  }
  get size(): number {
    return this.#numbers.size;
  }
}

/** The number of segments and texts to remember. When this number is reached, the reader clears its memory. */
const maxRemembered = 1 << 17;
const hexValue = new Int8Array(128).fill(-1);
for (let i = 0; i < 16; i++) hexValue[i.toString(16).charCodeAt(0)] = i;

/** Reads one report after another, with a memory of accepted texts. */
export class ReportReader {
  #segments = new SegmentNumbers();
  /** Accepted texts: by the numbers of the segments before and after the first id, then after the second. */
  #accepted = new Map<number, Map<number, AcceptedReport>>();
  #remembered = 0;
  /** The ids of the report that was read most recently. */
  readonly ids: ReportIds = { words: new Uint32Array(4 * 6), count: 0 };
  /** How many texts needed the full check. */
  fullChecks = 0;

  /** Throws an `Error` whose message is the reason when the text is not a valid report. Sets `ids`. */
  read(text: string): AcceptedReport {
    const key = this.#lookUp(text);
    if (key !== null) {
      const known = this.#accepted.get(key[0])?.get(key[1]);
      if (known !== undefined) {
        if (this.ids.count === 2 && this.#isSameId(0, 1)) throw new Error(duplicateId);
        return known;
      }
    }
    this.fullChecks++;
    const accepted = checkReport(text, this.ids);
    this.#remember(text, accepted);
    return accepted;
  }

  #isSameId(a: number, b: number): boolean {
    const { words } = this.ids;
    for (let i = 0; i < 4; i++) if (words[4 * a + i] !== words[4 * b + i]) return false;
    return true;
  }

  /**
   * Returns the key of a text: the numbers of its segments around the id of the card and of at most one slip. Returns
   * null if a segment is unknown. Sets `ids`.
   */
  #lookUp(text: string): readonly [number, number] | null {
    const first = this.#findId(text, 0, 0);
    if (first < 0) return null;
    const before = this.#segments.find(text.slice(0, first));
    if (before === undefined) return null;
    const second = this.#findId(text, first + 32, 1);
    this.ids.count = second < 0 ? 1 : 2;
    const between = this.#segments.find(second < 0 ? text.slice(first + 32) : text.slice(first + 32, second));
    if (between === undefined) return null;
    if (second < 0) return [before * maxRemembered + between, -1];
    const after = this.#segments.find(text.slice(second + 32));
    return after === undefined ? null : [before * maxRemembered + between, after];
  }

  /**
   * Returns the index in `text` of the digits of the next id, or −1 when there is none. Stores the id as number
   * `idIndex` of `ids`.
   */
  #findId(text: string, start: number, idIndex: number): number {
    const key = text.indexOf('"id":', start);
    if (key < 0) return -1;
    let index = key + 5;
    if (text.charCodeAt(index) === 0x20) index++;
    if (text.charCodeAt(index) !== 0x22 || text.charCodeAt(index + 33) !== 0x22) return -1;
    index++;
    const { words } = this.ids;
    for (let w = 0; w < 4; w++) {
      let word = 0;
      for (let i = 0; i < 8; i++) {
        const value = hexValue[text.charCodeAt(index + 8 * w + i)] ?? -1;
        if (value < 0) return -1;
        word = (word << 4) | value;
      }
      words[4 * idIndex + w] = word;
    }
    return index;
  }

  #remember(text: string, accepted: AcceptedReport): void {
    if (accepted.encoded.slips.length > 1) return;
    if (this.#remembered > maxRemembered || this.#segments.size > maxRemembered - 4) {
      this.#segments = new SegmentNumbers();
      this.#accepted = new Map();
      this.#remembered = 0;
    }
    const first = this.#findId(text, 0, 0);
    if (first < 0) return;
    const second = this.#findId(text, first + 32, 1);
    const before = this.#segments.add(text.slice(0, first));
    const between = this.#segments.add(second < 0 ? text.slice(first + 32) : text.slice(first + 32, second));
    const after = second < 0 ? -1 : this.#segments.add(text.slice(second + 32));
    const outer = before * maxRemembered + between;
    const inner = this.#accepted.get(outer) ?? new Map<number, AcceptedReport>();
    inner.set(after, accepted);
    this.#accepted.set(outer, inner);
    this.#remembered++;
  }
}

/**
 * Does the full check, which uses no memory of earlier texts. Throws an `Error` whose message is the reason. Sets
 * `ids`.
 */
export function checkReport(text: string, ids: ReportIds): AcceptedReport {
  if (text.length > maxReportBytes) throw new Error(`larger than ${maxReportBytes} bytes`);
  checkDepth(text);
  const report = checkMonthReport(parseJson(text));
  if (text !== fileText(report) && text !== lineText(report))
    throw new Error('not in canonical form: the file was changed after it was saved');
  const all = [report.card.id, ...report.slips.map((slip) => slip.id)];
  ids.count = 0;
  for (const id of all) {
    for (let w = 0; w < 4; w++) ids.words[4 * ids.count + w] = Number.parseInt(id.slice(8 * w, 8 * w + 8), 16);
    ids.count++;
  }
  if (new Set(all).size < all.length) throw new Error(duplicateId);
  return { encoded: encodeReport(report), contentHash: fnv1a(lineText(withoutIds(report))) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const hint = /[:[,]\s*-?(NaN|Infinity)/.test(text) ? ': NaN and Infinity are not allowed' : '';
    throw new Error(`not valid JSON${hint}`);
  }
}

/** Counts brackets before `JSON.parse`, so that deeply nested text is rejected at once. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x7b || unit === 0x5b) {
      if (++depth > maxDepth) throw new Error(`nested deeper than ${maxDepth} levels`);
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
}

const withoutIds = (report: MonthReport) => ({
  ...report,
  card: { ...report.card, id: '' },
  slips: report.slips.map((slip) => ({ ...slip, id: '' })),
});

/** Computes the 32-bit hash FNV-1a over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
