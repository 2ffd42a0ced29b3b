/** The secret keys of a study's key file (age format, `AGE-SECRET-KEY-1…`). */
import { CliError } from '../cli/cli-error.ts';
import { readTextFile } from '../cli/read-text-file.ts';

/** Decrypts one sealed file. Rejects when the file was sealed for another key or was changed afterwards. */
export type OpenSealed = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * Returns an opener for the keys in the text of a key file; other lines are ignored. Throws a `CliError` without a
 * valid key.
 */
export async function identityOpener(keyFile: string, path: string): Promise<OpenSealed> {
  // This package is imported only when a key file is used, because it is 300 kB of code that only sealed reports need.
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

/** Returns the opener for the key file at `path`, or null without a path. */
export const readIdentity = async (path: string | undefined): Promise<OpenSealed | null> =>
  path === undefined ? null : identityOpener(await readTextFile(path, 'key file'), path);
