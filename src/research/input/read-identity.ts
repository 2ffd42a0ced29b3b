/** The study's key, from its file. */
import { CliError } from '../cli/cli-error.ts';

/** Opens one sealed file; throws when it isn't for this key or was changed. */
export type OpenSealed = (bytes: Uint8Array) => Promise<Uint8Array>;

/** An opener for the identities in a key file's text (`AGE-SECRET-KEY-1…`, comments allowed). */
export async function openerOf(keyFile: string, path: string): Promise<OpenSealed> {
  // Three hundred kilobytes that only sealed reports need.
  const { Decrypter } = await import('age-encryption');
  const identities = keyFile.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new CliError(`Cannot use key file "${path}": it holds no AGE-SECRET-KEY`, 2);
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity.trim());
    } catch {
      throw new CliError(`Cannot use key file "${path}": a key in it is damaged`, 2);
    }
  }
  return (bytes) => decrypter.decrypt(bytes);
}
