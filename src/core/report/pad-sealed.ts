/** Pads reports before they are sealed, so that the size of a sealed file reveals nothing. */

/** Size in bytes to which every report is padded before it is sealed. */
export const sealedBytes = 2048;

/**
 * Pads a report's text (ASCII) to `sealedBytes` with spaces and a line break, which JSON ignores. Throws an error when
 * the text is longer.
 */
export function padReport(text: string): string {
  if (text.length > sealedBytes) throw new Error(`Cannot seal: the report is over ${sealedBytes} bytes`);
  return text.length === sealedBytes ? text : `${text.padEnd(sealedBytes - 1)}\n`;
}
