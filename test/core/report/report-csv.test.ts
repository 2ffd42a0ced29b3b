/** Tests the CSV form of a report. */
import { expect, it } from 'vitest';
import { reportCsv } from '../../../src/core/report/report-csv.ts';
import type { MonthReport } from '../../../src/core/report/report-format.ts';
import { cardId, slipId, unitReport } from './report-input.ts';

it('writes every field once, in sorted order, with a byte order mark and CRLF line ends', () => {
  const report: MonthReport = { ...unitReport, card: { ...unitReport.card, tier: null, region: undefined as never } };
  expect(reportCsv(report)).toBe(
    `\ufeff${[
      'record,id,field,value',
      'report,,definitionsVersion,1',
      'report,,drawn,unit',
      'report,,format,fingertip-ledger-month-report',
      'report,,level,standard',
      'report,,month,2026-03',
      'report,,partial,false',
      'report,,schemaVersion,1',
      `card,${cardId},tier,`,
      `unit,${slipId},attention,10-20h`,
      `unit,${slipId},kind,welfare`,
      `unit,${slipId},month,2026-03`,
      `unit,${slipId},weight,8`,
      '',
    ].join('\r\n')}`,
  );
});
