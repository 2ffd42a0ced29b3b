import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { burdenForms } from '../../src/core/events.ts';
import {
  type ActSlip,
  type MonthReport,
  monthReport,
  type ObligationSlip,
  type UnitSlip,
} from '../../src/core/month.ts';
import { parseMonthReport } from '../../src/core/parse-report.ts';

const schema = JSON.parse(readFileSync('docs/schemas/month-report.schema.json', 'utf8'));
const fits = new Ajv().compile(schema);
const id = 'ab'.repeat(16);
const empty = monthReport({
  month: '2026-03',
  level: 'standard',
  partial: false,
  days: [],
  ledgerAgeDays: 40,
  draws: { ids: [id, id, id, id], picks: [0, 0, 0] },
});
const unit: UnitSlip = { id, slip: 'unit', kind: 'civil-affairs', attention: '5-10h', submissions: '0' };
const act: ActSlip = { id, slip: 'act', form: 'check-in', count: '5-19' };
const obligation: ObligationSlip = { id, slip: 'obligation', frequency: '1-4', minutes: '5-15min', systems: '3-' };
const full: MonthReport = { ...empty, slips: [unit, act, obligation] };

describe('the published schema and the door say the same', () => {
  it.each([
    ['an empty month', empty, true],
    ['a full one', full, true],
    ['level least', { ...empty, level: 'least' }, true],
    ['level noisy', { ...empty, level: 'noisy' }, false],
    ['an unknown field', { ...empty, name: '王建国' }, false],
    ['a host in a slip', { ...empty, slips: [{ ...unit, host: 'mzt.gansu.gov.cn' }] }, false],
    ['a host as a kind', { ...empty, slips: [{ ...unit, kind: 'mzt.gansu.gov.cn' }] }, false],
    ['text in a bucket', { ...empty, card: { ...empty.card, attention: '3 hours' } }, false],
    ['a short id', { ...empty, card: { ...empty.card, id: 'ab' } }, false],
    ['a day for a month', { ...empty, month: '2026-03-02' }, false],
    ['four slips', { ...empty, slips: [unit, act, obligation, unit] }, false],
  ])('%s', (_name, report, fine) => {
    expect(fits(report)).toBe(fine);
    const parse = () => parseMonthReport(JSON.stringify(report));
    if (fine) expect(parse).not.toThrow();
    else expect(parse).toThrow();
  });

  it('knows every burden form', () => {
    for (const form of burdenForms) expect(fits({ ...empty, slips: [{ ...act, form }] })).toBe(true);
  });
});
