/**
 * Seals a report for a study. The report is encrypted in the `age` format for an X25519 key of the study. The package
 * `age-encryption` is part of the extension and is loaded on demand.
 */
import { padReport } from '../../../core/report/pad-sealed.ts';

/**
 * Encrypts `text` for the key `key` (`age1…`) of a study. All sealed reports have the same length. Throws if `key` is
 * not a valid key or the text is too long.
 */
export async function seal(text: string, key: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  return encrypter.encrypt(padReport(text));
}
