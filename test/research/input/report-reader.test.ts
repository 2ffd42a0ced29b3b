/** Tests that the results of the report reader do not depend on its cache of accepted texts. */
import { expect, it } from 'vitest';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { checkReport, type ReportIds, ReportReader } from '../../../src/research/input/report-reader.ts';
import { seededRandom } from '../../../src/research/simulation/seeded-random.ts';
import { simulate } from '../../../src/research/simulation/simulate.ts';
import { noTruth } from '../../../src/research/simulation/truth.ts';
import { mutate } from '../mutate.ts';

const study = { seed: 3, month: '2026-03', level: 'mixed', e: 7, perCluster: 0, icc: 0 } as const;
const texts = [...simulate({ ...study, reports: 1500 }, noTruth())].map(({ report }, i) =>
  i % 2 === 0 ? fileText(report) : lineText(report),
);
const emptyIds = (): ReportIds => ({ words: new Uint32Array(24), count: 0 });
const outcomeOf = (read: (ids: ReportIds) => unknown, ids: ReportIds) => {
  try {
    const accepted = read(ids);
    return { accepted, ids: [...ids.words.subarray(0, 4 * ids.count)] };
  } catch (error) {
    return { rejected: (error as Error).message };
  }
};

it('returns the result of the full check for every text, whether valid or damaged', () => {
  const random = seededRandom(17);
  const reader = new ReportReader();
  let accepted = 0;
  let rejected = 0;
  for (let i = 0; i < 6000; i++) {
    const valid = texts[random.below(texts.length)] as string;
    const other = texts[random.below(texts.length)] as string;
    const text =
      random.below(3) === 0 ? mutate(random, Buffer.from(valid), Buffer.from(other)).toString('utf8') : valid;
    const result = outcomeOf(() => reader.read(text), reader.ids);
    const ids = emptyIds();
    expect(result, text).toEqual(outcomeOf(() => checkReport(text, ids), ids));
    if ('rejected' in result) rejected++;
    else accepted++;
  }
  expect(accepted).toBeGreaterThan(3000);
  expect(rejected).toBeGreaterThan(500);
  // If the cache were rarely used, the test would prove nothing.
  expect(reader.fullChecks).toBeLessThan(4500);
});

it('rejects a sampled part with the id of its card, even if the segments of the text are in the cache', () => {
  const withSlip = texts.filter((text) => text.split('"id"').length === 3);
  const reader = new ReportReader();
  for (const text of withSlip) reader.read(text);
  const before = reader.fullChecks;
  for (const text of withSlip.slice(0, 50)) {
    const [first = '', second = ''] = [...text.matchAll(/"id": ?"([0-9a-f]{32})"/g)].map((found) => found[1] as string);
    expect(() => reader.read(text.replace(second, first))).toThrow('the same id occurs twice');
  }
  expect(reader.fullChecks).toBe(before);
});
