/** Writes a month report as CSV. */
import type { MonthReport } from './report-format.ts';

/**
 * Returns a report as a table with one field per line: `record,id,field,value`. The text has a byte order mark and CRLF
 * line ends, so that spreadsheets read it correctly. Every value is a number, a hexadecimal text or a value from a
 * closed list, so nothing needs quotes.
 */
export function reportCsv(report: MonthReport): string {
  const lines = ['record,id,field,value'];
  const put = (record: string, id: string, fields: object) => {
    for (const [field, value] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (field !== 'id' && value !== undefined) lines.push(`${record},${id},${field},${value ?? ''}`);
  };
  const { card, slips, ...head } = report;
  put('report', '', head);
  put('card', card.id, card);
  for (const { slip, ...fields } of slips) put(slip, fields.id, fields);
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
