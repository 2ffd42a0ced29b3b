/** Lines of CSV (RFC 4180). */

/**
 * Returns one line with its line end. Cells may hold names that strangers chose. So control and direction characters
 * are replaced, and a cell that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a file's name must not reach a terminal
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const everyUnprintable = new RegExp(unprintable, 'g');

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const plain = unprintable.test(cell) ? cell.replace(everyUnprintable, '�') : cell;
  const harmless = /^[=+@\t]|^-[^0-9]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
