/** One valid report as two rows of codes. */
import type { MonthReport } from '../../core/report/report-format.ts';
import { partChances } from '../../core/report/sampling.ts';
import { cardLists, codeOf, slipBook } from './codebook.ts';

/** Rows without their ids: what repeats from report to report. */
export interface Encoded {
  /** In the order of `cardColumns`, without the two groups. */
  readonly card: readonly number[];
  /** In the order of `slipColumns`, without the two groups; one for each slip. */
  readonly slips: readonly (readonly number[])[];
  readonly partial: boolean;
}

export const monthCode = (month: string): number => Number(month.slice(2, 4)) * 100 + Number(month.slice(5));
export const monthOf = (code: number): string =>
  `20${String(Math.floor(code / 100)).padStart(2, '0')}-${String(code % 100).padStart(2, '0')}`;

/** Chance of the card in a standard report, in sixteenths, over sixteen: two reports stand behind every card shown. */
const standardCardWeight = 16 / partChances.overview;

export function encode(report: MonthReport): Encoded {
  const month = monthCode(report.month);
  const coarse = report.level === 'noisy' ? null : report.card;
  const noisy = report.level === 'noisy' ? report.card : null;
  const drawn = report.level === 'standard' ? report.drawn : undefined;
  const shows = coarse !== null && (report.level === 'least' || drawn === 'overview');
  const card = [
    month,
    report.definitionsVersion,
    report.card.catalogueVersion ?? 0,
    codeOf(cardLists.level, report.level),
    codeOf(cardLists.drawn, drawn),
    report.removed ?? 0,
    report.partial ? 1 : 0,
    codeOf(cardLists.tier, report.card.tier),
    codeOf(cardLists.region, coarse?.region),
    codeOf(cardLists.post, coarse?.post),
    shows ? (report.level === 'least' ? 1 : standardCardWeight) : 0,
    codeOf(cardLists.coverage, coarse?.coverage),
    codeOf(cardLists.attention, coarse?.attention),
    codeOf(cardLists.afterHours, coarse?.afterHours),
    codeOf(cardLists.repeatShare, coarse?.repeatShare),
    noisy === null ? 0 : [3, 7, 20].indexOf(noisy.e) + 1,
    noisy?.attention === undefined ? 0 : noisy.attention + 1,
    noisy?.afterHours === undefined ? 0 : noisy.afterHours + 1,
  ];
  const slips = report.slips.map((slip) => {
    const at = slipBook.findIndex((entry) => entry.slip === slip.slip);
    const book = slipBook[at];
    if (book === undefined) throw new Error(`no list knows slip "${slip.slip}"`);
    const values = slip as unknown as Readonly<Record<string, unknown>>;
    const fields = [0, 1, 2, 3, 4].map((i) => {
      const field = book.fields[i];
      return field === undefined ? 0 : codeOf(field[1], values[field[0]]);
    });
    const subject = book.subject === null ? 0 : codeOf(book.subject[1], values[book.subject[0]]);
    const weight = typeof values.weight === 'number' ? values.weight : 0;
    return [month, at + 1, codeOf(cardLists.tier, slip.tier), subject, weight, ...fields];
  });
  return { card, slips, partial: report.partial };
}
