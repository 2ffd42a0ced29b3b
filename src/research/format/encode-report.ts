/** Encodes a valid report as rows of codes (see codebook.ts). */
import { noiseLevels } from '../../core/report/draws/randomized-response.ts';
import { partChances } from '../../core/report/draws/sampling.ts';
import { drawsOnePart, isNoisyReport, type MonthReport } from '../../core/report/report-format.ts';
import { cardLists, codeOf, slipSchemas } from './codebook.ts';

/** The rows of one report. They hold no ids, and the two block columns are added later. */
export interface EncodedReport {
  /** In the order of `cardColumns`. */
  readonly card: readonly number[];
  /** One row for each slip, in the order of `slipColumns`. */
  readonly slips: readonly (readonly number[])[];
  readonly partial: boolean;
}

/** Converts "2026-03" to 2603. */
const monthToCode = (month: string): number => Number(month.slice(2, 4)) * 100 + Number(month.slice(5));
/** Converts 2603 to "2026-03". */
export const monthFromCode = (code: number): string =>
  `20${String(Math.floor(code / 100)).padStart(2, '0')}-${String(code % 100).padStart(2, '0')}`;

/**
 * Reports that each card of a standard report stands for: the inverse of the chance that the card is the sampled part.
 */
const standardCardWeight = 16 / partChances.overview;

/** Returns the rows of a valid report. Throws an `Error` for a value outside the codebook. */
export function encodeReport(report: MonthReport): EncodedReport {
  const month = monthToCode(report.month);
  const coarse = isNoisyReport(report) ? null : report.card;
  const noisy = isNoisyReport(report) ? report.card : null;
  const isSampled = drawsOnePart(report.level);
  const drawn = isSampled ? report.drawn : undefined;
  const isCardShown = coarse !== null && (!isSampled || drawn === 'overview');
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
    isCardShown ? (isSampled ? standardCardWeight : 1) : 0,
    codeOf(cardLists.coverage, coarse?.coverage),
    codeOf(cardLists.attention, coarse?.attention),
    codeOf(cardLists.afterHours, coarse?.afterHours),
    codeOf(cardLists.repeatShare, coarse?.repeatShare),
    noisy === null ? 0 : noiseLevels.indexOf(noisy.e) + 1,
    noisy?.attention === undefined ? 0 : noisy.attention + 1,
    noisy?.afterHours === undefined ? 0 : noisy.afterHours + 1,
  ];
  const slips = report.slips.map((slip) => {
    const index = slipSchemas.findIndex((schema) => schema.slip === slip.slip);
    const schema = slipSchemas[index];
    if (schema === undefined) throw new Error(`slip is not in the codebook: "${slip.slip}"`);
    const values = slip as unknown as Readonly<Record<string, unknown>>;
    const fields = [0, 1, 2, 3, 4].map((i) => {
      const field = schema.fields[i];
      return field === undefined ? 0 : codeOf(field[1], values[field[0]]);
    });
    const subject = schema.subject === null ? 0 : codeOf(schema.subject[1], values[schema.subject[0]]);
    const weight = typeof values.weight === 'number' ? values.weight : 0;
    return [month, index + 1, codeOf(cardLists.tier, slip.tier), subject, weight, ...fields];
  });
  return { card, slips, partial: report.partial };
}
