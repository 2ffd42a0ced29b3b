/** Every sealed report has this size before it is sealed, so that its size says nothing. */
export const sealedBytes = 2048;

/** Pads a report's text (ASCII) with blanks and a line end, which JSON ignores. Throws when it is longer than the size. */
export function padReport(text: string): string {
  if (text.length > sealedBytes) throw new Error(`Cannot seal: the report is over ${sealedBytes} bytes`);
  return text.length === sealedBytes ? text : `${text.padEnd(sealedBytes - 1)}\n`;
}
