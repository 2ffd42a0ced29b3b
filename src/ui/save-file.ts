/** Saves a file with the browser's download dialog. */

/** How long the object URL must stay valid: the browser reads the file after the click. */
const revokeAfterMs = 10_000;

export function saveFile(fileName: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content]));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), revokeAfterMs);
}
