/** Builds month reports for tests. */
import type { Card, MonthReport } from '../../src/core/report/report-format.ts';

/** Returns a report whose sampled part is the card. The id of the card is made from `n`. */
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
