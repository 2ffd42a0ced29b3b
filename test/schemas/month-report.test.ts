/** Tests that docs/schemas/month-report.schema.json agrees with the code. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { burdenForms, phoneBurdens } from '../../src/core/events.ts';
import { afterHoursChannel, attentionChannel, noiseLevels } from '../../src/core/report/draws/randomized-response.ts';
import { parseMonthReport } from '../../src/core/report/parse-report.ts';
import type {
  ActSample,
  CoarseReport,
  MonthReport,
  ObligationSample,
  UnitSample,
} from '../../src/core/report/report-format.ts';
import {
  attentionBuckets,
  changeBands,
  jobPosts,
  regions,
  reportParts,
  tiers,
  unitKinds,
} from '../../src/core/report/report-format.ts';

const schema = JSON.parse(readFileSync('docs/schemas/month-report.schema.json', 'utf8'));
const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const id = 'ab'.repeat(16);
const month = '2026-03';
const least: CoarseReport = {
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month,
  level: 'least',
  partial: false,
  card: {
    id,
    catalogueVersion: 1,
    tier: null,
    coverage: '10- days',
    attention: '20-40h',
    afterHours: '1-5h',
    repeatShare: 'withheld',
  },
  slips: [],
};
const unit: UnitSample = { id, month, slip: 'unit', weight: 32, kind: 'welfare', attention: '5-10h', submissions: '0' };
const act: ActSample = { id, month, slip: 'act', weight: 8, form: 'check-in', count: '5-19' };
const obligation: ObligationSample = {
  id,
  month,
  slip: 'obligation',
  weight: 16,
  frequency: '1-4',
  minutes: '5-15min',
  systems: '3-',
};
const standard: MonthReport = { ...least, level: 'standard', drawn: 'unit', card: { id }, slips: [unit] };
const noisy = { ...least, level: 'noisy', card: { id, e: 7, attention: 29, afterHours: 0 } };

describe('the published schema and the parser', () => {
  it.each([
    ['accept a complete card', least, true],
    ['accept a card with an id only', { ...least, card: { id } }, true],
    ['accept a sample', standard, true],
    ['accept a part without a sample', { ...standard, drawn: 'phone', slips: [] }, true],
    ['accept samples of several parts', { ...standard, slips: [unit, act, obligation] }, true],
    ['accept level noisy', noisy, true],
    ['accept a number of removed fields', { ...least, removed: 3 }, true],
    ['refuse an unknown level', { ...least, level: 'all' }, false],
    ['refuse an unknown field', { ...least, name: '王建国' }, false],
    ['refuse a missing field', { ...least, partial: undefined }, false],
    ['refuse a later version', { ...least, schemaVersion: 2 }, false],
    ['refuse a host in a sample', { ...standard, slips: [{ ...unit, host: 'mzt.gansu.gov.cn' }] }, false],
    ['refuse a host as a kind', { ...standard, slips: [{ ...unit, kind: 'mzt.gansu.gov.cn' }] }, false],
    ['refuse text that is no bucket', { ...least, card: { ...least.card, attention: '3 hours' } }, false],
    ['refuse a weight that is no power of two', { ...standard, slips: [{ ...unit, weight: 6 }] }, false],
    ['refuse a short id', { ...least, card: { ...least.card, id: 'ab' } }, false],
    ['refuse a day in place of a month', { ...least, month: '2026-03-02' }, false],
    ['refuse a sample at level least', { ...least, slips: [unit] }, false],
    ['refuse a sample at level noisy', { ...noisy, slips: [unit] }, false],
    ['refuse a coarse field at level noisy', { ...noisy, card: { ...noisy.card, coverage: '10- days' } }, false],
    ['refuse an output that the channel does not have', { ...noisy, card: { ...noisy.card, attention: 30 } }, false],
    ['refuse an unknown value of e', { ...noisy, card: { ...noisy.card, e: 6 } }, false],
    ['refuse a sample of an unknown part', { ...standard, slips: [{ ...unit, slip: 'toString' }] }, false],
    ['refuse six samples', { ...standard, slips: [unit, act, obligation, unit, act, unit] }, false],
  ])('%s', (_name, report, isAccepted) => {
    const text = JSON.stringify(report);
    expect(fits(JSON.parse(text))).toBe(isAccepted);
    if (isAccepted) expect(parseMonthReport(text)).toEqual(report);
    else expect(() => parseMonthReport(text)).toThrow(/^field "/);
  });

  it('accept every value of the lists in the code', () => {
    const answers = { id, month, slip: 'answers' as const };
    const reports: MonthReport[] = [
      ...tiers.map((tier) => ({ ...least, card: { id, tier } })),
      ...regions.map((region) => ({ ...least, card: { id, region } })),
      ...jobPosts.map((post) => ({ ...least, card: { id, post } })),
      ...attentionBuckets.map((attention) => ({ ...least, card: { id, attention } })),
      ...reportParts.map((drawn) => ({ ...least, level: 'standard' as const, drawn })),
      ...[
        ...unitKinds.map((kind) => ({ ...unit, kind })),
        ...burdenForms.map((form) => ({ ...act, form })),
        ...phoneBurdens.map((burden) => ({ id, month, slip: 'phone' as const, burden })),
        ...changeBands.map((change) => ({ ...answers, change })),
      ].map((slip) => ({ ...least, level: 'standard' as const, slips: [slip] })),
    ];
    for (const report of reports) {
      expect(fits(report), JSON.stringify(report)).toBe(true);
      expect(parseMonthReport(JSON.stringify(report))).toEqual(report);
    }
  });

  it.each(noiseLevels)('accept exactly the outputs of the channels at e = %i', (e) => {
    const outputs = attentionChannel(e).outputs - 1;
    const others = afterHoursChannel(e).outputs - 1;
    const reportWith = (attention: number, afterHours: number) => ({
      ...noisy,
      card: { id, e, attention, afterHours },
    });
    expect(fits(reportWith(outputs, others))).toBe(true);
    expect(fits(reportWith(outputs + 1, others))).toBe(false);
    expect(fits(reportWith(outputs, others + 1))).toBe(false);
    expect(() => parseMonthReport(JSON.stringify(reportWith(outputs + 1, others)))).toThrow(
      'field "card.attention" can\'t be',
    );
  });
});

describe('the error message', () => {
  it.each([
    ['rejects invalid JSON', '{"format":', 'not valid JSON'],
    ['rejects a list', '[]', 'not a month report'],
    ['rejects null', 'null', 'not a month report'],
    [
      'names a nested field by its path',
      JSON.stringify({ ...least, card: { ...least.card, tier: 'x' } }),
      'field "card.tier" can\'t be "x"',
    ],
    [
      'names the index of a wrong sample',
      JSON.stringify({ ...standard, slips: [{ ...unit, kind: 1 }] }),
      'field "slips[0].kind" can\'t be 1',
    ],
    [
      'names the index of a second sample of a part',
      JSON.stringify({ ...standard, slips: [unit, unit] }),
      'field "slips[1]" repeats slip "unit"',
    ],
    [
      'names the field of a sample whose month differs',
      JSON.stringify({ ...standard, slips: [{ ...unit, month: '2026-02' }] }),
      'field "slips[0].month" is not the report\'s month',
    ],
    ['escapes a line break', JSON.stringify({ ...least, 'a\nb': 1 }), 'field "a\\nb" is unknown'],
    [
      'escapes a character that reverses the direction of text',
      JSON.stringify({ ...least, month: '\u202e3' }),
      'field "month" can\'t be "\\u202e3"',
    ],
    [
      'names `__proto__` as an unknown field',
      JSON.stringify(least).replace('{', '{"__proto__":{"a":1},'),
      'field "__proto__" is unknown',
    ],
    ['does not repeat deeply nested values', `{"format":${'['.repeat(9000)}${']'.repeat(9000)}}`, 'is missing'],
  ])('%s', (_name, text, message) => {
    expect(() => parseMonthReport(text)).toThrow(message);
  });
});
