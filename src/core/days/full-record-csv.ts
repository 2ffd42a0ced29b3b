/** The owner's full record as a CSV table. It names hosts and is not meant to be passed on, as its first line says. */
import type { DaySummary } from './day-summary.ts';

/** A cell, quoted where necessary (RFC 4180), that a spreadsheet can't interpret as a formula. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const minutes = (ms: number) => Math.round(ms / 60_000);

/** The texts of the table in one language. */
export interface FullRecordTexts {
  /** First line: whom the table is for. */
  readonly mark: string;
  readonly columns: readonly string[];
  readonly selfReported: string;
  readonly times: string;
  readonly minutes: string;
  readonly kind: (kind: string) => string;
  readonly purpose: (purpose: string | null) => string;
  readonly burden: (burden: string) => string;
}

/**
 * One line per day and system, and below them the self-reports, one line per day and burden. Byte order mark and CRLF,
 * so that spreadsheets read it correctly.
 */
export function fullRecordCsv(days: readonly DaySummary[], texts: FullRecordTexts): string {
  const lines: (string | number)[][] = [[texts.mark], [...texts.columns]];
  for (const { day, systems } of days)
    for (const s of systems)
      lines.push([
        day,
        s.id,
        texts.kind(s.kind),
        texts.purpose(s.purpose),
        minutes(s.activeMs),
        minutes(s.watchingMs),
        s.entries,
        s.submissions,
        s.acts,
      ]);
  lines.push([], [texts.selfReported], [texts.columns[0] ?? '', '', texts.times, texts.minutes]);
  for (const { day, selfReported } of days)
    for (const [burden, report] of Object.entries(selfReported))
      lines.push([day, texts.burden(burden), report.count, report.minutes]);
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
