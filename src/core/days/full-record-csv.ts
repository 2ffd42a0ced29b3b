/** The owner's own full record as a table: theirs, and marked so on its first line. Not a report. */
import type { DaySummary } from './day-summary.ts';

/** A cell that a spreadsheet can't take for a formula, quoted when it must be. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const minutes = (ms: number) => Math.round(ms / 60_000);

export interface FullRecordTexts {
  readonly mark: string;
  readonly columns: readonly string[];
  readonly selfReported: string;
  readonly times: string;
  readonly minutes: string;
  readonly kind: (kind: string) => string;
  readonly purpose: (purpose: string | null) => string;
  readonly burden: (burden: string) => string;
}

/** One line a day and system; what was self-reported stands apart below. Byte order mark and CRLF for spreadsheets. */
export function fullRecordCsv(days: readonly DaySummary[], words: FullRecordTexts): string {
  const lines: (string | number)[][] = [[words.mark], [...words.columns]];
  for (const { day, systems } of days)
    for (const s of systems)
      lines.push([
        day,
        s.id,
        words.kind(s.kind),
        words.purpose(s.purpose),
        minutes(s.activeMs),
        minutes(s.watchingMs),
        s.entries,
        s.submissions,
        s.acts,
      ]);
  lines.push([], [words.selfReported], [words.columns[0] ?? '', '', words.times, words.minutes]);
  for (const { day, selfReported } of days)
    for (const [burden, said] of Object.entries(selfReported))
      lines.push([day, words.burden(burden), said.count, said.minutes]);
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
