/** Decrypts sealed files (age) with the key of the study and removes their padding. */
import { type InputItem, itemOf } from './input-item.ts';
import type { OpenSealed } from './read-identity.ts';

/** Returns the report as it was before it was sealed. White space at the end is padding, except for one line end. */
function removePadding(bytes: Uint8Array): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x0a)) end--;
  return Buffer.concat([bytes.subarray(0, end), Buffer.from('\n')]);
}

/** Resolves to the item of a sealed file or entry. `openSealed` is null without a key file. */
export async function readSealed(
  bytes: Buffer,
  openSealed: OpenSealed | null,
  place: string,
  name: string,
): Promise<InputItem> {
  if (openSealed === null) return { rejected: 'sealed: open it with --identity FILE', place, name };
  try {
    return itemOf(removePadding(await openSealed(bytes)), place, name);
  } catch {
    return { rejected: 'cannot be opened: sealed for another key, or changed', place, name };
  }
}
