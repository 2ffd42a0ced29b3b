/** Seals a report for a study: the `age` format, to an X25519 key. The package is fetched from our own files when asked. */
import { padReport } from '../../../core/report/pad-sealed.ts';

/** Seals to `key` (`age1…`). All sealed reports are equally long. Throws when the key is none. */
export async function seal(text: string, key: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  return encrypter.encrypt(padReport(text));
}
