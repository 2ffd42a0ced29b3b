/** Reports for tests. */
import type { Card, MonthReport } from '../../src/core/report/report-format.ts';

/** A report that shows its card. Its id is made from `n`. */
export const cardReport = (n: number, card: Omit<Card, 'id'> = { attention: '0-5h' }): MonthReport => ({
  format: 'fingertip-ledger-month-report',
  schemaVersion: 1,
  definitionsVersion: 1,
  month: '2026-03',
  level: 'standard',
  drawn: 'overview',
  partial: false,
  card: { id: n.toString(16).padStart(8, '0').repeat(4), ...card },
  slips: [],
});
