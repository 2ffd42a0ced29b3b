/**
 * Backup files as the page reads and writes them: plain JSON, or that JSON in the `age` format under a passphrase.
 * What is inside is checked by the worker (core/backup/parse-backup.ts); here only what must be known before it is read.
 */
import { maxBackupBytes } from '../../../core/backup/backup-format.ts';

/** Why a file is refused before anything of it is looked at. */
export type Refusal = 'too-large' | 'torn' | 'foreign' | 'wrong-passphrase';
export type ReadFile = { readonly backup: unknown } | { readonly refused: Refusal } | { readonly sealed: true };

/** What a backup file has of a `File`. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

const ageHeader = 'age-encryption.org/v1\n';

/** The text under a passphrase. The work of trying one is that of the format (scrypt, 2^18): seconds on an old computer. */
export async function sealBackup(text: string, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/** Reads a file; without a passphrase a sealed one says so. Its size is looked at before its content. */
export async function readBackup(file: FileLike, passphrase: string | null): Promise<ReadFile> {
  if (file.size > maxBackupBytes) return { refused: 'too-large' };
  let bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, ageHeader.length));
  if (head === ageHeader) {
    if (passphrase === null) return { sealed: true };
    try {
      const { Decrypter } = await import('age-encryption');
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      bytes = (await decrypter.decrypt(bytes)) as Uint8Array<ArrayBuffer>;
    } catch {
      // A wrong passphrase and a torn file look the same from here: neither opens.
      return { refused: 'wrong-passphrase' };
    }
  }
  try {
    return { backup: JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)) };
  } catch {
    // What begins as our own files do was ours once.
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
    return { refused: /^\s*\{\s*"format"\s*:\s*"fingertip-ledger-backup"/.test(start) ? 'torn' : 'foreign' };
  }
}
