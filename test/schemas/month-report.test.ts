/** docs/schemas/month-report.schema.json agrees with the code. */
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

describe('the published schema and the parser agree', () => {
  it.each([
    ['a card', least, true],
    ['a card with an id only', { ...least, card: { id } }, true],
    ['a slip', standard, true],
    ['an empty part', { ...standard, drawn: 'phone', slips: [] }, true],
    ['one sample of each part', { ...standard, slips: [unit, act, obligation] }, true],
    ['level noisy', noisy, true],
    ['removed fields', { ...least, removed: 3 }, true],
    ['an unknown level', { ...least, level: 'all' }, false],
    ['an unknown field', { ...least, name: '王建国' }, false],
    ['a missing field', { ...least, partial: undefined }, false],
    ['a later version', { ...least, schemaVersion: 2 }, false],
    ['a host in a slip', { ...standard, slips: [{ ...unit, host: 'mzt.gansu.gov.cn' }] }, false],
    ['a host as a kind', { ...standard, slips: [{ ...unit, kind: 'mzt.gansu.gov.cn' }] }, false],
    ['text in a bucket', { ...least, card: { ...least.card, attention: '3 hours' } }, false],
    ['a weight that is no power of two', { ...standard, slips: [{ ...unit, weight: 6 }] }, false],
    ['a short id', { ...least, card: { ...least.card, id: 'ab' } }, false],
    ['a day for a month', { ...least, month: '2026-03-02' }, false],
    ['a slip at level least', { ...least, slips: [unit] }, false],
    ['a slip at level noisy', { ...noisy, slips: [unit] }, false],
    ['a coarse field at level noisy', { ...noisy, card: { ...noisy.card, coverage: '10- days' } }, false],
    ['an output beyond the channel', { ...noisy, card: { ...noisy.card, attention: 30 } }, false],
    ['an unknown noise', { ...noisy, card: { ...noisy.card, e: 6 } }, false],
    ['a sample of an unknown part', { ...standard, slips: [{ ...unit, slip: 'toString' }] }, false],
    ['six slips', { ...standard, slips: [unit, act, obligation, unit, act, unit] }, false],
  ])('%s', (_name, report, fine) => {
    const text = JSON.stringify(report);
    expect(fits(JSON.parse(text))).toBe(fine);
    if (fine) expect(parseMonthReport(text)).toEqual(report);
    else expect(() => parseMonthReport(text)).toThrow(/^field "/);
  });

  it('lists the same values as the code', () => {
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

  it.each(noiseLevels)('has the outputs of the channels at e = %i', (e) => {
    const outputs = attentionChannel(e).outputs - 1;
    const others = afterHoursChannel(e).outputs - 1;
    const of = (attention: number, afterHours: number) => ({ ...noisy, card: { id, e, attention, afterHours } });
    expect(fits(of(outputs, others))).toBe(true);
    expect(fits(of(outputs + 1, others))).toBe(false);
    expect(fits(of(outputs, others + 1))).toBe(false);
    expect(() => parseMonthReport(JSON.stringify(of(outputs + 1, others)))).toThrow('field "card.attention" can\'t be');
  });
});

describe('errors name the place and repeat no dangerous text', () => {
  it.each([
    ['invalid JSON', '{"format":', 'not valid JSON'],
    ['a list', '[]', 'not a month report'],
    ['null', 'null', 'not a month report'],
    [
      'a nested field',
      JSON.stringify({ ...least, card: { ...least.card, tier: 'x' } }),
      'field "card.tier" can\'t be "x"',
    ],
    ['a slip', JSON.stringify({ ...standard, slips: [{ ...unit, kind: 1 }] }), 'field "slips[0].kind" can\'t be 1'],
    [
      'two samples of one part',
      JSON.stringify({ ...standard, slips: [unit, unit] }),
      'field "slips[1]" repeats slip "unit"',
    ],
    [
      'another month in a slip',
      JSON.stringify({ ...standard, slips: [{ ...unit, month: '2026-02' }] }),
      'field "slips[0].month" is not the report\'s month',
    ],
    ['a line break', JSON.stringify({ ...least, 'a\nb': 1 }), 'field "a\\nb" is unknown'],
    ['text that runs backwards', JSON.stringify({ ...least, month: '\u202e3' }), 'field "month" can\'t be "\\u202e3"'],
    ['a prototype', JSON.stringify(least).replace('{', '{"__proto__":{"a":1},'), 'field "__proto__" is unknown'],
    ['a deep nest', `{"format":${'['.repeat(9000)}${']'.repeat(9000)}}`, 'is missing'],
  ])('%s', (_name, text, said) => {
    expect(() => parseMonthReport(text)).toThrow(said);
  });
});
