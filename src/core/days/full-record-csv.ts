/**
 * Writes the owner's full record as a CSV table. The table names hosts. The first line states that the table is for the
 * owner only.
 */
import type { DaySummary } from './day-summary.ts';

/**
 * Returns a value as a cell. The cell is quoted where necessary (RFC 4180), and written so that a spreadsheet can't
 * interpret the value as a formula.
 */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const minutes = (ms: number) => Math.round(ms / 60_000);

/** The texts of the table in one language. */
export interface FullRecordTexts {
  /** The first line, which states whom the table is for. */
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
 * Returns the table: one line for each day and system, and below them one line for each day and self-reported burden.
 * The text has a byte order mark and CRLF line ends, so that spreadsheets read it correctly.
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
    for (const [burden, total] of Object.entries(selfReported))
      lines.push([day, texts.burden(burden), total.count, total.minutes]);
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
